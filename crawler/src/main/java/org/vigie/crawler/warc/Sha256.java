package org.vigie.crawler.warc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 digests as WARC headers and {@link org.vigie.advert.Capture} write them. */
final class Sha256 {
  private static final Pattern LABELLED = Pattern.compile("sha256:[0-9a-f]{64}");

  private Sha256() {}

  /** Returns whether a text is a digest as {@link #of} writes it. */
  static boolean isLabelled(String text) {
    return LABELLED.matcher(text).matches();
  }

  /** Returns {@code sha256:} and 64 hexadecimal digits. */
  static String of(byte[] bytes) {
    return label(digester().digest(bytes));
  }

  static String label(byte[] digest) {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  static MessageDigest digester() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
