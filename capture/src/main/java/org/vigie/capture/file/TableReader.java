package org.vigie.capture.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** CSV and TSV of any charset; the separator is the one that makes rows alike. */
public final class TableReader implements FileReader {
  /** Exports of boards have some hundreds; a table of many more is no list of adverts. */
  public static final int MOST_COLUMNS = 2_000;

  private static final char[] SEPARATORS = {'\t', ';', ',', '|'};
  private static final int SAMPLE = 40;

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    String text = file.text();
    Character told = file.form().separator();
    char separator = told == null ? separator(text) : told;
    int open = openQuote(text, separator);
    if (open >= 0) {
      sink.unread(
          "line " + (1 + text.substring(0, open).chars().filter(c -> c == '\n').count()),
          "open-quote",
          "a quoted value must be closed, but it isn't; the quote was taken for a letter");
    }
    Charset encoding = file.form().encoding();
    String written =
        (encoding == null ? Charsets.of(file.bytes()) : encoding).name()
            + ", "
            + TableForm.name(separator);
    Rows.read(rows(text, separator, Integer.MAX_VALUE, open), "", written, file, sink);
  }

  /**
   * Returns how a table in UTF-8 with commas begins, each column under its own name.
   *
   * @param keys for each column what it is read as, empty for nothing
   */
  public static TableStart start(String text, Function<String, String> keys) {
    List<List<String>> rows = rows(text, ',', TableStart.ROWS + 2);
    List<String> header =
        rows.isEmpty() ? List.of() : rows.getFirst().stream().map(String::strip).toList();
    return new TableStart(
        "",
        "UTF-8, " + TableForm.name(','),
        header,
        header.stream().map(keys).toList(),
        rows.isEmpty() ? rows : rows.subList(1, rows.size()));
  }

  /** Returns how many cells a row has up to the last that isn't blank. */
  public static int filled(List<String> row) {
    int filled = row.size();
    while (filled > 0 && row.get(filled - 1).isBlank()) {
      filled--;
    }
    return filled;
  }

  /**
   * Returns where the first quote stands that opens a value and that no quote before the end of a
   * value closes, so that all rows behind it would be one; -1 if none does.
   */
  private static int openQuote(String text, char separator) {
    for (int i = 0; i < text.length(); i++) {
      boolean opens = text.charAt(i) == '"' && (i == 0 || isEnd(text.charAt(i - 1), separator));
      if (opens) {
        int close = i + 1;
        while (close < text.length()) {
          if (text.charAt(close) == '"') {
            if (close + 1 == text.length() || text.charAt(close + 1) != '"') {
              break;
            }
            close++;
          }
          close++;
        }
        if (close >= text.length()) {
          return i;
        }
        i = close;
      }
    }
    return -1;
  }

  private static boolean isEnd(char c, char separator) {
    return c == separator || c == '\n' || c == '\r';
  }

  /** Returns whether a text is a table: rows of one width, two or more. */
  static boolean isTable(String text) {
    String start = text.substring(0, Math.min(text.length(), 6_000));
    List<List<String>> rows = rows(start, separator(start), SAMPLE);
    long alike = rows.stream().filter(row -> row.size() == rows.getFirst().size()).count();
    return rows.size() >= 3 && rows.getFirst().size() >= 3 && alike >= rows.size() - 1;
  }

  static char separator(String text) {
    String start = text.substring(0, Math.min(text.length(), 200_000));
    char best = ',';
    double most = 0;
    for (char separator : SEPARATORS) {
      List<List<String>> rows = rows(start, separator, SAMPLE);
      if (rows.size() > 1 && start.length() == 200_000) {
        rows = rows.subList(0, rows.size() - 1);
      }
      int width = rows.isEmpty() ? 0 : rows.getFirst().size();
      long alike = rows.stream().filter(row -> row.size() == width).count();
      double worth = width < 2 ? 0 : (double) alike / rows.size() * Math.min(width, 20) + alike;
      if (worth > most) {
        most = worth;
        best = separator;
      }
    }
    return best;
  }

  /**
   * Returns the rows of a text that are not blank, the first of which may name the columns.
   *
   * @throws IllegalArgumentException if a quoted value stays open
   */
  public static List<List<String>> rows(String text) {
    char separator = separator(text);
    if (openQuote(text, separator) >= 0) {
      throw new IllegalArgumentException("must close each quotation mark, but leaves one open");
    }
    return rows(text, separator, Integer.MAX_VALUE);
  }

  /** Parts a text as RFC 4180 does; a quote that stands within a value is one of its letters. */
  static List<List<String>> rows(String text, char separator, int max) {
    return rows(text, separator, max, -1);
  }

  /**
   * Parts a text, from some place on without heed of quotes.
   *
   * @param open where a quote stands that nothing closes; -1 if none does
   */
  private static List<List<String>> rows(String text, char separator, int max, int open) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length() && rows.size() < max; i++) {
      char c = text.charAt(i);
      if (quoted) {
        boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (c != '"' || twice) {
          cell.append(c);
          i += twice ? 1 : 0;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty() && (open < 0 || i < open)) {
        quoted = true;
      } else if (c == separator) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' || c == '\r') {
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        end(rows, row, cell);
        row = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    end(rows, row, cell);
    return rows;
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
    row.add(cell.toString());
    cell.setLength(0);
    if (row.size() > 1 || !row.getFirst().isBlank()) {
      rows.add(row);
    }
  }
}
