package org.vigie.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.PostPart;

/** What the columns of a table are, by their names and by what stands in them. */
final class ColumnNames {
  /** Rows looked at. */
  private static final int SAMPLE = 50;

  /** Characters of a heading that are looked at. */
  private static final int MAX_HEADING = 200;

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}.*");

  private static final Pattern HOUR =
      Pattern.compile("^\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}.{1,3}\\d{1,2}:\\d\\d");

  /** What such a time tells came after what was said. */
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)updat|modif|chang|expir|last|\\bend|until|valid|seen|delet|aktualis|geändert|обновл");

  private static final String AUTHOR_OF_MESSAGE = "fields.author";

  /** A clock in a column of its own. */
  private static final Pattern CLOCK =
      Pattern.compile("\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[aApP]\\.?[mM]\\.?)?");

  /** The key of what tells the hour of a day that stands in another column. */
  static final String HOURS = "clock";

  /** A number with the sign or the code of a currency: the commonest where adverts are written. */
  private static final Pattern PRICE =
      Pattern.compile(
          "(?:\\p{Sc}|EUR|USD|GBP|CHF|PLN|RUB|UAH) ?\\d[\\d .,]{0,14}"
              + "|\\d[\\d .,]{0,14} ?(?:\\p{Sc}|EUR|USD|GBP|CHF|PLN|RON|CZK|HUF|SEK|NOK|DKK|TRY|AED"
              + "|RUB|UAH|zł|руб\\.?|грн\\.?|kr\\.?|Kč|lei|Ft)");

  private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d ().-]{6,20}");

  /** Words for columns in the languages of people's own tables. */
  private static final Map<String, PostPart> WORDS = words();

  /** What a heading says beside its word: a note in brackets, a mark behind it. */
  private static final Pattern BESIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]|[:*.?]+$");

  /** The fields in which parts lie that aren't keys of their own. */
  static final Map<PostPart, String> FIELDS =
      Map.of(
          PostPart.PRICE, "price",
          PostPart.PHONE, "telephone",
          PostPart.EMAIL, "email",
          PostPart.AUTHOR, "author",
          PostPart.EMPLOYER, "organization");

  private static final Map<PostPart, String> KEYS = new EnumMap<>(PostPart.class);

  static {
    KEYS.put(PostPart.TITLE, "title");
    KEYS.put(PostPart.TEXT, "text");
    KEYS.put(PostPart.TIME, "posted");
    KEYS.put(PostPart.URL, "url");
    KEYS.put(PostPart.ID, "id");
    KEYS.put(PostPart.PLACE, "place");
    FIELDS.forEach((part, field) -> KEYS.put(part, "fields." + field));
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
    first(AUTHOR_OF_MESSAGE, sender(header), keys, taken);
    first("posted", timed(header, rows), keys, taken);
    for (int i = 0; i < header.size(); i++) {
      PostPart role = role(header.get(i));
      String key = role == null ? "" : KEYS.getOrDefault(role, "");
      if (!keys.containsKey(i) && !key.isEmpty() && taken.add(key)) {
        keys.put(i, key);
      }
    }
    byContent(header, rows, keys, taken);
    hours(header, rows, keys);
    for (int i = 0; i < header.size(); i++) {
      keys.putIfAbsent(
          i, "fields." + (header.get(i).isBlank() ? "column" + (i + 1) : header.get(i)));
    }
    return keys;
  }

  private static void first(String key, int column, Map<Integer, String> keys, Set<String> taken) {
    if (column >= 0 && !keys.containsKey(column) && taken.add(key)) {
      keys.put(column, key);
    }
  }

  /** Where a table says to whom, it says from whom: an account is whose phone it was. */
  private static int sender(List<String> header) {
    List<String> bare = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    return bare.contains("to") ? bare.indexOf("from") : -1;
  }

  /** Of several columns of times, the one in which most rows tell the hour; else none. */
  private static int timed(List<String> header, List<List<String>> rows) {
    int best = -1;
    long most = 0;
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      boolean time = role(name) == PostPart.TIME && !LATER.matcher(name).find();
      long timed = time ? values(rows, i).stream().filter(HOUR.asPredicate()).count() : 0;
      if (timed > most) {
        most = timed;
        best = i;
      }
    }
    return best;
  }

  static @Nullable PostPart role(String name) {
    String stripped = name.strip();
    String looked = stripped.substring(0, Math.min(stripped.length(), MAX_HEADING));
    String bare = BESIDE.matcher(looked).replaceAll("").strip();
    PostPart word = WORDS.get(bare.toLowerCase(Locale.ROOT));
    for (String part : bare.split("[/|,]")) {
      word = word == null ? WORDS.get(part.strip().toLowerCase(Locale.ROOT)) : word;
    }
    return word == null ? PostPart.loosely(bare) : word;
  }

  private static Map<String, PostPart> words() {
    Properties listed = new Properties();
    try (InputStream in = ColumnNames.class.getResourceAsStream("columns.properties")) {
      listed.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of columns' words must be readable, but isn't", e);
    }
    Map<String, PostPart> words = new HashMap<>();
    for (String part : listed.stringPropertyNames()) {
      for (String word : listed.getProperty(part).split(",")) {
        words.put(word.strip().toLowerCase(Locale.ROOT), PostPart.valueOf(part));
      }
    }
    return Map.copyOf(words);
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

  /** The first column of clocks goes with days that have no hour. */
  private static void hours(
      List<String> header, List<List<String>> rows, Map<Integer, String> keys) {
    int day = header.size();
    for (Map.Entry<Integer, String> key : keys.entrySet()) {
      day = key.getValue().equals("posted") ? key.getKey() : day;
    }
    boolean bare = values(rows, day).stream().noneMatch(value -> value.indexOf(':') >= 0);
    for (int i = 0; bare && day < header.size() && i < header.size(); i++) {
      if (!keys.containsKey(i) && mostly(values(rows, i), CLOCK)) {
        keys.put(i, HOURS);
        return;
      }
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
