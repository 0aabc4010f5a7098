package org.vigie.exchange.bag;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text (RFC 7468). */
public final class Pem {
  private static final int WIDTH = 64;

  private Pem() {}

  /** Returns bytes as a text under a label. */
  public static String write(String label, byte[] bytes) {
    String body =
        Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
  }

  /**
   * Returns what a text holds under a label.
   *
   * @throws IllegalArgumentException if it doesn't hold that alone
   */
  public static byte[] read(String label, String text) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    String whole = text.strip();
    if (!whole.startsWith(begin) || !whole.endsWith(end)) {
      throw new IllegalArgumentException("a PEM file must hold a " + label + " alone, but doesn't");
    }
    String body = whole.substring(begin.length(), whole.length() - end.length());
    return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
  }
}
