package org.vigie.casework.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The values that cells may have. They are fixed, and so which cells there are says nothing of what
 * was collected; whatever is in no list counts as {@code other}.
 */
final class Domain {
  static final String OTHER = "other";
  static final String UNKNOWN = "unknown";

  /** The members of the Union (ISO 3166-1 alpha-2). */
  private static final List<String> COUNTRIES =
      List.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  /** Those of the Union and those that people at risk in it speak most. */
  static final List<String> LANGUAGES =
      List.of(
          "am", "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "ga",
          "hi", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "so",
          "sq", "sr", "sv", "th", "ti", "tl", "tr", "uk", "ur", "vi", "zh", OTHER);

  /** Ends of routes: always known. */
  static final List<String> ENDS = with(COUNTRIES, OTHER);

  /** Where an advert stood. */
  static final List<String> REGIONS = with(ENDS, UNKNOWN);

  private static final Set<String> KNOWN = Set.copyOf(COUNTRIES);
  private static final Set<String> KNOWN_LANGUAGES = Set.copyOf(LANGUAGES);

  private Domain() {}

  /** Returns the region of a country's code, which may be empty. */
  static String region(String country) {
    return country.isEmpty() ? UNKNOWN : KNOWN.contains(country) ? country : OTHER;
  }

  static String language(String code) {
    return KNOWN_LANGUAGES.contains(code) ? code : OTHER;
  }

  private static List<String> with(List<String> values, String more) {
    List<String> all = new ArrayList<>(values);
    all.add(more);
    return List.copyOf(all);
  }
}
