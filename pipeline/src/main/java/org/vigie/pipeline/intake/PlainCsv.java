package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.capture.file.TableReader;

/** CSV whose columns have the names of the schema advert-v1, or those that a person says. */
final class PlainCsv {
  /** Lines looked at to show how it begins. */
  private static final int FIRST_LINES = 32;

  private PlainCsv() {}

  /** Returns whether a file is read as it is, in a stream. */
  static boolean is(Path file, Map<String, String> mapping) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      LineReader.Line header = lines.next();
      if (header == null || header.isFaulty()) {
        return false;
      }
      List<String> columns =
          List.of(header.text().replace("\uFEFF", "").replace("\"", "").strip().split("\\s*,\\s*"));
      return columns.contains(AdvertV1.TEXT)
          || (mapping.containsKey(AdvertV1.TEXT) && columns.containsAll(mapping.values()));
    }
  }

  /** Returns what is shown of one. How many adverts it holds is told when it is read. */
  static TakenFile taken(Path file, Map<String, String> mapping) throws IOException {
    StringBuilder start = new StringBuilder();
    try (LineReader lines = new LineReader(file)) {
      for (int i = 0; i < FIRST_LINES; i++) {
        LineReader.Line line = lines.next();
        if (line == null) {
          break;
        }
        start.append(line.text().replace("\uFEFF", "")).append('\n');
      }
    }
    return new TakenFile(
        file,
        "CSV of advert-v1",
        -1,
        0,
        List.of(TableReader.start(start.toString(), column -> AdvertV1.key(column, mapping))));
  }
}
