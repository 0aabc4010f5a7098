package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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

  /** Base64 writes groups of so many bytes in digits of so many bits (RFC 4648, 4). */
  private static final int BYTES_OF_GROUP = 3;

  private static final int BITS_OF_DIGIT = 6;

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
      leftOut.addForms(Arrays.copyOfRange(whole, whole.length - SECRET, whole.length));
    }
    return leftOut;
  }

  /**
   * As bytes, in hexadecimal digits, and in Base64 wherever in a longer text it begins: so each
   * container is known that isn't compressed or encrypted, as PKCS #8 or OpenSSH's.
   */
  private void addForms(byte[] secret) {
    forms.add(new String(secret, StandardCharsets.ISO_8859_1));
    forms.add(HexFormat.of().formatHex(secret));
    forms.add(HexFormat.of().withUpperCase().formatHex(secret));
    for (int before = 0; before < BYTES_OF_GROUP; before++) {
      byte[] behind = new byte[before + SECRET];
      System.arraycopy(secret, 0, behind, before, SECRET);
      int first = (before * Byte.SIZE + BITS_OF_DIGIT - 1) / BITS_OF_DIGIT;
      int end = behind.length * Byte.SIZE / BITS_OF_DIGIT;
      forms.add(Base64.getEncoder().encodeToString(behind).substring(first, end));
    }
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
    String unbroken = bytes.replaceAll("[\\s:]", "").replace('-', '+').replace('_', '/');
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
