package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads word forms that are written as all ours are: four heading lines, then a line a concept with
 * its patterns in double quotes. A fortieth of what YAML takes, which is half of what a run needs
 * to begin; whatever is written otherwise is left to YAML, which says what is wrong with it.
 */
final class PlainConcepts {
  /** What YAML takes for true or false. */
  private static final Set<String> NO_CODES = Set.of("no", "on", "yes", "off");

  private static final int HEADINGS = 4;

  private final String text;
  private final boolean namesAlone;
  private int at;

  private PlainConcepts(String text, boolean namesAlone) {
    this.text = text;
    this.namesAlone = namesAlone;
  }

  /**
   * Returns what a file says; empty if it isn't written so.
   *
   * @param namesAlone whether the concepts' patterns are left out
   */
  static Optional<ConceptFile> read(String text, boolean namesAlone) {
    return Optional.ofNullable(new PlainConcepts(text, namesAlone).read());
  }

  private @Nullable ConceptFile read() {
    String[] headings = new String[HEADINGS];
    for (int i = 0; i < HEADINGS; i++) {
      headings[i] = line();
    }
    String language = after("language: ", headings[0]);
    String spaced = after("spaced: ", headings[1]);
    boolean plain =
        isCode(language)
            && (spaced.equals("true") || spaced.equals("false"))
            && headings[2].equals("reader: nobody yet")
            && headings[3].equals("concepts:");
    SortedMap<String, List<String>> patterns = plain ? patterns() : null;
    return patterns == null ? null : new ConceptFile(language, spaced.equals("true"), "", patterns);
  }

  private @Nullable SortedMap<String, List<String>> patterns() {
    SortedMap<String, List<String>> patterns = new TreeMap<>();
    while (at < text.length()) {
      String line = line();
      int colon = line.indexOf(": [\"");
      if (colon < 3 || !line.startsWith("  ") || !line.endsWith("\"]")) {
        return null;
      }
      String concept = line.substring(2, colon);
      List<String> texts = texts(line, colon + 3);
      if (!isName(concept) || texts == null || patterns.put(concept, texts) != null) {
        return null;
      }
    }
    return patterns.isEmpty() ? null : patterns;
  }

  /** Returns the texts in quotes from a place to the end of a line. */
  private @Nullable List<String> texts(String line, int from) {
    List<String> texts = new ArrayList<>();
    int open = from;
    while (true) {
      int close = line.indexOf('"', open + 1);
      if (line.charAt(open) != '"' || close < 0 || !isPlain(line, open + 1, close)) {
        return null;
      }
      if (!namesAlone) {
        texts.add(line.substring(open + 1, close));
      }
      if (close == line.length() - 2) {
        return texts;
      }
      if (!line.startsWith(", \"", close + 1)) {
        return null;
      }
      open = close + 3;
    }
  }

  /** Returns whether a text stands for itself and isn't blank. */
  private static boolean isPlain(String line, int from, int to) {
    boolean isBlank = true;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      boolean isControl = c < ' ' || (c >= 0x7F && c < 0xA0);
      boolean isBreak = c == '\u2028' || c == '\u2029';
      if (isControl || isBreak || c == '\\' || c == '\uFEFF' || c >= '\uFFFE') {
        return false;
      }
      isBlank &= Character.isWhitespace(c);
    }
    return !isBlank;
  }

  /** Returns whether a name is such as {@code id-document}. */
  private static boolean isName(String name) {
    boolean afterLetter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      if (!isLetter && !(c == '-' && afterLetter)) {
        return false;
      }
      afterLetter = isLetter;
    }
    return afterLetter;
  }

  private static boolean isCode(String language) {
    return (language.length() == 2 || language.length() == 3)
        && isName(language)
        && !NO_CODES.contains(language);
  }

  private static String after(String key, String line) {
    return line.startsWith(key) ? line.substring(key.length()) : "";
  }

  private String line() {
    int end = text.indexOf('\n', at);
    String line = end < 0 ? text.substring(at) : text.substring(at, end);
    at = end < 0 ? text.length() : end + 1;
    return line;
  }
}
