package org.vigie.files.seal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A secret in shares, of which some number together give it back and fewer tell nothing of it: each
 * byte is a polynomial's value at 0 over the field of 256 elements that AES has (FIPS 197, section
 * 4.2), and a share its value elsewhere.
 *
 * @see <a href="https://doi.org/10.1145/359168.359176">Shamir (1979)</a>
 */
public final class SecretShares {
  /** Shares at most: places of the field other than 0. */
  public static final int MOST = 255;

  /** The field's polynomial without its highest power. */
  private static final int FIELD = 0x1b;

  private SecretShares() {}

  /**
   * A share.
   *
   * @param number where the polynomials are read, 1 to 255
   * @param bytes their values there, one for each byte of the secret
   */
  public record Share(int number, byte[] bytes) {
    public Share {
      if (number < 1 || number > MOST) {
        throw new IllegalArgumentException(
            "a share's number must be in [1, %d], but was %d".formatted(MOST, number));
      }
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * Splits a secret.
   *
   * @param all how many shares are made
   * @param needed how many of them give it back
   */
  public static List<Share> split(byte[] secret, int all, int needed, SecureRandom random) {
    if (needed < 2 || needed > all || all > MOST) {
      throw new IllegalArgumentException(
          "of %d shares (at most %d) 2 to all must be needed, but %d are"
              .formatted(all, MOST, needed));
    }
    byte[][] factors = new byte[needed][secret.length];
    factors[0] = secret;
    for (int i = 1; i < needed; i++) {
      random.nextBytes(factors[i]);
    }
    List<Share> shares = new ArrayList<>();
    for (int number = 1; number <= all; number++) {
      shares.add(new Share(number, values(factors, number)));
    }
    return shares;
  }

  /** Horner's way, from the highest power down. */
  private static byte[] values(byte[][] factors, int at) {
    byte[] values = new byte[factors[0].length];
    for (int i = factors.length - 1; i >= 0; i--) {
      for (int k = 0; k < values.length; k++) {
        values[k] = (byte) (times(values[k] & 0xff, at) ^ factors[i][k]);
      }
    }
    return values;
  }

  /**
   * Joins shares. Whether they were enough, and of one secret, nobody can tell from them: the
   * secret must be recognised.
   *
   * @throws IllegalArgumentException if two have the same number or not the same length
   */
  public static byte[] join(List<Share> shares) {
    Set<Integer> numbers = new HashSet<>();
    byte[] secret = new byte[shares.getFirst().bytes().length];
    for (Share share : shares) {
      if (!numbers.add(share.number()) || share.bytes().length != secret.length) {
        throw new IllegalArgumentException(
            "shares must be of one secret and each another, but aren't");
      }
    }
    for (Share share : shares) {
      int weight = weight(share.number(), numbers);
      byte[] bytes = share.bytes();
      for (int k = 0; k < secret.length; k++) {
        secret[k] ^= (byte) times(bytes[k] & 0xff, weight);
      }
    }
    return secret;
  }

  /** Lagrange's factor at 0: the product of x / (x - number), where minus is exclusive or. */
  private static int weight(int number, Set<Integer> numbers) {
    int weight = 1;
    for (int x : numbers) {
      if (x != number) {
        weight = times(weight, times(x, inverse(x ^ number)));
      }
    }
    return weight;
  }

  /** Multiplies two elements, in the same time whatever they are. */
  static int times(int a, int b) {
    int product = 0;
    int left = a;
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      product ^= left & -((b >> bit) & 1);
      left = ((left << 1) & 0xff) ^ (FIELD & -(left >> 7));
    }
    return product;
  }

  /** The 254th power: the 255th is 1 for all but 0. */
  static int inverse(int a) {
    int power = 1;
    for (int i = 0; i < MOST - 1; i++) {
      power = times(power, a);
    }
    return power;
  }
}
