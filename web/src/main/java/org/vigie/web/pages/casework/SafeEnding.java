package org.vigie.web.pages.casework;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The ending under which a file of a case is given out: its own, where it opens nothing that runs
 * and the content begins as such files do.
 */
final class SafeEnding {
  /** An ending that opens nothing. */
  private static final String OTHER = ".bin";

  /** First bytes, in hexadecimal digits, by ending. */
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "pdf", "255044462d",
          "png", "89504e470d0a1a0a",
          "jpg", "ffd8ff",
          "jpeg", "ffd8ff",
          "zip", "504b0304",
          "warc", "574152432f");

  private static final Set<String> TEXTS = Set.of("csv", "eml", "json", "jsonl", "txt");

  private SafeEnding() {}

  /** Returns it with its dot. */
  static String of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String beginning = BEGINNINGS.get(ending);
    boolean isSo =
        beginning == null ? TEXTS.contains(ending) && isText(content) : begins(content, beginning);
    return isSo ? "." + ending : OTHER;
  }

  private static boolean begins(byte[] content, String beginning) {
    int length = Math.min(content.length, beginning.length() / 2);
    return HexFormat.of().formatHex(content, 0, length).equals(beginning);
  }

  /** Without controls that no text has, in UTF-8, an 8-bit encoding or UTF-16 with its mark. */
  private static boolean isText(byte[] content) {
    Charset encoding =
        begins(content, "fffe") || begins(content, "feff")
            ? StandardCharsets.UTF_16
            : StandardCharsets.ISO_8859_1;
    return new String(content, encoding)
        .chars()
        .noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
  }
}
