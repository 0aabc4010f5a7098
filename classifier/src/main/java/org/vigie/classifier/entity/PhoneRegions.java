package org.vigie.classifier.entity;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The regions that may complete a national phone number, as ISO 3166-1 alpha-2 codes.
 *
 * @param likeliest completes any number; empty if there is none
 * @param ofLanguage those in which the text's language is written: complete a number that a word
 *     for a phone announces, the first that fits
 * @param others complete what is announced and fits none of those; the country is left open where
 *     several fit
 */
public record PhoneRegions(String likeliest, List<String> ofLanguage, List<String> others) {
  public PhoneRegions {
    ofLanguage = List.copyOf(ofLanguage);
    others = List.copyOf(others);
  }

  /** Returns one region alone, or none if it is empty. */
  public static PhoneRegions only(String likeliest) {
    return new PhoneRegions(likeliest, List.of(), List.of());
  }

  /** Returns those that a reader of numbers knows, in capitals. */
  PhoneRegions knownTo(Predicate<String> reader) {
    String first = likeliest.toUpperCase(Locale.ROOT);
    return new PhoneRegions(
        reader.test(first) ? first : "",
        ofLanguage.stream().filter(reader).toList(),
        others.stream().filter(reader).toList());
  }

  int size() {
    return 1 + ofLanguage.size() + others.size();
  }
}
