package org.vigie.capture.file;

import java.nio.charset.StandardCharsets;

/** Texts that Facebook and Instagram hand out with the bytes of UTF-8 as if each were a letter. */
final class Mojibake {
  private Mojibake() {}

  /** Returns the text that was meant, or a text itself that isn't so. */
  static String repaired(String text) {
    boolean narrow = text.chars().allMatch(c -> c < 0x100) && text.chars().anyMatch(c -> c >= 0xc2);
    if (!narrow) {
      return text;
    }
    String repaired =
        new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return repaired.indexOf('\uFFFD') < 0 ? repaired : text;
  }
}
