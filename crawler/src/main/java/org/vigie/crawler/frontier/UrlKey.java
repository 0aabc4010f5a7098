package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.vigie.files.digest.Sha256;

/**
 * The name under which a URL or host is stored: the first 128 bits of its SHA-256.
 *
 * <p>A digest that can't be forged, because a page could hide an address from us by linking to
 * another with the same key.
 */
record UrlKey(long high, long low) implements Comparable<UrlKey> {
  static final int BYTES = 16;

  /** Looking an algorithm up costs more than a digest of an address. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Sha256::digester);

  static UrlKey of(String text) {
    ByteBuffer digest = ByteBuffer.wrap(SHA_256.get().digest(text.getBytes(UTF_8)));
    return new UrlKey(digest.getLong(), digest.getLong());
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
