package org.vigie.casework.people;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people keep on paper and type: digits of Base32, shown four by four. */
final class PaperCode {
  private PaperCode() {}

  /**
   * Returns a new one, without hyphens.
   *
   * @param bytes how many random ones it holds
   */
  static String random(SecureRandom random, int bytes) {
    byte[] chosen = new byte[bytes];
    random.nextBytes(chosen);
    return Base32.encode(chosen);
  }

  /** Returns one as it is shown. */
  static String shown(String code) {
    return String.join("-", code.split("(?<=\\G.{4})"));
  }

  /** People type codes in small letters, and with blanks or hyphens or none. */
  static String plain(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
  }
}
