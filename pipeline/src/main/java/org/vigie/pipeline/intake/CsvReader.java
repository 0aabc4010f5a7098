package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.DeadLetter;
import org.vigie.capture.file.TableReader;

/**
 * Reads CSV with a header line into the schema {@code advert-v1}.
 *
 * <p>A row may hold line breaks in quotes. A row whose quotes never close is one dead letter for
 * its first line, and reading goes on with the second, so that a stray quote costs one line and not
 * the rest of the file.
 */
final class CsvReader implements EntryReader {
  /** Most lines one row may span before its opening quote is taken for a stray one. */
  private static final int MAX_ROW_LINES = 2_000;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final InputManifest input;
  private final AdvertV1 schema;
  private final LineReader lines;
  private final Deque<LineReader.Line> ahead = new ArrayDeque<>();
  private @Nullable List<String> header;
  private long line;

  CsvReader(InputManifest input) throws IOException {
    this.input = input;
    schema = new AdvertV1(input);
    lines = new LineReader(Path.of(input.path()));
  }

  @Override
  public @Nullable List<Intake> next() throws IOException {
    LineReader.Line first = take();
    if (first == null) {
      return null;
    }
    long start = ++line;
    if (first.isFaulty()) {
      return dead(start, first.faultKind(), first.fault(), first.text());
    }
    if (first.text().isBlank()) {
      return List.of();
    }
    String row = wholeRow(first.text());
    if (row == null) {
      return dead(start, "open-quote", "a quoted value must be closed, but it isn't", first.text());
    }
    return read(row, start);
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private List<Intake> read(String row, long start) throws IOException {
    List<String> values;
    try {
      values = parse(row);
    } catch (IOException | IllegalStateException e) {
      return dead(start, "not-csv", "a row must be CSV as RFC 4180 defines it", row);
    }
    if (header == null) {
      requireColumns(TableReader.filled(values));
      header = withoutMark(values);
      requireMappedColumns(header);
      return List.of();
    }
    if (values.size() != header.size()) {
      return dead(
          start,
          "wrong-width",
          "a row must have " + header.size() + " values, but has " + values.size(),
          row);
    }
    return advert(header, values, start, row);
  }

  private List<Intake> advert(List<String> columns, List<String> values, long start, String raw) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      all.put(columns.get(i), values.get(i));
    }
    Map<String, String> row = new HashMap<>(all);
    Map<String, String> fields = new HashMap<>();
    input
        .layout()
        .mapping()
        .forEach((key, column) -> {
          String value = all.getOrDefault(column, "");
          if (key.startsWith("fields.")) {
            fields.put(key.substring("fields.".length()), value);
          } else {
            row.put(key, value);
          }
        });
    try {
      return List.of(schema.read(row, fields, start));
    } catch (IllegalArgumentException e) {
      return dead(start, "not-advert-v1", String.valueOf(e.getMessage()), raw);
    }
  }

  /**
   * Joins lines until the quotes are balanced; null, with the lines put back, if they never are.
   */
  private @Nullable String wholeRow(String first) throws IOException {
    StringBuilder row = new StringBuilder(first);
    boolean open = opens(first, false);
    Deque<LineReader.Line> joined = new ArrayDeque<>();
    while (open) {
      LineReader.Line more = joined.size() < MAX_ROW_LINES ? take() : null;
      if (more == null || more.isFaulty() || row.length() > LineReader.MAX_LINE) {
        if (more != null) {
          joined.addLast(more);
        }
        while (!joined.isEmpty()) {
          ahead.addFirst(joined.removeLast());
        }
        return null;
      }
      joined.addLast(more);
      row.append('\n').append(more.text());
      open = opens(more.text(), true);
    }
    line += joined.size();
    return row.toString();
  }

  private static boolean opens(String text, boolean open) {
    boolean inside = open;
    for (int i = 0; i < text.length(); i++) {
      inside ^= text.charAt(i) == '"';
    }
    return inside;
  }

  private LineReader.@Nullable Line take() throws IOException {
    return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
  }

  private static List<String> parse(String row) throws IOException {
    try (CSVParser parser = CSVParser.parse(row, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).toList() : List.of();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> withoutMark(List<String> names) {
    List<String> stripped = names.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    return stripped;
  }

  private void requireColumns(int columns) {
    if (columns > TableReader.MOST_COLUMNS) {
      throw new UnreadableInputException(
          "%s must have at most %d columns, but has %d"
              .formatted(input.name(), TableReader.MOST_COLUMNS, columns));
    }
  }

  private void requireMappedColumns(List<String> columns) {
    Set<String> missing = new HashSet<>(input.layout().mapping().values());
    columns.forEach(missing::remove);
    boolean text =
        columns.contains(AdvertV1.TEXT) || input.layout().mapping().containsKey(AdvertV1.TEXT);
    if (!missing.isEmpty() || !text) {
      throw new UnreadableInputException(
          input.name()
              + " must have "
              + (missing.isEmpty() ? "a column 'text', or --map text=COLUMN" : "columns " + missing)
              + "; its columns are "
              + columns);
    }
  }

  private List<Intake> dead(long at, String kind, String reason, String raw) {
    return List.of(Intake.of(new DeadLetter(input.name(), at, kind, reason, raw)));
  }
}
