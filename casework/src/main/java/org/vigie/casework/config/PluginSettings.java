package org.vigie.casework.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.files.plugin.PluginRegistry;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.files.yaml.Section;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The {@code plugins} section of {@code vigie.yaml}: what of others may run beside us.
 *
 * @param trustedKey Ed25519 public key in Base64 whose signature alone admits jars; empty if
 *     approvals do
 * @param limits how much each may take
 * @param commands programs that speak lines of JSON
 */
public record PluginSettings(String trustedKey, PluginLimits limits, List<Program> commands) {
  public PluginSettings {
    commands = List.copyOf(commands);
  }

  /**
   * A program of the unit's own.
   *
   * @param command its words; those that begin with {@code ./} start from the workspace on
   * @param claims endings of files, or hosts
   */
  public record Program(String name, PluginKind kind, List<String> command, List<String> claims) {
    public Program {
      command = List.copyOf(command);
      claims = List.copyOf(claims);
    }
  }

  /** Returns that nothing runs but what is approved. */
  public static PluginSettings defaults() {
    return new PluginSettings("", PluginLimits.defaults(), List.of());
  }

  /** Returns what may run in a workspace. */
  public PluginRegistry registry(Workspace workspace) {
    List<PluginSpec> specs = new ArrayList<>();
    for (Program program : commands) {
      specs.add(
          new PluginSpec(
              program.name(),
              program.kind(),
              program.command().stream().map(word -> word(word, workspace.root())).toList(),
              program.claims(),
              "settings",
              limits));
    }
    return new PluginRegistry(workspace.plugins(), trustedKey, specs, limits);
  }

  private static String word(String word, Path root) {
    return word.startsWith("./")
        ? root.toAbsolutePath().resolve(word).normalize().toString()
        : word;
  }

  static PluginSettings read(Section section) {
    PluginLimits absent = PluginLimits.defaults();
    String key = section.text("trusted-key", "");
    if (!key.isEmpty() && !PluginRegistry.isKey(key)) {
      throw section.must(
          "trusted-key", "be an Ed25519 public key in Base64", TextNode.valueOf("another"));
    }
    PluginLimits limits =
        new PluginLimits(
            section.bytes("heap", absent.heap(), 16L << 20),
            section.bytes("memory", absent.memory(), 16L << 20),
            millis(section, "answer-in", absent.answerMillis()),
            millis(section, "file-in", absent.fileMillis()),
            section.bytes("max-answer", absent.output(), 1L << 10));
    List<Program> commands = new ArrayList<>();
    for (Section entry : section.sections("commands")) {
      commands.add(program(entry));
    }
    section.done();
    return new PluginSettings(key, limits, commands);
  }

  private static long millis(Section section, String key, long absent) {
    return section.duration(key, Duration.ofMillis(absent), Duration.ofMillis(100)).toMillis();
  }

  private static Program program(Section entry) {
    Program program =
        new Program(
            entry.required("name"),
            entry.choice("kind", PluginKind.ENRICHER, PluginKind.class),
            words(entry.required("command"), "\\s+"),
            words(entry.text("claims", ""), "[\\s,]+"));
    entry.done();
    boolean claims = program.kind() == PluginKind.READER || program.kind() == PluginKind.CHANNEL;
    if (!claims && !program.claims().isEmpty()) {
      throw entry.must("claims", "be left out for this kind", TextNode.valueOf("there"));
    }
    if (!org.vigie.advert.plugin.Plugin.NAME.matcher(program.name()).matches()) {
      throw entry.must(
          "name", "be of small letters, digits and hyphens", TextNode.valueOf(program.name()));
    }
    return program;
  }

  private static List<String> words(String text, String apart) {
    return Stream.of(text)
        .flatMap(all -> Arrays.stream(all.split(apart)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
