package org.vigie.casework.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.YamlFile;

/**
 * Environment variables that take the place of keys of {@code vigie.yaml}: {@code
 * VIGIE_RUN_CHECKPOINT_INTERVAL} is {@code run.checkpoint-interval}. A value is written as in the
 * file.
 */
final class EnvironmentSettings {
  private static final String START = "VIGIE_";

  /** The sections of the file. */
  static final List<String> SECTIONS =
      List.of(
          "crawl",
          "run",
          "models",
          "search",
          "audit",
          "retention",
          "deliver",
          "oidc",
          "near-duplicates",
          "alerts",
          "networks",
          "disclosure",
          "evidence",
          "files",
          "plugins",
          "translation",
          "pictures",
          "web");

  /** A section within a section. */
  private static final String FORWARD = "audit-forward-";

  /** Variables that say other things: to launchers, commands and tests. */
  private static final Set<String> OTHERS =
      Set.of(
          "VIGIE_WORKSPACE",
          "VIGIE_JAVA_OPTS",
          "VIGIE_JDK_DIRS",
          "VIGIE_WARM_UP",
          "VIGIE_HANDOVER",
          "VIGIE_SHARED",
          "VIGIE_BROWSER",
          "VIGIE_SHIPPED",
          "VIGIE_SIGNING_KEY");

  private EnvironmentSettings() {}

  /**
   * Puts what the variables say into what a file says.
   *
   * @throws UserError if a variable begins with {@code VIGIE_} and is nothing of ours, or its value
   *     isn't YAML
   */
  static void apply(Map<String, String> environment, ObjectNode file) {
    new TreeMap<>(environment)
        .forEach((name, value) -> {
          if (name.startsWith(START) && !OTHERS.contains(name)) {
            put(name, value, file);
          }
        });
  }

  private static void put(String name, String value, ObjectNode file) {
    String words = name.substring(START.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    String section =
        section(words)
            .orElseThrow(() ->
                UserError.ofInput(
                    "the variable %s must name a key of vigie.yaml, but no section of it begins so"
                        .formatted(name)));
    ObjectNode keys = section(section, file);
    JsonNode said = YamlFile.tree(value, name);
    if (words.startsWith(FORWARD)) {
      section("forward", keys).set(words.substring(FORWARD.length()), said);
    } else {
      keys.set(words.substring(section.length() + 1), said);
    }
  }

  private static ObjectNode section(String name, ObjectNode within) {
    return within.get(name) instanceof ObjectNode there ? there : within.putObject(name);
  }

  private static Optional<String> section(String words) {
    return SECTIONS.stream().filter(name -> words.startsWith(name + "-")).findFirst();
  }
}
