package org.vigie.advert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a thing after its content, so that the same content has the same name wherever it is met.
 */
public final class ContentId {
  /** 80 bits: among a billion names, two collide with probability 4e-7 (birthday bound). */
  private static final int BYTES = 10;

  private ContentId() {}

  /**
   * Returns {@code prefix} and 20 hexadecimal digits of the SHA-256 of the parts, each preceded by
   * its length, so that moving text from one part to the next changes the name.
   */
  public static String of(String prefix, String... parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
      sha256.update((byte) ':');
      sha256.update(bytes);
    }
    return prefix + HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
  }

  /** Returns whether a word is written as the ids of a kind of thing are, such as {@code a-}. */
  public static boolean isWritten(String prefix, String word) {
    return word.length() == prefix.length() + 2 * BYTES
        && word.startsWith(prefix)
        && word.substring(prefix.length()).chars().allMatch(ContentId::isHexadecimal);
  }

  private static boolean isHexadecimal(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
