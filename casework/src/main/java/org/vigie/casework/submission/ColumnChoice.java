package org.vigie.casework.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which column, or which JSON pointer, holds which part of an advert, as somebody typed it. */
public final class ColumnChoice {
  /** Parts of an advert that a column may hold. */
  public static final List<String> KEYS =
      List.of(
          "text", "title", "id", "url", "site", "channel", "posted", "seen", "lang", "country",
          "place");

  /** Beside these, where the list of adverts lies in JSON. */
  private static final String LIST = "list";

  private static final String FIELD = "fields.";
  private static final int LONGEST = 400;

  private ColumnChoice() {}

  /**
   * Returns key → column of words such as {@code text=description,title=name}; none of an empty
   * text.
   *
   * @throws IllegalArgumentException if they aren't of this form; the message says what must hold
   */
  public static Map<String, String> parse(String words) {
    Map<String, String> mapping = new LinkedHashMap<>();
    if (words.isBlank()) {
      return mapping;
    }
    for (String pair : words.split(",", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : pair.substring(0, equals).strip();
      String column = pair.substring(equals + 1).strip();
      if (!isKey(key) || !isColumn(column)) {
        throw new IllegalArgumentException(
            "map must be KEY=COLUMN,… with keys among list, %s and fields.NAME, but a part is not"
                .formatted(String.join(", ", KEYS)));
      }
      if (mapping.put(key, column) != null) {
        throw new IllegalArgumentException("map must name each key once, but names one twice");
      }
    }
    return mapping;
  }

  /** Returns whether a part of an advert has that name. */
  public static boolean isKey(String key) {
    boolean field = key.startsWith(FIELD) && key.length() > FIELD.length() && isColumn(key);
    return key.equals(LIST) || KEYS.contains(key) || field;
  }

  /** Returns whether a column may have that name. */
  public static boolean isColumn(String column) {
    return !column.isEmpty()
        && column.length() <= LONGEST
        && column.chars().noneMatch(Character::isISOControl);
  }
}
