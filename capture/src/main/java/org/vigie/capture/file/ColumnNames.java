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
import org.vigie.capture.state.PostPart;

/** What the columns of a table are, by their names and by what stands in them. */
final class ColumnNames {
  /** Rows looked at. */
  private static final int SAMPLE = 50;

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}.*");

  /** A number with the sign or the code of a currency: the commonest where adverts are written. */
  private static final Pattern PRICE =
      Pattern.compile(
          "(?:\\p{Sc}|EUR|USD|GBP|CHF|PLN|RUB|UAH) ?\\d[\\d .,]{0,14}"
              + "|\\d[\\d .,]{0,14} ?(?:\\p{Sc}|EUR|USD|GBP|CHF|PLN|RON|CZK|HUF|SEK|NOK|DKK|TRY|AED"
              + "|RUB|UAH|zł|руб\\.?|грн\\.?|kr\\.?|Kč|lei|Ft)");

  private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d ().-]{6,20}");

  /** Words for columns in languages that sites' data aren't written in. */
  private static final Map<String, PostPart> WORDS =
      Map.ofEntries(
          Map.entry("текст", PostPart.TEXT),
          Map.entry("описание", PostPart.TEXT),
          Map.entry("опис", PostPart.TEXT),
          Map.entry("сообщение", PostPart.TEXT),
          Map.entry("заголовок", PostPart.TITLE),
          Map.entry("название", PostPart.TITLE),
          Map.entry("дата", PostPart.TIME),
          Map.entry("ссылка", PostPart.URL),
          Map.entry("посилання", PostPart.URL),
          Map.entry("цена", PostPart.PRICE),
          Map.entry("город", PostPart.PLACE),
          Map.entry("телефон", PostPart.PHONE),
          Map.entry("автор", PostPart.AUTHOR),
          Map.entry("dodano", PostPart.TIME),
          Map.entry("cena", PostPart.PRICE),
          Map.entry("treść", PostPart.TEXT),
          Map.entry("tytuł", PostPart.TITLE),
          Map.entry("miasto", PostPart.PLACE),
          Map.entry("lieu", PostPart.PLACE),
          Map.entry("lien", PostPart.URL),
          Map.entry("annonce", PostPart.TEXT),
          Map.entry("téléphone", PostPart.PHONE),
          Map.entry("ort", PostPart.PLACE),
          Map.entry("preis", PostPart.PRICE),
          Map.entry("datum", PostPart.TIME),
          Map.entry("fecha", PostPart.TIME),
          Map.entry("texto", PostPart.TEXT),
          Map.entry("precio", PostPart.PRICE),
          Map.entry("ciudad", PostPart.PLACE),
          Map.entry("文本", PostPart.TEXT),
          Map.entry("标题", PostPart.TITLE),
          Map.entry("النص", PostPart.TEXT),
          Map.entry("العنوان", PostPart.TITLE));

  private static final Map<PostPart, String> KEYS = new EnumMap<>(PostPart.class);

  static {
    KEYS.put(PostPart.TITLE, "title");
    KEYS.put(PostPart.TEXT, "text");
    KEYS.put(PostPart.TIME, "posted");
    KEYS.put(PostPart.URL, "url");
    KEYS.put(PostPart.ID, "id");
    KEYS.put(PostPart.PLACE, "place");
    KEYS.put(PostPart.PRICE, "fields.price");
    KEYS.put(PostPart.PHONE, "fields.telephone");
    KEYS.put(PostPart.EMAIL, "fields.email");
    KEYS.put(PostPart.AUTHOR, "fields.author");
    KEYS.put(PostPart.EMPLOYER, "fields.organization");
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
      PostPart role = role(header.get(i));
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

  static @Nullable PostPart role(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    PostPart word = WORDS.get(lower);
    return word == null ? PostPart.loosely(name) : word;
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
              : mostly(values, DATE)
                  ? "posted"
                  : mostly(values, PRICE)
                      ? "fields.price"
                      : mostly(values, PHONE) ? "fields.telephone" : "";
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
