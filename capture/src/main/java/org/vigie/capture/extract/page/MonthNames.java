package org.vigie.capture.extract.page;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The names of the months in the languages of most pages, where a page's own isn't known. */
public final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en de fr es pt it nl ca pl cs sk sl hr sr bs hu ro bg mk ru uk be el tr az kk ky uz tg hy",
          "ka ar fa he ur hi bn ne ta te th vi id ms fil sw am lt lv et fi sv da nb is ga sq eu gl mt");

  private static final Set<String> SPOKEN =
      new LinkedHashSet<>(List.of(String.join(" ", LANGUAGES).split(" ")));

  private static final TextStyle[] STYLES = {
    TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
  };

  private static final int MIN_LETTERS = 3;

  private MonthNames() {}

  /** Kept apart, since the names of so many languages take a moment to load. */
  private static final class Known {
    /** Name, or what it may be cut to → the months that it may be, in the first language of it. */
    private static final Map<String, Set<Month>> NAMES = names();

    private static Map<String, Set<Month>> names() {
      Map<String, Set<Month>> names = new HashMap<>();
      for (String language : SPOKEN) {
        ofLanguage(Locale.forLanguageTag(language)).forEach(names::putIfAbsent);
      }
      return names;
    }

    /** Language → the same for it alone. */
    private static final Map<String, Map<String, Set<Month>>> OWN = new ConcurrentHashMap<>();

    static Set<Month> own(String language, String name) {
      String known = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
      if (!SPOKEN.contains(known)) {
        return Set.of();
      }
      return OWN.computeIfAbsent(known, one -> ofLanguage(Locale.forLanguageTag(one)))
          .getOrDefault(name, Set.of());
    }

    private static Map<String, Set<Month>> ofLanguage(Locale locale) {
      Map<String, Set<Month>> whole = new HashMap<>();
      Map<String, Set<Month>> cut = new HashMap<>();
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = bare(month.getDisplayName(style, locale));
          for (String form : List.of(name, unmarked(name))) {
            add(whole, cut, form, month);
          }
        }
      }
      cut.putAll(whole); // "červen" is June, though July begins with it
      return cut;
    }

    /** Adds a name and all that it may be cut to; in some languages it is a number and a word. */
    private static void add(
        Map<String, Set<Month>> whole, Map<String, Set<Month>> cut, String name, Month month) {
      if (name.length() < MIN_LETTERS || name.codePoints().anyMatch(Character::isDigit)) {
        return;
      }
      whole.computeIfAbsent(name, unused -> EnumSet.noneOf(Month.class)).add(month);
      for (int end = MIN_LETTERS; end < name.length(); end++) {
        cut.computeIfAbsent(name.substring(0, end), unused -> EnumSet.noneOf(Month.class))
            .add(month);
      }
    }
  }

  /**
   * Returns whether a word is a month, whole or cut short at some letter behind the second, in
   * whatever case and with or without a full stop.
   */
  public static boolean contains(String word) {
    return Known.NAMES.containsKey(bare(word));
  }

  /**
   * Returns the month that such a word is: in the page's language, else in the first that knows it,
   * since the Croatian July begins as the Czech August does. Empty if it is none, or is cut so
   * short that it may be two.
   *
   * @param language the page's, as a tag, or empty
   */
  public static Optional<Month> find(String word, String language) {
    String name = bare(word);
    Set<Month> own = Known.own(language, name);
    Set<Month> months = own.isEmpty() ? Known.NAMES.getOrDefault(name, Set.of()) : own;
    return months.size() == 1 ? Optional.of(months.iterator().next()) : Optional.empty();
  }

  /**
   * Returns the month of a date of a page whose language isn't known, by the day of the week beside
   * it: in the first language that has both names, on a day of that name. Empty if there is none.
   *
   * @param weekday its name, whole or cut short
   */
  public static Optional<Month> dated(String weekday, String month, int day, int year) {
    for (String language : SPOKEN) {
      for (Month one : Known.own(language, bare(month))) {
        if (day >= 1
            && day <= one.length(Year.isLeap(year))
            && isCalled(LocalDate.of(year, one, day).getDayOfWeek(), bare(weekday), language)) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCalled(DayOfWeek day, String name, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return Stream.of(STYLES)
        .map(style -> bare(day.getDisplayName(style, locale)))
        .anyMatch(known -> known.startsWith(name) || unmarked(known).startsWith(name));
  }

  /** Returns a name without its accents, as many archives write it. */
  private static String unmarked(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace(".", "");
  }
}
