package org.vigie.page.instead.java.security;

import java.util.Arrays;

/** SHA-256, which a page opened from a file can't ask the browser for (FIPS 180-4, section 6.2). */
public final class MessageDigest {
  private static final int BLOCK = 64;

  private static final int[] ROUND = new int[64];
  private static final int[] START = new int[8];

  static {
    int primes = 0;
    for (int n = 2; primes < ROUND.length; n++) {
      if (isPrime(n)) {
        if (primes < START.length) {
          START[primes] = fraction(Math.sqrt(n));
        }
        ROUND[primes++] = fraction(Math.cbrt(n));
      }
    }
  }

  private final int[] state = START.clone();
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long length;

  private MessageDigest() {}

  private static boolean isPrime(int n) {
    for (int i = 2; i * i <= n; i++) {
      if (n % i == 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first 32 bits of a number's fraction. */
  private static int fraction(double number) {
    return (int) (long) ((number - Math.floor(number)) * 4294967296.0);
  }

  public static MessageDigest getInstance(String name) {
    return new MessageDigest();
  }

  public void update(byte one) {
    block[filled++] = one;
    length++;
    if (filled == BLOCK) {
      compress();
      filled = 0;
    }
  }

  public void update(byte[] bytes) {
    for (byte one : bytes) {
      update(one);
    }
  }

  public byte[] digest(byte[] bytes) {
    update(bytes);
    return digest();
  }

  public byte[] digest() {
    long bits = length * 8;
    update((byte) 0x80);
    while (filled != BLOCK - 8) {
      update((byte) 0);
    }
    for (int i = 7; i >= 0; i--) {
      update((byte) (bits >>> (8 * i)));
    }
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
    }
    return digest;
  }

  private void compress() {
    int[] w = schedule();
    int[] s = state.clone();
    for (int i = 0; i < ROUND.length; i++) {
      int sum1 =
          Integer.rotateRight(s[4], 6)
              ^ Integer.rotateRight(s[4], 11)
              ^ Integer.rotateRight(s[4], 25);
      int choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
      int first = s[7] + sum1 + choice + ROUND[i] + w[i];
      int sum0 =
          Integer.rotateRight(s[0], 2)
              ^ Integer.rotateRight(s[0], 13)
              ^ Integer.rotateRight(s[0], 22);
      int majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
      System.arraycopy(s, 0, s, 1, 7);
      s[4] += first;
      s[0] = first + sum0 + majority;
    }
    for (int i = 0; i < s.length; i++) {
      state[i] += s[i];
    }
  }

  private int[] schedule() {
    int[] w = Arrays.copyOf(new int[0], 64);
    for (int i = 0; i < 16; i++) {
      for (int k = 0; k < 4; k++) {
        w[i] = w[i] << 8 | block[4 * i + k] & 0xFF;
      }
    }
    for (int i = 16; i < 64; i++) {
      int x = w[i - 15];
      int y = w[i - 2];
      int small0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
      int small1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10;
      w[i] = w[i - 16] + small0 + w[i - 7] + small1;
    }
    return w;
  }
}
