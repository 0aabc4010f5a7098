package org.vigie.capture.file;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words beside a clock of twelve hours, in the languages that have one. */
final class HalfDays {
  private static final String LANGUAGES =
      "en es ar zh zh-TW ko ja el vi hi bn mr gu pa ta te kn ml ne si ur fa am ti so sq tr th my km tl uz ha sw";

  /** Both forms of CLDR: two halves, and parts of a day such as evening. */
  private static final List<String> FORMS = List.of("a", "B", "BBBB");

  private HalfDays() {}

  /** Kept apart, since the words of so many languages take a moment to load. */
  private static final class Known {
    /** Word → hours of the day, from 0, at which it is used. */
    private static final Map<String, Set<Integer>> HOURS = hours();

    private static Map<String, Set<Integer>> hours() {
      Map<String, Set<Integer>> hours = new HashMap<>();
      for (String language : LANGUAGES.split(" ")) {
        for (String form : FORMS) {
          DateTimeFormatter words =
              DateTimeFormatter.ofPattern(form, Locale.forLanguageTag(language));
          for (int hour = 0; hour < 24; hour++) {
            String word = bare(words.format(LocalTime.of(hour, 30)));
            hours.computeIfAbsent(word, unused -> new HashSet<>()).add(hour);
          }
        }
      }
      hours.remove("");
      return hours;
    }
  }

  /**
   * Returns the hour of the day.
   *
   * @param hour as the clock shows it, 0 to 23
   * @param word what stands beside it, in whatever case
   * @return null if no language has such a word, or it fits both halves at that hour
   */
  static @Nullable Integer hour(int hour, String word) {
    String said = bare(word);
    Set<Integer> hours = said.isEmpty() ? null : Known.HOURS.get(said);
    if (hours == null || hour > 23) {
      return null;
    }
    if (hour > 12) {
      return hour;
    }
    boolean early = hours.contains(hour % 12);
    boolean late = hours.contains(hour % 12 + 12);
    return early == late ? null : (Integer) (late ? hour % 12 + 12 : hour % 12);
  }

  private static String bare(String word) {
    StringBuilder bare = new StringBuilder();
    word.codePoints()
        .filter(c ->
            Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }
}
