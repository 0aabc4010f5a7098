package org.vigie.files.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/**
 * All plug-ins of a workspace: the jars of its folder {@code plugins}, as far as they are admitted,
 * and the commands that its settings name.
 */
public final class PluginRegistry {
  /** A jar with all it needs is seldom larger. */
  private static final long MAX_JAR = 256L << 20;

  private final Path folder;
  private final String trustedKey;
  private final List<PluginSpec> commands;
  private final PluginLimits limits;

  /**
   * @param folder of the jars, which need not exist
   * @param trustedKey Ed25519 public key in Base64 whose signature alone admits jars; empty if
   *     approvals do
   * @param commands what the settings name
   * @param limits of plug-ins in jars
   */
  public PluginRegistry(
      Path folder, String trustedKey, List<PluginSpec> commands, PluginLimits limits) {
    this.folder = folder;
    this.trustedKey = trustedKey;
    this.commands = List.copyOf(commands);
    this.limits = limits;
  }

  /**
   * A jar of the folder.
   *
   * @param hash {@code sha256:} of what it holds
   */
  public record Jar(Path file, String hash, Admission admission) {
    public String name() {
      return String.valueOf(file.getFileName());
    }
  }

  /** Returns whether a text is an Ed25519 public key in Base64. */
  public static boolean isKey(String base64) {
    return JarSignature.isKey(base64);
  }

  /** Returns the commands that the settings name. */
  public List<PluginSpec> commands() {
    return commands;
  }

  /** Returns all jars of the folder, admitted or not, by name. */
  public List<Jar> jars() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(".jar"))
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    }
    List<Jar> jars = new ArrayList<>();
    for (Path file : files) {
      jars.add(jar(file));
    }
    return jars;
  }

  private Jar jar(Path file) throws IOException {
    if (Files.size(file) > MAX_JAR) {
      throw UserError.ofInput(
          "a plug-in must have at most %d bytes, but %s has more"
              .formatted(MAX_JAR, file.getFileName()));
    }
    byte[] bytes = Files.readAllBytes(file);
    String hash = Sha256.of(bytes);
    if (!trustedKey.isEmpty()) {
      return new Jar(file, hash, JarSignature.of(file, bytes, trustedKey));
    }
    Optional<Approval> approval = new Approvals(folder).find(String.valueOf(file.getFileName()));
    Admission admission =
        approval.isEmpty()
            ? Admission.NOT_APPROVED
            : approval.get().hash().equals(hash) ? Admission.APPROVED : Admission.CHANGED;
    return new Jar(file, hash, admission);
  }

  /**
   * Returns all plug-ins that may run: those of admitted jars, which are asked what is in them, and
   * commands.
   *
   * @throws UserError if a jar doesn't say what is in it, or two plug-ins have one name
   */
  public List<PluginSpec> admitted() throws IOException {
    List<PluginSpec> specs = new ArrayList<>();
    for (Jar jar : jars()) {
      if (jar.admission().isAdmitted()) {
        specs.addAll(in(jar));
      }
    }
    specs.addAll(commands);
    Set<String> names = new HashSet<>();
    for (PluginSpec spec : specs) {
      if (!names.add(spec.name())) {
        throw UserError.ofInput(
            "plug-ins must have different names, but two are called %s; one comes from %s"
                .formatted(spec.name(), spec.source()));
      }
    }
    return specs;
  }

  /**
   * Returns what is in a jar, which is run for that.
   *
   * @throws UserError if it doesn't say
   */
  public List<PluginSpec> in(Jar jar) {
    PluginSpec whole =
        new PluginSpec(
            "jar",
            PluginKind.ENRICHER,
            PluginCommand.ofJar(jar.file(), jar.hash(), ""),
            List.of(),
            jar.name(),
            limits);
    List<PluginSpec> specs = new ArrayList<>();
    try (PluginProcess process = new PluginProcess(whole)) {
      PluginJar.requireAlone(jar.file()); // its process does too, but can't say so
      JsonNode answer = process.ask(PluginJson.object().put("do", "describe"));
      for (JsonNode one : answer.path("plugins")) {
        specs.add(spec(jar, one));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.ofInput(
          "%s must hold plug-ins named in META-INF/services/org.vigie.advert.plugin.Plugin, but: %s"
              .formatted(jar.name(), e.getMessage()));
    }
    if (specs.isEmpty()) {
      throw UserError.ofInput(
          "%s must name a plug-in in META-INF/services/org.vigie.advert.plugin.Plugin, but names none"
              .formatted(jar.name()));
    }
    return specs;
  }

  private PluginSpec spec(Jar jar, JsonNode one) {
    String name = one.path("name").asText();
    List<String> claims = new ArrayList<>();
    one.path("claims").forEach(claim -> claims.add(claim.asText()));
    return new PluginSpec(
        name,
        kind(one.path("kind").asText()),
        PluginCommand.ofJar(jar.file(), jar.hash(), name),
        claims,
        jar.name(),
        limits);
  }

  /** What a jar says is quoted in no error. */
  private static PluginKind kind(String label) {
    return Arrays.stream(PluginKind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a plug-in must be of a kind that is known, but one isn't"));
  }
}
