package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.exchange.envelope.FolderZip;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie evidence open}. */
@Command(
    name = "open",
    description = "Open an evidence package that came as a zip, or encrypted to you",
    footer = {
      "",
      "Without Vigie, OpenSSL 3 does the same:",
      "  openssl cms -decrypt -inform DER -in FILE -inkey KEY -recip CERT -out package.zip",
      "It says nothing of who made the package: verify it next."
    })
public final class EvidenceOpenCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "The zip or the encrypted package")
  private String file = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Your private key (PEM, PKCS #8, without a password)")
  private @Nullable String key;

  @Option(
      names = "--cert",
      paramLabel = "CERT",
      description = "Your certificate (PEM), to which it was encrypted")
  private @Nullable String certificate;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "A folder that doesn't exist yet")
  private String out = "";

  public EvidenceOpenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = environment.path(out);
    open(environment.path(file), folder);
    environment.out().println("Opened to " + environment.shown(folder) + ".");
    environment.out().println("Next: ./vigie evidence verify " + environment.shown(folder));
    return Exit.OK.code();
  }

  private void open(Path packed, Path folder) throws IOException {
    if (key != null && certificate != null) {
      RecipientKey mine = RecipientKey.read(environment.path(key), environment.path(certificate));
      SealedFolder.open(packed, mine, folder);
    } else if (packed.toString().endsWith(".zip") && Files.isRegularFile(packed)) {
      FolderZip.read(packed, folder);
    } else {
      throw UserError.ofUsage("open needs a zip, or --key and --cert for an encrypted package");
    }
  }
}
