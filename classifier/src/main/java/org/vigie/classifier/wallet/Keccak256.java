package org.vigie.classifier.wallet;

import java.util.Arrays;

/**
 * Keccak-256 as submitted to the SHA-3 contest, which Ethereum uses; SHA3-256, which Java has, pads
 * otherwise.
 *
 * @see <a href="https://keccak.team/files/Keccak-reference-3.0.pdf">Keccak reference 3.0</a>
 */
final class Keccak256 {
  /** Bytes taken in at a time: 1,600 bits less twice the length of the digest. */
  private static final int RATE = 136;

  private static final int DIGEST = 32;

  private static final int ROUNDS = 24;

  private Keccak256() {}

  /**
   * Returns the digest of a short message.
   *
   * @param message at most 135 bytes: one block holds it and its padding
   */
  static byte[] digest(byte[] message) {
    if (message.length >= RATE) {
      throw new IllegalArgumentException(
          "a message must be shorter than " + RATE + " bytes, but has " + message.length);
    }
    byte[] block = Arrays.copyOf(message, RATE);
    block[message.length] = 1;
    block[RATE - 1] |= (byte) 0x80;
    long[] state = new long[25];
    for (int i = 0; i < RATE; i++) {
      state[i / 8] ^= (block[i] & 0xFFL) << (8 * (i % 8));
    }
    permute(state);
    byte[] digest = new byte[DIGEST];
    for (int i = 0; i < DIGEST; i++) {
      digest[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return digest;
  }

  private static void permute(long[] state) {
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      mixColumns(state);
      rotateAndMove(state);
      mixRows(state);
      // The round constants come from a shift register over x^8 + x^6 + x^5 + x^4 + 1.
      for (int j = 0; j < 7; j++) {
        if ((register & 1) != 0) {
          state[0] ^= 1L << ((1 << j) - 1);
        }
        register = (register << 1) ^ ((register >> 7) * 0x171);
      }
    }
  }

  /** Step θ. */
  private static void mixColumns(long[] state) {
    long[] parity = new long[5];
    for (int i = 0; i < 25; i++) {
      parity[i % 5] ^= state[i];
    }
    for (int i = 0; i < 25; i++) {
      state[i] ^= parity[(i + 4) % 5] ^ Long.rotateLeft(parity[(i + 1) % 5], 1);
    }
  }

  /** Steps ρ and π. */
  private static void rotateAndMove(long[] state) {
    int x = 1;
    int y = 0;
    long moving = state[1];
    for (int t = 0; t < 24; t++) {
      int nextX = y;
      int nextY = (2 * x + 3 * y) % 5;
      int target = nextX + 5 * nextY;
      long replaced = state[target];
      state[target] = Long.rotateLeft(moving, (t + 1) * (t + 2) / 2 % 64);
      moving = replaced;
      x = nextX;
      y = nextY;
    }
  }

  /** Step χ. */
  private static void mixRows(long[] state) {
    for (int row = 0; row < 25; row += 5) {
      long[] old = Arrays.copyOfRange(state, row, row + 5);
      for (int x = 0; x < 5; x++) {
        state[row + x] = old[x] ^ (~old[(x + 1) % 5] & old[(x + 2) % 5]);
      }
    }
  }
}
