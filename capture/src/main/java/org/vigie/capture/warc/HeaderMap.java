package org.vigie.capture.warc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Response headers as a {@link org.vigie.advert.Capture} holds them. */
final class HeaderMap {
  /** What this reader adds where a body was cut, in the transfer or when it was decompressed. */
  static final String TRUNCATED = "x-vigie-truncated";

  private HeaderMap() {}

  /** Returns names in lower case, repeated ones joined. */
  static Map<String, String> of(Map<String, List<String>> headers) {
    Map<String, String> joined = new TreeMap<>();
    headers.forEach((name, values) ->
        joined.merge(
            name.toLowerCase(Locale.ROOT), String.join(", ", values), (a, b) -> a + ", " + b));
    return joined;
  }

  static Map<String, List<String>> grouped(List<HeaderLine> lines) {
    Map<String, List<String>> grouped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HeaderLine line : lines) {
      grouped.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line.value());
    }
    return grouped;
  }
}
