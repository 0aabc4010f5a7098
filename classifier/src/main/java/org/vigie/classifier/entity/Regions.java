package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.classifier.language.LanguageGuess;

/** Guesses from which country an advert's national phone numbers are. */
public final class Regions {
  /** Languages that are mostly written in one country of the mission. */
  private static final Map<String, String> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("fr", "FR"),
          Map.entry("ro", "RO"),
          Map.entry("uk", "UA"),
          Map.entry("es", "ES"),
          Map.entry("pl", "PL"),
          Map.entry("de", "DE"),
          Map.entry("it", "IT"),
          Map.entry("nl", "NL"),
          Map.entry("pt", "PT"),
          Map.entry("bg", "BG"),
          Map.entry("hu", "HU"),
          Map.entry("cs", "CZ"),
          Map.entry("el", "GR"),
          Map.entry("sq", "AL"),
          Map.entry("sr", "RS"),
          Map.entry("tr", "TR"),
          Map.entry("sk", "SK"),
          Map.entry("sl", "SI"),
          Map.entry("hr", "HR"),
          Map.entry("bs", "BA"),
          Map.entry("mk", "MK"),
          Map.entry("lt", "LT"),
          Map.entry("lv", "LV"),
          Map.entry("et", "EE"),
          Map.entry("sv", "SE"),
          Map.entry("da", "DK"),
          Map.entry("fi", "FI"),
          Map.entry("nb", "NO"),
          Map.entry("no", "NO"),
          Map.entry("be", "BY"),
          Map.entry("ka", "GE"),
          Map.entry("hy", "AM"),
          Map.entry("az", "AZ"),
          Map.entry("hi", "IN"),
          Map.entry("bn", "BD"),
          Map.entry("ne", "NP"),
          Map.entry("ur", "PK"),
          Map.entry("fa", "IR"),
          Map.entry("vi", "VN"),
          Map.entry("th", "TH"),
          Map.entry("id", "ID"),
          Map.entry("tl", "PH"),
          Map.entry("zh", "CN"),
          Map.entry("am", "ET"),
          Map.entry("om", "ET"),
          Map.entry("ti", "ER"),
          Map.entry("so", "SO"),
          Map.entry("ha", "NG"),
          Map.entry("sw", "KE"),
          Map.entry("gl", "ES"),
          Map.entry("ca", "ES"),
          Map.entry("eu", "ES"),
          Map.entry("nn", "NO"),
          Map.entry("mt", "MT"),
          Map.entry("ga", "IE"));

  /** Top-level domains of countries that are sold to anyone. */
  private static final Set<String> SOLD = Set.of("ME", "TV", "IO", "CO", "AI", "LA", "CC", "EU");

  /** Countries beside the main one in which a language is written, the likeliest first. */
  private static final Map<String, List<String>> WRITTEN_IN =
      Map.ofEntries(
          Map.entry("en", List.of("GB", "IE", "US", "MT", "CY", "NG", "IN", "ZA", "AU")),
          Map.entry("fr", List.of("BE", "CH", "LU", "MA", "DZ", "TN", "SN", "CI", "ML", "CA")),
          Map.entry("es", List.of("MX", "CO", "AR", "US", "PE", "VE", "CL", "EC", "PY", "CU")),
          Map.entry("de", List.of("AT", "CH", "LU", "BE")),
          Map.entry("it", List.of("CH", "SM")),
          Map.entry("nl", List.of("BE")),
          Map.entry("pt", List.of("BR", "AO", "MZ")),
          Map.entry("ro", List.of("MD")),
          Map.entry("el", List.of("CY")),
          Map.entry("sq", List.of("XK", "MK")),
          Map.entry("sr", List.of("BA", "ME", "XK")),
          Map.entry("hu", List.of("RO", "SK")),
          Map.entry("ru", List.of("UA", "RU", "KZ", "BY", "MD", "LV", "EE")),
          Map.entry("tr", List.of("CY", "BG")),
          Map.entry("fi", List.of("SE")),
          Map.entry("sv", List.of("FI")),
          Map.entry("hr", List.of("BA", "RS", "ME")),
          Map.entry("bs", List.of("RS", "ME", "HR")),
          Map.entry("fa", List.of("AF", "TJ")),
          Map.entry("ur", List.of("IN")),
          Map.entry("bn", List.of("IN")),
          Map.entry("so", List.of("ET", "KE", "DJ")),
          Map.entry("ti", List.of("ET")),
          Map.entry("sw", List.of("TZ", "UG", "CD")),
          Map.entry("zh", List.of("HK", "TW", "MY", "SG")),
          Map.entry(
              "ar",
              List.of("AE", "SA", "EG", "MA", "DZ", "TN", "LY", "SY", "LB", "IQ", "JO", "QA")));

  /** Language → main countries of those that look like it in a few words. */
  private static final Map<String, List<String>> ALIKE =
      Map.of(
          "bg", List.of("MK", "RS", "UA", "RU"),
          "mk", List.of("RS", "BG", "UA", "RU"),
          "uk", List.of("RU", "BG", "BY"),
          "be", List.of("UA", "RU"),
          "ru", List.of("BG", "RS", "MK"),
          "sr", List.of("MK", "BG"),
          "sl", List.of("HR", "RS", "BA"));

  /** Where adverts of the mission come from, whatever their language: the EU and its routes. */
  private static final List<String> MISSION =
      List.of(
          ("FR ES IT NL BE PL RO BG CZ SK PT GR HU IE GB SE DK FI LT LV EE SI HR LU CY MT UA MD TR"
                  + " AL RS BA ME MK XK MA TN DZ AE BR CN IN DE AT")
              .split(" "));

  /** Of a language without one main country, such as English, so many are as likely. */
  private static final int MAIN_OF_MANY = 3;

  private Regions() {}

  /**
   * Returns the regions that may complete a number in a text of a language.
   *
   * @param likeliest the one of {@link #of}, or empty
   */
  public static PhoneRegions plausible(String likeliest, String language) {
    return new PhoneRegions(likeliest, ofLanguage(language), MISSION, language);
  }

  /**
   * Returns the regions of the languages that a text may be in, the likeliest first.
   *
   * @param language the one it was taken for, or anything else
   * @param guesses those that its letters look like
   */
  public static List<RegionGuess> guessed(String language, List<LanguageGuess> guesses) {
    double own =
        guesses.stream()
            .filter(guess -> guess.language().equals(language))
            .mapToDouble(LanguageGuess::lag)
            .findFirst()
            .orElse(0);
    List<RegionGuess> regions = new ArrayList<>();
    for (LanguageGuess guess : guesses) {
      boolean isOwn = guess.language().equals(language);
      // Where words told another language than the letters look like, that language comes first.
      double lag = isOwn ? 0 : Math.abs(guess.lag() - own);
      List<String> all = ofLanguage(guess.language());
      int main = BY_LANGUAGE.containsKey(guess.language()) ? 1 : MAIN_OF_MANY;
      for (int i = 0; i < all.size(); i++) {
        regions.add(new RegionGuess(all.get(i), i < main, lag));
      }
    }
    regions.sort(Comparator.comparingDouble(RegionGuess::lag));
    return regions;
  }

  private static List<String> ofLanguage(String language) {
    List<String> ofLanguage = new ArrayList<>();
    String main = BY_LANGUAGE.getOrDefault(language, "");
    if (!main.isEmpty()) {
      ofLanguage.add(main);
    }
    ofLanguage.addAll(WRITTEN_IN.getOrDefault(language, List.of()));
    return ofLanguage;
  }

  /**
   * Returns the region of an advert: what it declares, else its site's top-level domain, else its
   * language's main country, else nothing.
   */
  public static String of(Advert advert, String language) {
    String declared = declared(advert);
    return declared.isEmpty() ? BY_LANGUAGE.getOrDefault(language, "") : declared;
  }

  /** Returns the region that an advert or its site declares, or nothing. */
  public static String declared(Advert advert) {
    return advert.country().isEmpty() ? ofHost(advert.site()) : advert.country();
  }

  /** Returns the region of a host by its top-level domain, or nothing where that is sold to all. */
  static String ofHost(String host) {
    String domain = Hosts.topLevelDomain(host).toUpperCase(Locale.ROOT);
    boolean told =
        host.contains(".")
            && domain.length() == 2
            && !SOLD.contains(domain)
            && Character.isLetter(domain.charAt(0));
    return !told ? "" : domain.equals("UK") ? "GB" : domain;
  }

  /** Returns main countries of languages for which short texts of a language are taken. */
  static List<String> alike(String language) {
    return ALIKE.getOrDefault(language, List.of());
  }

  /** Returns whether a language is written in a region, or in none more than in others. */
  public static boolean isWritten(String language, String region) {
    return !BY_LANGUAGE.containsKey(language)
        || region.equals(BY_LANGUAGE.get(language))
        || WRITTEN_IN.getOrDefault(language, List.of()).contains(region);
  }
}
