package org.vigie.classifier.entity;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The regions that may complete a national phone number, as ISO 3166-1 alpha-2 codes.
 *
 * @param likeliest completes any number; empty if there is none
 * @param certain whether the advert or its site declares {@code likeliest}; else it is only where
 *     the text's language is mostly written, and what the text tells may go before it
 * @param told those that towns, money and countries in the text tell, the likeliest first; asked
 *     for only where a number needs it
 * @param ofLanguage those in which the text's language is written: complete a number that a word
 *     for a phone announces or that is written as their numbers are, the first that fits
 * @param others complete what is announced and fits none of those; where several fit, the country
 *     is left open, or the number is read as none if {@code likeliest} isn't certain
 * @param language ISO 639-1 code of the text's language, or empty
 * @param guesses those of the languages that a short text may be in, the likeliest first; none
 *     where the language is known
 */
public record PhoneRegions(
    String likeliest,
    boolean certain,
    Supplier<List<String>> told,
    List<String> ofLanguage,
    List<String> others,
    String language,
    Supplier<List<RegionGuess>> guesses) {
  public PhoneRegions {
    ofLanguage = List.copyOf(ofLanguage);
    others = List.copyOf(others);
  }

  /** Returns regions of a text that tells none. */
  public PhoneRegions(
      String likeliest, List<String> ofLanguage, List<String> others, String language) {
    this(likeliest, true, List::of, ofLanguage, others, language, List::of);
  }

  /** Returns one region alone, or none if it is empty. */
  public static PhoneRegions only(String likeliest) {
    return new PhoneRegions(likeliest, List.of(), List.of(), "");
  }

  /**
   * Returns the same of a text that tells regions, before which nothing is certain.
   *
   * @param guessed those of the languages that it may be in
   */
  public PhoneRegions toldBy(Supplier<List<String>> regions, Supplier<List<RegionGuess>> guessed) {
    return new PhoneRegions(likeliest, false, regions, ofLanguage, others, language, guessed);
  }

  /** Returns whether a text of these may mean a country's numbers where it doesn't say so. */
  boolean isLikely(String country) {
    return country.equals(likeliest) || ofLanguage.contains(country);
  }

  /** Returns those that a reader of numbers knows, in capitals. */
  PhoneRegions knownTo(Predicate<String> reader) {
    String first = likeliest.toUpperCase(Locale.ROOT);
    return new PhoneRegions(
        reader.test(first) ? first : "",
        certain,
        () -> told.get().stream().filter(reader).toList(),
        known(ofLanguage, reader),
        known(others, reader),
        language,
        () -> guesses.get().stream().filter(guess -> reader.test(guess.region())).toList());
  }

  /** Nearly always all of them are known, and the list stays the same. */
  private static List<String> known(List<String> regions, Predicate<String> reader) {
    for (String region : regions) {
      if (!reader.test(region)) {
        return regions.stream().filter(reader).toList();
      }
    }
    return regions;
  }

  int size() {
    return 1 + ofLanguage.size() + others.size();
  }
}
