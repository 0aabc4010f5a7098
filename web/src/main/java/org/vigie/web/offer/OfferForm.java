package org.vigie.web.offer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a person sent: text, language, country. It is read by hand, in memory alone, so that its
 * size has one bound and no part of it goes to a file.
 *
 * @param text the pasted text
 * @param language tag that was chosen, or empty
 * @param country code that was chosen, or empty
 */
record OfferForm(String text, String language, String country) {
  /** Nine bytes for each character of most scripts as a browser writes it, and room to spare. */
  static final int MOST_BYTES = 256 << 10;

  /** Bytes that are still taken and dropped, so that who sent them can read the answer. */
  private static final int MOST_DROPPED = 4 << 20;

  /** A thread waits no longer for a body. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Thrown where a body has more bytes than any text that is taken. */
  static final class TooLongException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("the body has more bytes than are read");
    }
  }

  /**
   * Reads a body of the type {@code application/x-www-form-urlencoded}.
   *
   * @throws TooLongException if it is longer than any text that is taken, or takes longer to come
   */
  static OfferForm read(InputStream body) throws IOException, TooLongException {
    return read(body, PATIENCE);
  }

  static OfferForm read(InputStream body, Duration patience) throws IOException, TooLongException {
    return parse(new String(whole(body, patience), StandardCharsets.UTF_8));
  }

  /** Reads what is encoded so, be it a body or the query of an address: always in UTF-8. */
  static OfferForm parse(String encoded) {
    Map<String, String> values = new HashMap<>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new OfferForm(
        // Browsers send two characters for each line break that a person typed.
        values.getOrDefault("text", "").replace("\r\n", "\n"),
        values.getOrDefault("lang", ""),
        values.getOrDefault("country", ""));
  }

  /** Returns a body, of which no more is kept than may be, and no more waited for. */
  private static byte[] whole(InputStream body, Duration patience)
      throws IOException, TooLongException {
    long start = System.nanoTime();
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    byte[] part = new byte[8 << 10];
    int all = 0;
    for (int n = body.read(part); n >= 0; n = body.read(part)) {
      all += n;
      if (all > MOST_BYTES + MOST_DROPPED || System.nanoTime() - start > patience.toNanos()) {
        throw new TooLongException();
      }
      if (all <= MOST_BYTES) {
        taken.write(part, 0, n);
      }
    }
    if (all > MOST_BYTES) {
      throw new TooLongException();
    }
    return taken.toByteArray();
  }

  /** Returns a value; one that isn't encoded as it must be is empty, since its error quotes it. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
