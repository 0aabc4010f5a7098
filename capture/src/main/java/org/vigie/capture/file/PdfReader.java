package org.vigie.capture.file;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

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
      PDFTextStripper stripper = new PDFTextStripper();
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
    } catch (RuntimeException | StackOverflowError e) { // of files that are damaged
      throw new IOException("a PDF must be whole, but isn't", e);
    }
  }
}
