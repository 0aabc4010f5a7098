package org.vigie.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.search.analysis.Keywords;

/**
 * The codes of countries (ISO 3166-1) or of languages (ISO 639), with the names that people type in
 * their place. Names are those of the Unicode CLDR, as Java has them.
 *
 * @param known codes, in lower case
 * @param byName names and other codes, as queries hold them → code
 */
record Codes(Set<String> known, Map<String, String> byName) {
  /** Codes that are no language, and stand for one that can't be told (ISO 639-2). */
  private static final Set<String> NO_LANGUAGE = Set.of("und", "mul", "zxx");

  /** What is no longer is a slip in a code, and like many names. */
  private static final int LONGEST_CODE = 3;

  /** Languages in which names are known. */
  private static final List<Locale> SPOKEN =
      Stream.of(
              "en", "fr", "de", "es", "it", "pt", "nl", "pl", "ro", "bg", "hu", "cs", "el", "ru",
              "uk", "tr", "ar", "zh")
          .map(Locale::of)
          .toList();

  /** Held back until a query has a code that no advert has: some thousand names. */
  private static final class Held {
    static final Codes COUNTRIES = countries();
    static final Codes LANGUAGES = languages();
  }

  static Codes ofCountries() {
    return Held.COUNTRIES;
  }

  static Codes ofLanguages() {
    return Held.LANGUAGES;
  }

  private static Codes countries() {
    Map<String, String> names = new TreeMap<>(Map.of("uk", "gb", "usa", "us", "england", "gb"));
    List<String> codes = new ArrayList<>(List.of(Locale.getISOCountries()));
    codes.add("XK"); // Kosovo, as the CLDR has it: ISO left it to its users
    return read(
        codes,
        code -> new Locale.Builder().setRegion(code).build(),
        Locale::getDisplayCountry,
        Locale::getISO3Country,
        names);
  }

  private static Codes languages() {
    return read(
        List.of(Locale.getISOLanguages()),
        Locale::of,
        Locale::getDisplayLanguage,
        Locale::getISO3Language,
        new TreeMap<>());
  }

  private static Codes read(
      Collection<String> codes,
      Function<String, Locale> locale,
      BiFunction<Locale, Locale, String> name,
      Function<Locale, String> three,
      Map<String, String> names) {
    Set<String> known = new LinkedHashSet<>();
    for (String code : codes) {
      String folded = code.toLowerCase(Locale.ROOT);
      known.add(folded);
      Locale one = locale.apply(code);
      SPOKEN.forEach(in -> names.putIfAbsent(Keywords.folded(name.apply(one, in)), folded));
      threeLetters(one, three).ifPresent(other -> names.putIfAbsent(other, folded));
    }
    return new Codes(known, names);
  }

  private static Optional<String> threeLetters(Locale locale, Function<Locale, String> three) {
    try {
      return Optional.of(three.apply(locale).toLowerCase(Locale.ROOT));
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a code is one of a country. */
  static boolean isCountry(String code) {
    return ofCountries().known.contains(code);
  }

  /** Returns whether a code, with or without a region or a script, is one of a language. */
  static boolean isLanguage(String code) {
    String primary = Arrays.asList(code.split("[-_]", -1)).getFirst();
    return NO_LANGUAGE.contains(primary)
        || ofLanguages().known.contains(primary)
        || isNamed(primary) && !ofLanguages().byName.containsKey(primary);
  }

  /** Languages with three letters alone, such as Cebuano, have a name if they are some. */
  private static boolean isNamed(String primary) {
    return primary.matches("[a-z]{3}")
        && !Locale.of(primary).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(primary);
  }

  /** Returns the codes that somebody may have meant, the likeliest first; none if none is near. */
  List<String> meant(String typed) {
    String exact = byName.get(typed);
    if (exact != null || typed.length() <= LONGEST_CODE) {
      return exact == null ? List.of() : List.of(exact);
    }
    return NearNames.of(typed, byName.keySet()).stream()
        .map(byName::get)
        .distinct()
        .limit(3)
        .toList();
  }
}
