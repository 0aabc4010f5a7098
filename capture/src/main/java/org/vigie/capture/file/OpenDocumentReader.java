package org.vigie.capture.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** OpenDocument spreadsheets (OASIS, version 1.3, part 3, section 9): each table of them. */
final class OpenDocumentReader implements FileReader {
  private static final int MAX_COLUMNS = 500;
  private static final int MAX_REPEATED_ROWS = 1_000;

  /** Characters of all rows together, what is repeated counted each time. */
  private static final long MAX_CHARS = 256L << 20;

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    Map<String, byte[]> parts = ZipParts.of(file, name -> name.equals("content.xml"));
    byte[] content = parts.get("content.xml");
    if (content == null) {
      throw new IOException("a spreadsheet must have a content.xml, but has none");
    }
    try {
      read(Xml.of(content), file, sink);
    } catch (XMLStreamException | NumberFormatException e) {
      throw new IOException("a spreadsheet must be whole XML, but isn't", e);
    }
  }

  private static void read(XMLStreamReader in, FileSource file, FileSink sink)
      throws XMLStreamException, IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String value = "";
    int columns = 1;
    int repeated = 1;
    int tables = 0;
    int notes = 0;
    long room = MAX_CHARS;
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.CHARACTERS && notes == 0) {
        text.append(in.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "table" -> rows.clear();
          case "annotation" -> notes++;
          case "table-row" -> repeated = count(Xml.attribute(in, "number-rows-repeated"));
          case "table-cell", "covered-table-cell" -> {
            columns = count(Xml.attribute(in, "number-columns-repeated"));
            value = Xml.attribute(in, "date-value");
            text.setLength(0);
          }
          case "p" -> text.append(text.isEmpty() ? "" : "\n");
          case "line-break" -> text.append('\n');
          case "s" -> text.append(' ');
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        switch (in.getLocalName()) {
          case "annotation" -> notes--;
          case "table-cell", "covered-table-cell" -> {
            String cell = value.isEmpty() ? text.toString().strip() : value;
            for (int i = 0;
                i < (cell.isEmpty() ? Math.min(columns, 50) : columns) && row.size() < MAX_COLUMNS;
                i++) {
              row.add(cell);
            }
            text.setLength(0);
          }
          case "table-row" -> {
            boolean blank = row.stream().allMatch(String::isBlank);
            long chars = row.stream().mapToLong(cell -> cell.length() + 8L).sum();
            for (int i = 0; i < Math.min(repeated, MAX_REPEATED_ROWS) && !blank && room > 0; i++) {
              rows.add(row);
              room -= chars;
            }
            row = new ArrayList<>();
          }
          case "table" -> {
            tables++;
            Rows.read(rows, "table " + tables, file, sink);
            if (room <= 0) {
              sink.unread(
                  "table " + tables,
                  "too-large",
                  "a spreadsheet must have at most %d characters, what it repeats counted each time"
                      .formatted(MAX_CHARS));
              return;
            }
          }
          default -> {}
        }
      }
    }
  }

  private static int count(String text) {
    return text.isEmpty() ? 1 : Integer.parseInt(text);
  }
}
