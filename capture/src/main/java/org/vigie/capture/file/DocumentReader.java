package org.vigie.capture.file;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Texts of Word ({@code .docx}; ECMA-376, part 1, section 17) and OpenDocument ({@code .odt};
 * OASIS, version 1.3, part 3): one advert, a line for each paragraph.
 */
final class DocumentReader implements FileReader {
  private static final String WORD = "word/document.xml";
  private static final String OPEN = "content.xml";

  /** Characters of one document. */
  private static final int MAX_CHARS = 4 << 20;

  /** What stands in these is no text, or was taken out of it. */
  private static final Set<String> LEFT_OUT =
      Set.of("instrText", "delText", "tracked-changes", "annotation", "automatic-styles");

  private static final Set<String> LINES = Set.of("p", "h", "br", "cr", "line-break", "tr");
  private static final Set<String> BLANKS = Set.of("tab", "s", "tc", "table-cell");

  /** Returns whether the beginning of a zip is that of such a text. */
  static boolean isDocument(String ending, String raw) {
    return ending.equals("docx")
        || ending.equals("docm")
        || ending.equals("odt")
        || raw.contains(WORD)
        || raw.contains("opendocument.text");
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    Map<String, byte[]> parts = ZipParts.of(file, name -> name.equals(WORD) || name.equals(OPEN));
    byte[] content = parts.getOrDefault(WORD, parts.get(OPEN));
    if (content == null) {
      throw new IOException(
          "a document must have a %s or a %s, but has none".formatted(WORD, OPEN));
    }
    try {
      String text = text(Xml.of(content));
      if (!new RowBuilder().part("text", text).to(sink)) {
        sink.unread("", "empty", "a document must have words, but has none");
      }
    } catch (XMLStreamException e) {
      throw new IOException("a document must be whole XML, but isn't", e);
    }
  }

  private static String text(XMLStreamReader in) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int left = 0;
    while (in.hasNext() && text.length() < MAX_CHARS) {
      switch (in.next()) {
        case XMLStreamConstants.CHARACTERS -> text.append(left == 0 ? in.getText() : "");
        case XMLStreamConstants.START_ELEMENT -> {
          String name = in.getLocalName();
          left += LEFT_OUT.contains(name) ? 1 : 0;
          text.append(LINES.contains(name) ? "\n" : BLANKS.contains(name) ? " " : "");
        }
        case XMLStreamConstants.END_ELEMENT -> left -= LEFT_OUT.contains(in.getLocalName()) ? 1 : 0;
        default -> {}
      }
    }
    return text.toString().replaceAll("[ \\t]*\\n\\s*", "\n").replaceAll("[ \\t]{2,}", " ").strip();
  }
}
