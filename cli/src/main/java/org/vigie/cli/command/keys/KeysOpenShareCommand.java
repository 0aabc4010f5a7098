package org.vigie.cli.command.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.custody.KeyEscrow;
import org.vigie.casework.environment.Environment;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.SealedStream;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie keys open-share}. */
@Command(
    name = "open-share",
    description = "Open your share of a key, to join it with another's",
    footer = {
      "",
      "Without Vigie, OpenSSL 3 does the same:",
      "  openssl cms -decrypt -inform DER -in FILE -inkey KEY -recip CERT -out SHARE"
    })
public final class KeysOpenShareCommand implements Callable<Integer> {
  /** Base64 and a frame around the largest key. */
  private static final int MOST_BYTES = 2 * KeyEscrow.MOST_BYTES;

  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "The encrypted share")
  private String file = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "Your private key (PEM, PKCS #8, without a password)")
  private String key = "";

  @Option(
      names = "--cert",
      required = true,
      paramLabel = "CERT",
      description = "Your certificate, to which it was encrypted")
  private String certificate = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "A file that does not exist yet")
  private String to = "";

  public KeysOpenShareCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path target = environment.path(to);
    if (Files.exists(target)) {
      throw UserError.ofUsage("--to must name a file that does not exist yet, but exists");
    }
    RecipientKey mine = RecipientKey.read(environment.path(key), environment.path(certificate));
    KeyFile.write(target, opened(environment.path(file), mine));
    environment
        .out()
        .println("Opened to " + environment.shown(target) + ". Delete it once joined.");
    return Exit.OK.code();
  }

  private static String opened(Path file, RecipientKey mine) throws IOException {
    try (InputStream in = SealedStream.open(file, mine)) {
      byte[] share = in.readNBytes(MOST_BYTES);
      // The tag that tells a changed envelope comes last.
      if (in.read() < 0) {
        return new String(share, StandardCharsets.UTF_8);
      }
    } catch (UserError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // said below
    }
    throw UserError.ofInput(file + " must be a share, whole and unchanged, but isn't");
  }
}
