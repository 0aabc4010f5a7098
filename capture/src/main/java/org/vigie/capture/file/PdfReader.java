package org.vigie.capture.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** PDF: its text is one advert. Bounded in pages and in memory; nothing in it is run. */
final class PdfReader implements FileReader {
  private static final int MAX_PAGES = 200;
  private static final int MAX_CHARS = 1 << 20;

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(file.bytes(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        sink.unread(
            "",
            "too-long",
            "a PDF must have at most %d pages, but has %d"
                .formatted(MAX_PAGES, document.getNumberOfPages()));
        return;
      }
      PDFTextStripper stripper = new BoundedStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      boolean told =
          new RowBuilder()
              .part("text", text.substring(0, Math.min(text.length(), MAX_CHARS)))
              .to(sink);
      if (!told) {
        sink.unread("", "no-text", "a PDF must have text, but has pictures alone");
      }
    } catch (InvalidPasswordException e) {
      sink.unread("", "encrypted", "a PDF must be open to be read, but asks for a password");
    } catch (UncheckedIOException e) { // it is the sink that can't go on
      throw e;
    } catch (RuntimeException | StackOverflowError e) { // of files that are damaged
      throw new IOException("a PDF must be whole, but isn't", e);
    }
  }

  /**
   * Stops at a document that does more than any page needs: a form may show another ten times, and
   * that one the next, and a tree of pages may have more than it says.
   */
  private static final class BoundedStripper extends PDFTextStripper {
    private static final int MAX_OPERATORS = 5_000_000;
    private static final int MAX_GLYPHS = 2 * MAX_CHARS;

    private int operators;
    private int glyphs;
    private int pages;

    @Override
    public void processPage(PDPage page) throws IOException {
      require(++pages <= MAX_PAGES);
      super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      require(++operators <= MAX_OPERATORS);
      super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      require(++glyphs <= MAX_GLYPHS);
      super.processTextPosition(text);
    }

    private static void require(boolean within) {
      if (!within) {
        throw new IllegalStateException("a PDF must not do more than its pages need");
      }
    }
  }
}
