package org.vigie.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Path and query of a request.
 *
 * @param segments parts of the path between slashes
 * @param query parameters; of one given twice, the last counts
 */
record RequestTarget(List<String> segments, Map<String, String> query) {
  static RequestTarget parse(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, String> query = new HashMap<>();
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        query.put(
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    String inner = path.startsWith("/") ? path.substring(1) : path;
    return new RequestTarget(inner.isEmpty() ? List.of() : List.of(inner.split("/", -1)), query);
  }

  /** Returns the first segment, empty for the home page. */
  String first() {
    return segments.isEmpty() ? "" : segments.getFirst();
  }

  /** Returns the second segment as a number from 1, if the path is those two segments alone. */
  OptionalInt number() {
    return segments.size() == 2 ? positive(segments.get(1)) : OptionalInt.empty();
  }

  /** Returns a parameter as a number from 1: the default if absent, nothing if it isn't one. */
  OptionalInt parameter(String name, int absent) {
    String value = query.get(name);
    return value == null ? OptionalInt.of(absent) : positive(value);
  }

  private static OptionalInt positive(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= 9
            && text.charAt(0) != '0'
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
