package org.vigie.exchange.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs that follow from a name: version 5 (RFC 9562, section 5.5). */
public final class NameUuid {
  /** Of all that has no namespace of a standard's own; itself made from a name in the DNS's. */
  private static final UUID OURS =
      v5(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "vigie.invalid");

  private NameUuid() {}

  /**
   * Returns the UUID of some parts, each preceded by its length so that none runs into the next.
   */
  public static UUID of(String... parts) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      name.append(part.length()).append(':').append(part);
    }
    return v5(OURS, name.toString());
  }

  /** Returns the UUID of a name in a namespace. */
  public static UUID v5(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
    long high = (hash.getLong() & ~0xf000L) | 0x5000L;
    long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
