package org.vigie.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Workbooks of Excel 2007 and later (ECMA-376, part 1, section 18), also binary ones: each sheet a
 * table.
 */
final class WorkbookReader implements FileReader {
  private static final int MAX_COLUMNS = 500;

  /** What all sheets may hold together, places left empty before a cell counted in. */
  private static final int MAX_CELLS = 5_000_000;

  /** Built-in formats of dates (section 18.8.30). */
  static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    Map<String, byte[]> parts = ZipParts.of(file, WorkbookReader::isRead);
    try {
      Sheets sheets = sheets(parts);
      int number = 0;
      int room = MAX_CELLS;
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        if (part.getKey().startsWith("xl/worksheets/sheet")) {
          number++;
          List<List<String>> rows = sheets.rows(part.getValue(), room);
          room -= rows.stream().mapToInt(List::size).sum();
          Rows.read(rows, "sheet " + number, file, sink);
          if (room <= 0) {
            sink.unread(
                "sheet " + number,
                "too-large",
                "a workbook must have at most %d cells; what comes after them isn't read"
                    .formatted(MAX_CELLS));
            return;
          }
        }
      }
      if (number == 0) {
        throw new IOException("a workbook must have a sheet, but has none");
      }
    } catch (XMLStreamException e) {
      throw new IOException("a workbook must be whole XML, but isn't", e);
    }
  }

  /** What makes rows of a sheet. */
  @FunctionalInterface
  private interface Sheets {
    List<List<String>> rows(byte[] sheet, int room) throws IOException, XMLStreamException;
  }

  private static Sheets sheets(Map<String, byte[]> parts) throws IOException, XMLStreamException {
    if (parts.keySet().stream().anyMatch(WorkbookReader::isBinarySheet)) {
      return new BinaryWorkbook(
              parts.getOrDefault("xl/sharedStrings.bin", new byte[0]),
              parts.getOrDefault("xl/styles.bin", new byte[0]))
          ::rows;
    }
    List<String> shared = shared(parts.getOrDefault("xl/sharedStrings.xml", new byte[0]));
    Set<Integer> dates = dateStyles(parts.getOrDefault("xl/styles.xml", new byte[0]));
    return (sheet, room) -> sheet(sheet, shared, dates, room);
  }

  private static boolean isBinarySheet(String name) {
    return name.startsWith("xl/worksheets/sheet") && name.endsWith(".bin");
  }

  /** Of other files of a workbook nothing is unpacked. */
  private static boolean isRead(String name) {
    return (name.startsWith("xl/worksheets/sheet") && name.endsWith(".xml"))
        || isBinarySheet(name)
        || name.equals("xl/sharedStrings.xml")
        || name.equals("xl/sharedStrings.bin")
        || name.equals("xl/styles.xml")
        || name.equals("xl/styles.bin");
  }

  private static List<String> shared(byte[] xml) throws XMLStreamException {
    List<String> strings = new ArrayList<>();
    if (xml.length == 0) {
      return strings;
    }
    XMLStreamReader in = Xml.of(xml);
    StringBuilder text = new StringBuilder();
    boolean phonetic = false;
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "si" -> text.setLength(0);
          case "rPh" -> phonetic = true;
          case "t" -> text.append(phonetic ? "" : in.getElementText());
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        phonetic &= !in.getLocalName().equals("rPh");
        if (in.getLocalName().equals("si")) {
          strings.add(text.toString());
        }
      }
    }
    return strings;
  }

  /** Returns the numbers of the cell styles that show dates. */
  private static Set<Integer> dateStyles(byte[] xml) throws XMLStreamException {
    Set<Integer> styles = new HashSet<>();
    Set<Integer> formats = new HashSet<>(DATES);
    if (xml.length == 0) {
      return styles;
    }
    XMLStreamReader in = Xml.of(xml);
    boolean cells = false;
    int style = 0;
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        cells &= !in.getLocalName().equals("cellXfs");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "numFmt" -> {
            String code = Xml.attribute(in, "formatCode").toLowerCase(Locale.ROOT);
            if (showsDay(code)) {
              formats.add(number(Xml.attribute(in, "numFmtId")));
            }
          }
          case "cellXfs" -> cells = true;
          case "xf" -> {
            String format = Xml.attribute(in, "numFmtId");
            if (cells && !format.isEmpty() && formats.contains(number(format))) {
              styles.add(style);
            }
            style += cells ? 1 : 0;
          }
          default -> {}
        }
      }
    }
    return styles;
  }

  /**
   * Returns whether a format has a letter of days or years beside what it has in brackets, quotes.
   */
  static boolean showsDay(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      int close = c == '[' ? code.indexOf(']', i) : c == '"' ? code.indexOf('"', i + 1) : i;
      if (close < 0) {
        return false; // it is no format
      }
      if (c == 'd' || c == 'y') {
        return true;
      }
      i = close;
    }
    return false;
  }

  /**
   * Returns the rows of a sheet that say something, until they have more cells than there is room.
   */
  private static List<List<String>> sheet(
      byte[] xml, List<String> shared, Set<Integer> dates, int room) throws XMLStreamException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    String type = "";
    String style = "";
    XMLStreamReader in = Xml.of(xml);
    int cells = 0;
    while (in.hasNext() && cells < room) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("row")) {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          rows.add(List.copyOf(row));
          cells += row.size();
        }
        row = new ArrayList<>();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "c" -> {
            type = Xml.attribute(in, "t");
            style = Xml.attribute(in, "s");
            int column = column(Xml.attribute(in, "r"), row.size());
            while (row.size() <= Math.min(column, MAX_COLUMNS)) {
              row.add("");
            }
          }
          case "v" ->
              put(row, value(in.getElementText(), type, dates.contains(number(style)), shared));
          case "t" -> put(row, (row.isEmpty() ? "" : row.getLast()) + in.getElementText());
          default -> {}
        }
      }
    }
    return rows;
  }

  private static void put(List<String> row, String value) {
    if (!row.isEmpty()) {
      row.set(row.size() - 1, value);
    }
  }

  /** Returns the number that a text is; -1, which nothing has, if it is none. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Returns the number of a column by a cell's name, such as {@code AB12}. */
  private static int column(String cell, int next) {
    int column = 0;
    for (byte c : cell.getBytes(StandardCharsets.US_ASCII)) {
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column <= 0 ? next : Math.min(column - 1, MAX_COLUMNS);
  }

  static String value(String raw, String type, boolean date, List<String> shared) {
    if (type.equals("s")) {
      int index = number(raw);
      return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }
    boolean numeric = type.isEmpty() || type.equals("n");
    if (!numeric) {
      return raw;
    }
    try {
      double number = Double.parseDouble(raw);
      return date && Math.abs(number) <= SerialDay.LAST
          ? SerialDay.at(number).toString()
          : number == Math.rint(number) && Math.abs(number) < 1e15
              ? Long.toString((long) number)
              : raw;
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** A day as workbooks count them: from the end of 1899, with a day that 1900 didn't have. */
  static final class SerialDay {
    /** The last day of the year 9999 is the last that a workbook has. */
    static final double LAST = 2_958_466;

    private SerialDay() {}

    static LocalDateTime at(double days) {
      long seconds = Math.round(days * 86_400);
      return LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(seconds);
    }
  }
}
