package org.vigie.capture.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture that is a file of another kind as well, which only who means harm makes. */
final class Polyglot {
  private static final int EDGE = 4_096;

  /** The comment of a zip may be as long. */
  private static final int ZIP_END = 22 + 65_535;

  private static final Pattern MARKUP =
      Pattern.compile("<(?:script|html|svg|\\?php|!doctype)\\b", Pattern.CASE_INSENSITIVE);

  private Polyglot() {}

  /** Returns what else a picture is, or nothing. */
  static Optional<String> in(byte[] bytes) {
    String start = text(bytes, 0, EDGE);
    String end = text(bytes, Math.max(0, bytes.length - EDGE), bytes.length);
    Matcher markup = MARKUP.matcher(start + "\n" + end);
    if (markup.find()) {
      return Optional.of("markup");
    }
    if (start.substring(0, Math.min(start.length(), 1_024)).contains("%PDF-")) {
      return Optional.of("a PDF");
    }
    return hasZipEnd(bytes) ? Optional.of("a zip") : Optional.empty();
  }

  /** A zip is found from its end: the place of its directory must lie within the file. */
  private static boolean hasZipEnd(byte[] bytes) {
    for (int at = bytes.length - 22; at >= Math.max(0, bytes.length - ZIP_END); at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static String text(byte[] bytes, int from, int to) {
    int end = Math.min(bytes.length, to);
    return new String(bytes, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1);
  }
}
