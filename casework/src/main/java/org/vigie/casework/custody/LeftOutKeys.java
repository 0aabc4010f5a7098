package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.casework.mandate.AuditKey;

/** The private keys of an audit log that a backup leaves out, whatever their files are called. */
final class LeftOutKeys {
  /** Most bytes of a file that is looked into: a key takes some 120, notes around it a few more. */
  private static final long MOST = 1 << 16;

  /** Bytes at the end of an Ed25519 key's PKCS #8 form that are the secret (RFC 8410, 7). */
  private static final int SECRET = 32;

  private final List<LogKeyFiles> keys;
  private final List<String> forms = new ArrayList<>();
  private final SortedSet<Path> copies = new TreeSet<>();

  private LeftOutKeys(List<LogKeyFiles> keys) {
    this.keys = keys;
  }

  /** Leaves nothing out. */
  static LeftOutKeys none() {
    return new LeftOutKeys(List.of());
  }

  /** Leaves those of a log out. */
  static LeftOutKeys of(LogKeyFiles keys) throws IOException {
    LeftOutKeys leftOut = new LeftOutKeys(List.of(keys));
    for (Path file : keys.present()) {
      byte[] whole = AuditKey.pkcs8(file);
      byte[] secret = Arrays.copyOfRange(whole, whole.length - SECRET, whole.length);
      leftOut.forms.add(new String(secret, StandardCharsets.ISO_8859_1));
      leftOut.forms.add(Base64.getEncoder().encodeToString(whole));
    }
    return leftOut;
  }

  /** Returns whether a file is left out. */
  boolean hold(Path file) throws IOException {
    if (keys.stream().anyMatch(log -> log.arePrivate(file))) {
      return true;
    }
    if (forms.isEmpty() || Files.size(file) > MOST) {
      return false;
    }
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String unbroken = bytes.replaceAll("\\s", "");
    boolean isCopy =
        forms.stream().anyMatch(form -> bytes.contains(form) || unbroken.contains(form));
    if (isCopy) {
      copies.add(file);
    }
    return isCopy;
  }

  /** Returns the files that were left out though none of them is where the log's keys lie. */
  SortedSet<Path> copies() {
    return copies;
  }
}
