package org.vigie.exchange.pdf;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * DejaVu Sans in a document: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic letters,
 * and many signs. Of other scripts words are drawn.
 */
final class EmbeddedFont {
  private static final String FILE = "DejaVuSans.ttf";

  /** PDF counts widths in thousandths of the size (ISO 32000-1, 9.2.4). */
  private static final float UNITS = 1000;

  private final PDFont font;
  private final DrawnWords drawn;
  private final Map<Integer, Float> widths = new HashMap<>();

  EmbeddedFont(PDDocument document) throws IOException {
    this(document, DrawnScripts.ofThisMachine());
  }

  EmbeddedFont(PDDocument document, DrawnScripts scripts) throws IOException {
    drawn = new DrawnWords(scripts);
    try (InputStream in =
        Objects.requireNonNull(EmbeddedFont.class.getResourceAsStream(FILE), FILE)) {
      font = PDType0Font.load(document, in, true);
    }
  }

  PDFont font() {
    return font;
  }

  /** Returns the words that are drawn beside its letters. */
  DrawnWords drawn() {
    return drawn;
  }

  /** Returns whether it can show a character. */
  boolean shows(int character) {
    return widths.computeIfAbsent(character, this::measure) >= 0;
  }

  /** Returns how wide a character, or the word that it stands for, is, in points. */
  float width(int character, float size) {
    if (drawn.isWord(character)) {
      return drawn.find(character).orElseThrow().advance() * size / UNITS;
    }
    return Math.max(0, widths.computeIfAbsent(character, this::measure)) * size / UNITS;
  }

  private float measure(int character) {
    try {
      return font.getStringWidth(Character.toString(character));
    } catch (IOException | IllegalArgumentException e) {
      return -1; // the library says so of what it has no glyph for
    }
  }

  /**
   * Returns the name of the script of a character, in a reader's language; empty if it has none.
   */
  static String script(int character, Locale reader) {
    int script = UScript.getScript(character);
    return script == UScript.COMMON || script == UScript.INHERITED || script == UScript.UNKNOWN
        ? ""
        : ULocale.getDisplayScript(
            "und-" + UScript.getShortName(script), ULocale.forLocale(reader));
  }
}
