package org.vigie.world;

import java.util.Locale;
import java.util.Map;

/** A writer of JSON values (RFC 8259) made of maps, lists, strings, numbers and booleans. */
public final class JsonText {
  private JsonText() {}

  /** Returns a value as JSON on one line. */
  public static String write(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(separator);
          string(out, String.valueOf(entry.getKey()));
          out.append(':');
          append(out, entry.getValue());
          separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
      }
      case Iterable<?> list -> {
        String separator = "[";
        for (Object item : list) {
          out.append(separator);
          append(out, item);
          separator = ",";
        }
        out.append(separator.equals("[") ? "[]" : "]");
      }
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> string(out, value.toString());
    }
  }

  /** Less-than is escaped too, so that a value can stand inside an HTML script element. */
  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ' || c == '<') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
