package org.vigie.exchange.pdf;

import java.util.List;

/**
 * A line as it is seen, from left to right.
 *
 * @param glyphs its characters
 * @param isRightToLeft whether it starts at the right
 * @param width in points
 */
record VisualLine(List<Glyph> glyphs, boolean isRightToLeft, float width) {
  /**
   * A character in its place.
   *
   * @param character code point
   * @param isMarked whether it stands on a coloured ground
   */
  record Glyph(int character, boolean isMarked) {}

  VisualLine {
    glyphs = List.copyOf(glyphs);
  }
}
