package org.vigie.classifier.wallet;

import java.util.Locale;

/**
 * Bech32 and Bech32m, in which segregated-witness addresses are written.
 *
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki">BIP 173</a>
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki">BIP 350</a>
 */
final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  /** What the checksum must come to: BIP 173 for witness version 0, BIP 350 for all later ones. */
  private static final int BECH32 = 1;

  private static final int BECH32M = 0x2bc830a3;

  private static final int CHECKSUM = 6;

  private Bech32() {}

  /**
   * Returns whether an address is one of a network.
   *
   * @param prefix of the network, such as {@code bc}
   */
  static boolean isAddress(String address, String prefix) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean oneCase = address.equals(lower) || address.equals(address.toUpperCase(Locale.ROOT));
    int data = prefix.length() + 1;
    int length = address.length() - data - CHECKSUM - 1;
    if (!oneCase || !lower.startsWith(prefix + "1") || length < 4 || address.length() > 90) {
      return false;
    }
    int version = ALPHABET.indexOf(lower.charAt(data));
    int bits = length * 5;
    int bytes = bits / 8;
    boolean sized = version == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40;
    return sized
        && bits % 8 < 5
        && version <= 16
        && checksum(lower, prefix) == (version == 0 ? BECH32 : BECH32M);
  }

  /** Returns what the checksum comes to, or 0 if a letter is not of the alphabet. */
  private static int checksum(String address, String prefix) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) & 31);
    }
    for (int i = prefix.length() + 1; i < address.length(); i++) {
      int value = ALPHABET.indexOf(address.charAt(i));
      if (value < 0) {
        return 0;
      }
      check = step(check, value);
    }
    return check;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }
}
