package org.vigie.cli.command.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.files.failure.UserError;

/** The value of {@code --map}: which CSV column holds which part of an advert. */
final class CsvMapping {
  private CsvMapping() {}

  /**
   * Returns advert-v1 key → column.
   *
   * @param words words of the form {@code text=description,title=name}
   */
  static Map<String, String> parse(List<String> words) {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (String word : words) {
      for (String pair : word.split(",", -1)) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? "" : pair.substring(0, equals).strip();
        String column = pair.substring(equals + 1).strip();
        if (key.isEmpty() || column.isEmpty()) {
          throw UserError.ofUsage(
              "--map must be KEY=COLUMN,… such as text=description, but a part was '%s'"
                  .formatted(pair));
        }
        if (mapping.put(key, column) != null) {
          throw UserError.ofUsage("--map must name each key once, but names " + key + " twice");
        }
      }
    }
    return mapping;
  }
}
