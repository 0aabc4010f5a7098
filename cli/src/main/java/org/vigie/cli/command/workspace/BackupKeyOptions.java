package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.custody.BackupSignature.Demand;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Option;

/** By which key a backup must be signed. */
final class BackupKeyOptions {
  private static final String FINGERPRINT = "(sha256:|SHA256:)?([\\s:]*[0-9a-fA-F]){64}[\\s:]*";

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description =
          "Key that must have signed it: audit.key of vigie.yaml with .pub, kept elsewhere")
  private @Nullable String publicKey;

  @Option(
      names = "--key-fingerprint",
      paramLabel = "FINGERPRINT",
      description = "Or its fingerprint, as ./vigie backup printed it")
  private @Nullable String fingerprint;

  @Option(
      names = "--unsigned",
      description = "Restore a backup without a signature, as 0.2.0 and before made them")
  private boolean isUnsigned;

  /** Returns whether a key was named. */
  boolean isKeyNamed() {
    return publicKey != null || fingerprint != null;
  }

  /**
   * Returns what is asked of a backup.
   *
   * @throws UserError if more than one of the options was typed, or one can't be read
   */
  Demand demand(Environment environment) {
    if ((publicKey != null && fingerprint != null) || (isUnsigned && isKeyNamed())) {
      throw UserError.ofUsage(
          "one of --public-key, --key-fingerprint and --unsigned must be typed, but more are");
    }
    if (publicKey != null) {
      return new Demand(read(environment, publicKey), false);
    }
    if (fingerprint != null && !fingerprint.matches(FINGERPRINT)) {
      throw UserError.ofUsage(
          "--key-fingerprint must be 64 hexadecimal digits, but isn't: "
              + SafeText.line(fingerprint));
    }
    return new Demand(fingerprint == null ? "" : fingerprint, isUnsigned);
  }

  private static String read(Environment environment, String file) {
    try {
      return AuditKey.fingerprint(AuditKey.readPublic(environment.path(file)));
    } catch (IOException | GeneralSecurityException e) {
      throw UserError.ofInput(
          "--public-key must name a PEM file of an Ed25519 key, but doesn't: "
              + SafeText.line(file));
    }
  }
}
