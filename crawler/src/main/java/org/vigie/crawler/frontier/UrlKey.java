package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name under which a URL or host is stored: the first 128 bits of its SHA-256.
 *
 * <p>A digest that can't be forged, because a page could hide an address from us by linking to
 * another with the same key.
 */
record UrlKey(long high, long low) implements Comparable<UrlKey> {
  static final int BYTES = 16;

  static UrlKey of(String text) {
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
      return new UrlKey(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  static UrlKey read(ByteBuffer bytes) {
    return new UrlKey(bytes.getLong(), bytes.getLong());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  /** Orders keys as their bytes are ordered. */
  @Override
  public int compareTo(UrlKey other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }
}
