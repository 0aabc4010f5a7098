package org.vigie.capture.picture;

import java.util.HexFormat;

/**
 * The PDQ hash of a picture: 256 bits that stay nearly the same when it is re-encoded, shrunk or
 * written on. It tells what a picture looks like, and nothing of what it shows.
 *
 * @param first bits 255 to 192
 * @param second bits 191 to 128
 * @param third bits 127 to 64
 * @param last bits 63 to 0
 * @see <a href="https://github.com/facebook/ThreatExchange/blob/main/hashing/hashing.pdf">Facebook
 *     (2019), The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm</a>
 */
public record PdqHash(long first, long second, long third, long last) {
  /** Number of bits. */
  public static final int BITS = 256;

  /** Up to so many differing bits two pictures count as one (section "Matching" of the paper). */
  public static final int NEAR = 31;

  private static final int HEX_DIGITS = BITS / 4;

  /**
   * Returns the hash that 64 hexadecimal digits write.
   *
   * @throws IllegalArgumentException if they are no such digits
   */
  public static PdqHash parse(String hex) {
    if (hex.length() != HEX_DIGITS) {
      throw new IllegalArgumentException(
          "a PDQ hash needs 64 hexadecimal digits, but has " + hex.length());
    }
    return new PdqHash(part(hex, 0), part(hex, 1), part(hex, 2), part(hex, 3));
  }

  private static long part(String hex, int index) {
    return HexFormat.fromHexDigitsToLong(hex, index * 16, index * 16 + 16);
  }

  /** Returns 64 hexadecimal digits, the highest bits first. */
  public String hex() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first)
        + hex.toHexDigits(second)
        + hex.toHexDigits(third)
        + hex.toHexDigits(last);
  }

  /** Returns in how many bits two hashes differ. */
  public int distance(PdqHash other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(last ^ other.last);
  }

  /** Returns whether two hashes are of pictures that look the same. */
  public boolean isNear(PdqHash other) {
    return distance(other) <= NEAR;
  }
}
