package org.vigie.exchange.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;

/**
 * A font whose words are drawn: the JDK's HarfBuzz puts letters together as OpenType wants it,
 * which scripts such as Devanagari need and the PDF library does for a few of them only.
 */
final class DrawnFont {
  private static final float UNITS = 1000;
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Font font;

  DrawnFont(Font font) {
    this.font = font.deriveFont(UNITS);
  }

  boolean shows(int character) {
    return font.canDisplay(character);
  }

  DrawnWord draw(String text) {
    char[] letters = text.toCharArray();
    GlyphVector glyphs =
        font.layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    float advance = (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    return new DrawnWord(text, advance, new Path2D.Float(glyphs.getOutline()));
  }
}
