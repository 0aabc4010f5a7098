package org.vigie.cli.command.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.KeyEscrow;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeySource;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie keys split}. */
@Command(
    name = "split",
    description = "Give a key into the hands of several people, two of whom can restore it",
    footer = {
      "",
      "Each share is encrypted to its holder's certificate; one alone tells nothing of the key.",
      "To restore: each opens theirs (./vigie keys open-share), and ./vigie keys join joins two."
    })
public final class KeysSplitCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--of",
      required = true,
      paramLabel = "KEY",
      description = "seal, audit, evidence, or a file that holds a key")
  private String of = "";

  @Option(
      names = "--holder",
      required = true,
      paramLabel = "NAME=CERT",
      description = "Who holds a share, and the file of their certificate (twice or more)")
  private Map<String, String> holders = new LinkedHashMap<>();

  @Option(
      names = "--needed",
      paramLabel = "N",
      description = "How many of them restore it. Default: ${DEFAULT-VALUE}")
  private int needed = 2;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that does not exist yet")
  private String to = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysSplitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    byte[] key = key(workspace, Settings.of(workspace, environment));
    Map<String, Recipients> recipients = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : holders.entrySet()) {
      List<Path> certificate = List.of(environment.path(one.getValue()));
      recipients.put(one.getKey(), Recipients.read(certificate, environment.clock().instant()));
    }
    KeyGrant.Asked asked = new KeyGrant.Asked("split-" + SafeText.line(of), toWhom(recipients));
    String by = new KeyGrant(workspace, environment).take(asked, () -> {});
    new MandateCheck(environment)
        .pass(
            workspace,
            Optional.empty(),
            "keys split",
            "key=%s needed=%d holders=%s granted=%s"
                .formatted(Sha256.of(key), needed, String.join(",", recipients.keySet()), by));
    KeyEscrow.split(key, recipients, needed, environment.path(to), new SecureRandom());
    recipients.forEach((name, one) ->
        environment
            .out()
            .println(
                "%s/%s.share.p7m is for %s, by certificate %s"
                    .formatted(to, name, name, one.fingerprints().getFirst())));
    return Exit.OK.code();
  }

  /** Whoever grants it must be able to tell whose certificates these are. */
  private String toWhom(Map<String, Recipients> recipients) {
    return recipients.entrySet().stream()
        .map(one -> SafeText.line(one.getKey()) + " " + one.getValue().fingerprints().getFirst())
        .collect(Collectors.joining(", ", "%d of: ".formatted(needed), ""));
  }

  private byte[] key(Workspace workspace, Settings settings) throws IOException {
    return switch (of) {
      case "seal" -> {
        KeySource source = new KeySource(settings.custody().files().key(), workspace.root());
        if (source.read(environment.variables()).isEmpty()) {
          throw UserError.ofInput("files.key in vigie.yaml must name a key, but names none");
        }
        String newest = source.all(environment.variables()).getFirst();
        yield (newest + "\n").getBytes(StandardCharsets.US_ASCII);
      }
      case "audit" -> file(workspace.root().resolve(settings.custody().audit().key()));
      case "evidence" -> file(workspace.root().resolve(settings.custody().evidence().key()));
      default -> file(environment.path(of));
    };
  }

  private static byte[] file(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > KeyEscrow.MOST_BYTES) {
      throw UserError.ofInput(file + " must be a file of a key, but is none");
    }
    return Files.readAllBytes(file);
  }
}
