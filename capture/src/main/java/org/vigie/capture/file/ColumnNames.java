package org.vigie.capture.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.Role;

/** What the columns of a table are, by their names and by what stands in them. */
final class ColumnNames {
  /** Rows looked at. */
  private static final int SAMPLE = 50;

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}.*");
  private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d ().-]{6,20}");

  /** Words for columns in languages that sites' data aren't written in. */
  private static final Map<String, Role> WORDS =
      Map.ofEntries(
          Map.entry("текст", Role.TEXT),
          Map.entry("описание", Role.TEXT),
          Map.entry("опис", Role.TEXT),
          Map.entry("сообщение", Role.TEXT),
          Map.entry("заголовок", Role.TITLE),
          Map.entry("название", Role.TITLE),
          Map.entry("дата", Role.TIME),
          Map.entry("ссылка", Role.URL),
          Map.entry("посилання", Role.URL),
          Map.entry("цена", Role.PRICE),
          Map.entry("город", Role.PLACE),
          Map.entry("телефон", Role.PHONE),
          Map.entry("автор", Role.AUTHOR),
          Map.entry("dodano", Role.TIME),
          Map.entry("cena", Role.PRICE),
          Map.entry("treść", Role.TEXT),
          Map.entry("tytuł", Role.TITLE),
          Map.entry("miasto", Role.PLACE),
          Map.entry("lieu", Role.PLACE),
          Map.entry("lien", Role.URL),
          Map.entry("annonce", Role.TEXT),
          Map.entry("téléphone", Role.PHONE),
          Map.entry("ort", Role.PLACE),
          Map.entry("preis", Role.PRICE),
          Map.entry("datum", Role.TIME),
          Map.entry("fecha", Role.TIME),
          Map.entry("texto", Role.TEXT),
          Map.entry("precio", Role.PRICE),
          Map.entry("ciudad", Role.PLACE),
          Map.entry("文本", Role.TEXT),
          Map.entry("标题", Role.TITLE),
          Map.entry("النص", Role.TEXT),
          Map.entry("العنوان", Role.TITLE));

  private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);

  static {
    KEYS.put(Role.TITLE, "title");
    KEYS.put(Role.TEXT, "text");
    KEYS.put(Role.TIME, "posted");
    KEYS.put(Role.URL, "url");
    KEYS.put(Role.ID, "id");
    KEYS.put(Role.PLACE, "place");
    KEYS.put(Role.PRICE, "fields.price");
    KEYS.put(Role.PHONE, "fields.telephone");
    KEYS.put(Role.EMAIL, "fields.email");
    KEYS.put(Role.AUTHOR, "fields.author");
    KEYS.put(Role.EMPLOYER, "fields.organization");
  }

  private ColumnNames() {}

  /**
   * Returns column → advert-v1 key, or {@code fields.NAME}; without text and title if no column
   * holds words.
   *
   * @param asked key → column, as a person gave it; it comes first
   */
  static Map<Integer, String> of(
      List<String> header, List<List<String>> rows, Map<String, String> asked) {
    Map<Integer, String> keys = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      for (Map.Entry<String, String> entry : asked.entrySet()) {
        if (entry.getValue().equals(header.get(i)) && taken.add(entry.getKey())) {
          keys.put(i, entry.getKey());
        }
      }
    }
    for (int i = 0; i < header.size(); i++) {
      Role role = role(header.get(i));
      String key = role == null ? "" : KEYS.getOrDefault(role, "");
      if (!keys.containsKey(i) && !key.isEmpty() && taken.add(key)) {
        keys.put(i, key);
      }
    }
    byContent(header, rows, keys, taken);
    for (int i = 0; i < header.size(); i++) {
      keys.putIfAbsent(
          i, "fields." + (header.get(i).isBlank() ? "column" + (i + 1) : header.get(i)));
    }
    return keys;
  }

  static @Nullable Role role(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    Role word = WORDS.get(lower);
    return word == null ? Role.loosely(name) : word;
  }

  private static void byContent(
      List<String> header, List<List<String>> rows, Map<Integer, String> keys, Set<String> taken) {
    int longest = -1;
    double most = 12;
    for (int i = 0; i < header.size(); i++) {
      if (keys.containsKey(i)) {
        continue;
      }
      List<String> values = values(rows, i);
      String key =
          mostly(values, ADDRESS)
              ? "url"
              : mostly(values, DATE) ? "posted" : mostly(values, PHONE) ? "fields.telephone" : "";
      if (!key.isEmpty() && taken.add(key)) {
        keys.put(i, key);
        continue;
      }
      double length = values.stream().mapToInt(String::length).average().orElse(0);
      if (length > most) {
        most = length;
        longest = i;
      }
    }
    if (longest >= 0 && taken.add("text")) {
      keys.put(longest, "text");
    }
  }

  private static List<String> values(List<List<String>> rows, int column) {
    List<String> values = new ArrayList<>();
    for (List<String> row : rows.subList(0, Math.min(rows.size(), SAMPLE))) {
      if (column < row.size() && !row.get(column).isBlank()) {
        values.add(row.get(column).strip());
      }
    }
    return values;
  }

  private static boolean mostly(List<String> values, Pattern pattern) {
    long matching = values.stream().filter(value -> pattern.matcher(value).matches()).count();
    return !values.isEmpty() && matching * 10 >= values.size() * 8L;
  }
}
