package org.vigie.exchange.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** The pages of a document in the making: A4, lines from above to below. */
final class ArchivalPages implements AutoCloseable {
  private static final float MARGIN = 50;
  private static final float LEADING = 1.35f;
  private static final float FOOT_SIZE = 7;
  private static final float BAR = 3;
  private static final int[] MARK = {0xff, 0xe6, 0x80};
  private static final int[] RULE = {0x99, 0x99, 0x99};
  private static final int[] INK = {0, 0, 0};
  private static final float FULL = 255;

  private final PDDocument document;
  private final EmbeddedFont font;
  private final WordDrawings drawings;
  private final String foot;
  private final int most;
  private @Nullable PDPageContentStream page;
  private float y;
  private int[] bar = new int[0];

  /**
   * Begins a document.
   *
   * @param foot what stands below each page, beside its number
   * @param most how many pages it may have
   */
  ArchivalPages(PDDocument document, EmbeddedFont font, String foot, int most) {
    this.document = document;
    this.font = font;
    this.drawings = new WordDrawings(document, font);
    this.foot = foot;
    this.most = most;
  }

  /** Returns how wide lines may be, in points. */
  float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  /** Sets the colour of the bar that stands left of what follows; none for an empty one. */
  void bar(int[] colour) {
    bar = colour.clone();
  }

  /** Leaves room, unless a page has just begun. */
  void space(float points) {
    y -= points;
  }

  /**
   * Draws lines.
   *
   * @param indent how far from the left margin, in points
   * @param width of the column, in points
   */
  void draw(List<VisualLine> lines, float size, float indent, float width) throws IOException {
    for (VisualLine line : lines) {
      room(size);
      y -= size * LEADING;
      line(line, size, MARGIN + indent, width);
    }
  }

  /** Draws two columns beside each other, with a rule above. */
  void draw(List<VisualLine> left, List<VisualLine> right, float size, float split, float indent)
      throws IOException {
    room(size);
    rule(indent);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      room(size);
      y -= size * LEADING;
      if (i < left.size()) {
        line(left.get(i), size, MARGIN + indent, split);
      }
      if (i < right.size()) {
        float start = indent + split + 6;
        line(right.get(i), size, MARGIN + start, width() - start);
      }
    }
    space(2);
  }

  private void room(float size) throws IOException {
    if (page == null || y - size * LEADING < MARGIN) {
      begin();
    }
  }

  private void begin() throws IOException {
    if (page != null) {
      page.close();
    }
    if (document.getNumberOfPages() >= most) {
      throw new IOException("a document must have at most %d pages, but has more".formatted(most));
    }
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    String below = foot + "  " + document.getNumberOfPages();
    for (VisualLine line :
        new Paragraph(font, FOOT_SIZE, List.of(new Inline(below, false))).lines(width())) {
      y = MARGIN - 20;
      glyphs(line, FOOT_SIZE, MARGIN);
    }
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void rule(float indent) throws IOException {
    rectangle(RULE, MARGIN + indent, y - 1, width() - indent, 0.4f);
  }

  private void line(VisualLine line, float size, float x, float width) throws IOException {
    if (bar.length > 0) {
      rectangle(bar, MARGIN - 2 * BAR, y - 3, BAR, size * LEADING);
    }
    glyphs(line, size, line.isRightToLeft() ? x + Math.max(0, width - line.width()) : x);
  }

  private void glyphs(VisualLine line, float size, float x) throws IOException {
    float at = x;
    for (VisualLine.Glyph glyph : line.glyphs()) {
      float wide = font.width(glyph.character(), size);
      if (glyph.isMarked()) {
        rectangle(MARK, at, y - size * 0.25f, wide, size * 1.2f);
      }
      at += wide;
    }
    colour(INK);
    StringBuilder letters = new StringBuilder();
    float start = x;
    at = x;
    for (VisualLine.Glyph glyph : line.glyphs()) {
      Optional<DrawnWord> word = font.drawn().find(glyph.character());
      float wide = font.width(glyph.character(), size);
      if (word.isPresent()) {
        letters(letters, size, start);
        drawings.draw(open(), word.get(), size, at, y);
        start = at + wide;
      } else {
        letters.appendCodePoint(glyph.character());
      }
      at += wide;
    }
    letters(letters, size, start);
  }

  private void letters(StringBuilder letters, float size, float x) throws IOException {
    if (!letters.isEmpty()) {
      PDPageContentStream out = open();
      out.beginText();
      out.setFont(font.font(), size);
      out.newLineAtOffset(x, y);
      out.showText(letters.toString());
      out.endText();
      letters.setLength(0);
    }
  }

  private void rectangle(int[] colour, float x, float from, float width, float height)
      throws IOException {
    colour(colour);
    open().addRect(x, from, width, height);
    open().fill();
  }

  private void colour(int[] colour) throws IOException {
    open().setNonStrokingColor(colour[0] / FULL, colour[1] / FULL, colour[2] / FULL);
  }

  private PDPageContentStream open() {
    if (page == null) {
      throw new IllegalStateException("a page must have begun before anything is drawn");
    }
    return page;
  }

  @Override
  public void close() throws IOException {
    if (page == null) {
      begin();
    }
    open().close();
  }
}
