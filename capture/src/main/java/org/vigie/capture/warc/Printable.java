package org.vigie.capture.warc;

/** Foreign text made safe for a message: short, and nothing but visible ASCII. */
final class Printable {
  private static final int MAX_LENGTH = 60;

  private Printable() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
      char c = text.charAt(i);
      out.append(c >= ' ' && c < 0x7f ? c : '?');
    }
    return text.length() > MAX_LENGTH ? out.append("...").toString() : out.toString();
  }
}
