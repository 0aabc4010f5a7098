package org.vigie.exchange.pdf;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Text as a font can show it: what it has no glyph for is said, not left blank.
 *
 * <p>A stretch in a script that the font doesn't have becomes its length and the script's name; a
 * single sign becomes its code point.
 */
final class ShownText {
  private final EmbeddedFont font;
  private final Locale reader;
  private final String gap;
  private final Map<String, Integer> missing = new TreeMap<>();

  /**
   * Begins.
   *
   * @param gap what stands for a stretch: a format of its length and its script
   */
  ShownText(EmbeddedFont font, Locale reader, String gap) {
    this.font = font;
    this.reader = reader;
    this.gap = gap;
  }

  /** Returns how many characters of which script had no glyph. */
  Map<String, Integer> missing() {
    return missing;
  }

  String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      String script = font.shows(character) ? "" : EmbeddedFont.script(character, reader);
      int end = at + Character.charCount(character);
      if (font.shows(character)) {
        shown.appendCodePoint(character);
      } else if (script.isEmpty()) {
        shown.append("<U+%04X>".formatted(character));
      } else {
        end = end(text, at, script);
        int length = text.codePointCount(at, end);
        missing.merge(script, length, Integer::sum);
        shown.append(String.format(Locale.ROOT, gap, length, script));
      }
      at = end;
    }
    return shown.toString();
  }

  /** Blanks and signs within a stretch belong to it, unless it ends with them. */
  private int end(String text, int from, String script) {
    int end = from;
    for (int at = from; at < text.length(); ) {
      int character = text.codePointAt(at);
      String one = EmbeddedFont.script(character, reader);
      at += Character.charCount(character);
      if (one.equals(script)) {
        end = at;
      } else if (!one.isEmpty() || character == '\n') {
        return end;
      }
    }
    return end;
  }
}
