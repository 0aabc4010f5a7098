package org.vigie.capture.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Texts of word processors, all invented. */
class TextDocumentTest {
  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void readsTheParagraphsOfWordAndNothingThatWasTakenOut() throws IOException {
    byte[] file =
        zip(
            "[Content_Types].xml",
            "<Types/>",
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp='x'>Officer</cp:coreProperties>",
            "word/document.xml",
            "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Wait</w:t></w:r><w:r><w:t>resses wanted"
                + "</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:r>"
                + "<w:t>Ring</w:t><w:tab/><w:t>+1 555 0198</w:t></w:r></w:p></w:body></w:document>");

    ReadFile read = ReadFile.of(FileKind.DOCUMENT, "advert.docx", file);

    assertThat(read.parts("text")).containsExactly("Waitresses wanted\nRing +1 555 0198");
    assertThat(read.pages()).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void readsTheParagraphsOfAnOpenDocument() throws IOException {
    byte[] file =
        zip(
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "content.xml",
            "<o:document-content xmlns:o='o' xmlns:text='t'><text:h>Work abroad</text:h>"
                + "<text:p>Ring<text:s/>Kim</text:p></o:document-content>");

    assertThat(ReadFile.of(FileKind.DOCUMENT, "advert.odt", file).parts("text"))
        .containsExactly("Work abroad\nRing Kim");
  }

  @Test
  void saysSoIfADocumentHasNoWords() throws IOException {
    byte[] file = zip("word/document.xml", "<w:document xmlns:w='w'/>");

    assertThat(ReadFile.of(FileKind.DOCUMENT, "advert.docx", file).unread())
        .containsExactly("empty");
  }

  @Test
  void readsRichTextWithItsSignsInWhateverForm() throws IOException {
    String rtf =
        """
        {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Calibri;}}{\\*\\generator Example 10;}\\uc1\\pard
        Caf\\'e9 {\\b work} abroad\\par
        \\u1056?\\u1072? \\{ring\\}\\tab +1 555 0198\\par}
        """;

    assertThat(
            ReadFile.of(FileKind.RICH_TEXT, "advert.rtf", rtf.getBytes(ISO_8859_1)).parts("text"))
        .containsExactly("Café work abroad\nРа {ring} +1 555 0198");
  }
}
