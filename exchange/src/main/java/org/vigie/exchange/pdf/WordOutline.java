package org.vigie.exchange.pdf;

import java.awt.geom.PathIterator;

/**
 * The outline of a drawn word as operators of PDF (ISO 32000-1, 8.5): filled, in thousandths of the
 * size, y growing upwards. Such a thousandth is finer than any printer, so that all are whole.
 */
final class WordOutline {
  private static final float TWO_THIRDS = 2f / 3;

  private final StringBuilder operators = new StringBuilder();
  private float x;
  private float y;

  private WordOutline() {}

  /** Returns the operators; empty for a blank. */
  static String of(DrawnWord word) {
    WordOutline outline = new WordOutline();
    for (PathIterator at = word.outline().getPathIterator(null); !at.isDone(); at.next()) {
      float[] to = new float[6];
      outline.add(at.currentSegment(to), to);
    }
    if (!outline.operators.isEmpty()) {
      outline.operators.append("f\n");
    }
    return outline.operators.toString();
  }

  private void add(int kind, float... to) {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> end("m", to[0], to[1]);
      case PathIterator.SEG_LINETO -> end("l", to[0], to[1]);
      case PathIterator.SEG_QUADTO -> {
        // PDF has cubic curves alone; this one is the same.
        point(x + TWO_THIRDS * (to[0] - x), y + TWO_THIRDS * (to[1] - y));
        point(to[2] + TWO_THIRDS * (to[0] - to[2]), to[3] + TWO_THIRDS * (to[1] - to[3]));
        end("c", to[2], to[3]);
      }
      case PathIterator.SEG_CUBICTO -> {
        point(to[0], to[1]);
        point(to[2], to[3]);
        end("c", to[4], to[5]);
      }
      default -> operators.append("h\n");
    }
  }

  private void end(String operator, float toX, float toY) {
    point(toX, toY);
    operators.append(operator).append('\n');
    x = toX;
    y = toY;
  }

  private void point(float pointX, float pointY) {
    operators.append(Math.round(pointX)).append(' ').append(Math.round(-pointY)).append(' ');
  }
}
