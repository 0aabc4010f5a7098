package org.vigie.exchange.pdf;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A paragraph whose letters have their shapes, in lines: Arabic letters are joined, and what runs
 * from right to left does (Unicode, annexes 9 and 14).
 */
final class Paragraph {
  private final EmbeddedFont font;
  private final float size;
  private final String text;
  private final BitSet marked;

  /**
   * Makes a paragraph.
   *
   * @param font what shows it; each character has a glyph
   * @param size of the letters, in points
   */
  Paragraph(EmbeddedFont font, float size, List<Inline> inlines) {
    this.font = font;
    this.size = size;
    StringBuilder read = new StringBuilder();
    BitSet marks = new BitSet();
    for (Inline inline : inlines) {
      if (inline.isMarked()) {
        marks.set(read.length(), read.length() + inline.text().length());
      }
      read.append(inline.text());
    }
    StringBuilder shaped = new StringBuilder();
    BitSet moved = new BitSet();
    shape(read.toString(), marks, shaped, moved);
    this.text = shaped.toString();
    this.marked = moved;
  }

  private void shape(String read, BitSet marks, StringBuilder out, BitSet moved) {
    JoinedLetters letters = new JoinedLetters(font);
    for (int from = 0; from < read.length(); ) {
      JoinedLetters.Shape shape = letters.at(read, from);
      if (marks.get(from)) {
        moved.set(out.length(), out.length() + shape.shown().length());
      }
      out.append(shape.shown());
      from += shape.length();
    }
  }

  /** Returns its lines, none wider than a width unless a single character is. */
  List<VisualLine> lines(float width) {
    List<VisualLine> lines = new ArrayList<>();
    Bidi bidi = new Bidi(text, Bidi.LEVEL_DEFAULT_LTR);
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    for (int from = 0; from < text.length(); ) {
      int to = end(from, width, breaks);
      lines.add(line(bidi, from, to));
      from = to;
    }
    return lines;
  }

  private int end(int from, float width, BreakIterator breaks) {
    float used = 0;
    int at = from;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      used += font.width(character, size);
      if (used > width && at > from && !Character.isWhitespace(character)) {
        int before = lastBreak(from, at, breaks);
        return before > from ? before : at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  /** Drawn words may be parted from each other: they end where lines may. */
  private int lastBreak(int from, int at, BreakIterator breaks) {
    int best = breaks.isBoundary(at) ? at : breaks.preceding(at);
    for (int place = at; place > Math.max(from, best); ) {
      int before = text.codePointBefore(place);
      if (font.drawn().isWord(before)
          && place < text.length()
          && font.drawn().isWord(text.codePointAt(place))) {
        return place;
      }
      place -= Character.charCount(before);
    }
    return best;
  }

  private VisualLine line(Bidi whole, int from, int to) {
    int end = to;
    while (end > from + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    Bidi bidi = whole.setLine(from, end);
    List<VisualLine.Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < bidi.countRuns(); i++) {
      BidiRun run = bidi.getVisualRun(i);
      if (run.isEvenRun()) {
        forward(from + run.getStart(), from + run.getLimit(), glyphs);
      } else {
        backward(from + run.getStart(), from + run.getLimit(), glyphs);
      }
    }
    float width = 0;
    for (VisualLine.Glyph glyph : glyphs) {
      width += font.width(glyph.character(), size);
    }
    return new VisualLine(glyphs, (whole.getParaLevel() & 1) == 1, width);
  }

  private void forward(int from, int to, List<VisualLine.Glyph> glyphs) {
    for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
      glyphs.add(new VisualLine.Glyph(text.codePointAt(at), marked.get(at)));
    }
  }

  /** A vowel sign stays behind its letter, over which it is drawn; brackets face the other way. */
  private void backward(int from, int to, List<VisualLine.Glyph> glyphs) {
    int end = to;
    while (end > from) {
      int start = end;
      int character;
      do {
        character = text.codePointBefore(start);
        start -= Character.charCount(character);
      } while (start > from && UCharacter.getCombiningClass(character) != 0);
      List<VisualLine.Glyph> cluster = new ArrayList<>();
      forward(start, end, cluster);
      for (VisualLine.Glyph glyph : cluster) {
        int mirrored = UCharacter.getMirror(glyph.character());
        glyphs.add(
            new VisualLine.Glyph(
                font.shows(mirrored) ? mirrored : glyph.character(), glyph.isMarked()));
      }
      end = start;
    }
  }
}
