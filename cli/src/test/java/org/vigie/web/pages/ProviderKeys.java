package org.vigie.web.pages;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * RSA keys that a provider takes one after the other: made once for all providers of a process,
 * since making one takes a second.
 */
final class ProviderKeys {
  private static final int BITS = 2048;

  private static final List<KeyPair> MADE = new ArrayList<>();

  private int taken;

  /** Returns a key that this provider didn't have yet. */
  synchronized KeyPair next() {
    return made(taken++);
  }

  private static KeyPair made(int which) {
    synchronized (MADE) {
      while (MADE.size() <= which) {
        MADE.add(make());
      }
      return MADE.get(which);
    }
  }

  private static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
