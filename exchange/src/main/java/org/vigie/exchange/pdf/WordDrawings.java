package org.vigie.exchange.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * The drawn words of a document, each in it once. Its text goes with each (ISO 32000-1, 14.9.4), so
 * that readers find, copy and speak it.
 */
final class WordDrawings {
  private static final float UNITS = 1000;
  private static final float PERCENT = 100;

  /** Left around a drawing, since viewers cut at whole pixels. */
  private static final int ROOM = 200;

  private final PDDocument document;
  private final EmbeddedFont font;
  private final Map<String, PDFormXObject> drawn = new HashMap<>();

  WordDrawings(PDDocument document, EmbeddedFont font) {
    this.document = document;
    this.font = font;
  }

  /**
   * Draws a word on a page.
   *
   * @param size of the letters, in points
   * @param x where it begins
   * @param y of the base line
   */
  void draw(PDPageContentStream out, DrawnWord word, float size, float x, float y)
      throws IOException {
    COSDictionary says = new COSDictionary();
    says.setString(COSName.ACTUAL_TEXT, word.text());
    out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(says));
    blank(out, word, size, x, y);
    out.saveGraphicsState();
    out.transform(new Matrix(size / UNITS, 0, 0, size / UNITS, x, y));
    out.drawForm(form(word));
    out.restoreGraphicsState();
    out.endMarkedContent();
  }

  /** Readers look for text where there is some: a blank as wide as the word, which nobody sees. */
  private void blank(PDPageContentStream out, DrawnWord word, float size, float x, float y)
      throws IOException {
    out.saveGraphicsState();
    out.beginText();
    out.setFont(font.font(), size);
    out.setRenderingMode(RenderingMode.NEITHER);
    out.setHorizontalScaling(PERCENT * word.advance() / font.width(' ', UNITS));
    out.newLineAtOffset(x, y);
    out.showText(" ");
    out.endText();
    out.restoreGraphicsState();
  }

  private PDFormXObject form(DrawnWord word) throws IOException {
    PDFormXObject known = drawn.get(word.text());
    if (known != null) {
      return known;
    }
    byte[] operators = WordOutline.of(word).getBytes(US_ASCII);
    PDFormXObject form =
        new PDFormXObject(
            new PDStream(document, new ByteArrayInputStream(operators), COSName.FLATE_DECODE));
    Rectangle bounds = word.outline().getBounds();
    bounds.grow(ROOM, ROOM);
    form.setBBox(new PDRectangle(bounds.x, -bounds.y - bounds.height, bounds.width, bounds.height));
    form.setResources(new PDResources());
    drawn.put(word.text(), form);
    return form;
  }
}
