package org.vigie.casework.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.pipeline.workspace.Workspace;

/** Whether it is known that a backup is as it was made, and by what. */
public enum BackupTrust {
  /** The workspace in use noted its list of hashes when it was made. */
  LOG("noted", true, "It is as the audit log of the workspace in use noted it."),

  /** The key that was named signed it. */
  KEY("signed", true, "It is signed by the key that you named."),

  /** The key that was named signed it, and lies in it. */
  KEY_WITHIN(
      "key-within",
      false,
      "Nobody can know whether it was changed: it holds the private key that signs it. Make backups"
          + " without --with-audit-key, or encrypt them with --recipient."),

  /** No key was named. */
  NO_KEY(
      "no-key",
      false,
      "Nobody can know whether it was changed: whoever could write it could sign it with a key of"
          + " their own. Name the key with --public-key or --key-fingerprint."),

  /** Nobody signed it. */
  UNSIGNED("unsigned", false, "Nobody can know whether it was changed: it has no signature.");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MADE = "backup made";

  private final String label;
  private final boolean isKnown;
  private final String sentence;

  BackupTrust(String label, boolean isKnown, String sentence) {
    this.label = label;
    this.isKnown = isKnown;
    this.sentence = sentence;
  }

  /** Returns the event by which a log notes a backup. */
  public static AuditEvent noted(BackupSignature signature) {
    return AuditEvent.of(MADE, "key=" + signature.signer()).handingOut(signature.sums());
  }

  /**
   * Judges a backup whose files and signature are as they should be.
   *
   * @param restoring what is made of it
   * @param isKeyNamed whether it was demanded that a certain key signed it
   * @param inUse the workspace in use, whose log may know of it
   */
  public static BackupTrust of(Restoring restoring, boolean isKeyNamed, Workspace inUse)
      throws IOException {
    if (notes(inUse, restoring.signature().sums())) {
      return LOG;
    }
    if (!restoring.signature().isSigned()) {
      return UNSIGNED;
    }
    if (!isKeyNamed) {
      return NO_KEY;
    }
    return !restoring.isEncrypted() && restoring.holdsItsKey() ? KEY_WITHIN : KEY;
  }

  private static boolean notes(Workspace workspace, String sums) throws IOException {
    Path log = MandateCheck.log(workspace);
    if (!Files.exists(log)) {
      return false;
    }
    // No byte is refused as UTF-8 would be.
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      for (String line : (Iterable<String>) lines.filter(each -> each.contains(sums))::iterator) {
        JsonNode entry = JSON.readTree(line);
        if (entry.path("command").asText().equals(MADE)
            && entry.path("file").asText().equals(sums)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns its name for programs. */
  public String label() {
    return label;
  }

  /** Returns whether the backup is known to be as it was made. */
  public boolean isKnown() {
    return isKnown;
  }

  /** Returns what is to be said of it. */
  public String sentence() {
    return sentence;
  }
}
