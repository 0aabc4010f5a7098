package org.vigie.exchange.pdf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Text as a font can show it: words of scripts that it doesn't have are drawn, and what can't be
 * drawn either is said, not left blank.
 *
 * <p>A stretch in a script that the font doesn't have becomes its length and the script's name; a
 * single sign becomes its code point.
 */
final class ShownText {
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;

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
      if (font.shows(character)) {
        shown.appendCodePoint(character);
        at += Character.charCount(character);
      } else {
        int end = drawn(text, at, shown);
        at = end > at ? end : said(text, at, shown);
      }
    }
    return shown.toString();
  }

  /** Draws what begins at a place, and returns where it ends: there, if it can't be drawn. */
  private int drawn(String text, int at, StringBuilder shown) {
    Optional<DrawnFont> other = font.drawn().fontOf(text.codePointAt(at));
    if (other.isEmpty()) {
      return at;
    }
    int end = drawnEnd(text, at, other.get());
    Optional<String> words = font.drawn().of(text.substring(at, end), other.get());
    words.ifPresent(shown::append);
    return words.isPresent() ? end : at;
  }

  /** Says what begins at a place and can't be shown, and returns where it ends. */
  private int said(String text, int at, StringBuilder shown) {
    int character = text.codePointAt(at);
    String script = EmbeddedFont.script(character, reader);
    if (script.isEmpty()) {
      shown.append("<U+%04X>".formatted(character));
      return at + Character.charCount(character);
    }
    int end = end(text, at, script);
    int length = text.codePointCount(at, end);
    missing.merge(script, length, Integer::sum);
    shown.append(String.format(Locale.ROOT, gap, length, script));
    return end;
  }

  /** Returns where letters end that must be drawn together, with the joiners between them. */
  private int drawnEnd(String text, int from, DrawnFont other) {
    int at = from;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      boolean joins = character == ZWNJ || character == ZWJ;
      if (!joins && (font.shows(character) || !other.shows(character))) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
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
