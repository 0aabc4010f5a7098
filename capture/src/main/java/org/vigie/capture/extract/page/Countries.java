package org.vigie.capture.extract.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** Country codes and English names, as sites write them, to ISO 3166-1 alpha-2. */
public final class Countries {
  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** Returns the code in capitals, or empty if the text names no country. */
  public static String code(String text) {
    return CODES.getOrDefault(text.strip().toLowerCase(Locale.ROOT), "");
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      try {
        codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      } catch (MissingResourceException e) {
        continue; // a country without a three-letter code keeps its two other names
      }
    }
    codes.put("uk", "GB");
    codes.put("great britain", "GB");
    codes.put("england", "GB");
    codes.put("scotland", "GB");
    codes.put("wales", "GB");
    codes.put("el", "GR");
    codes.put("xk", "XK"); // not of the standard, but of the European Union and most registers
    codes.put("kosovo", "XK");
    codes.put("united states of america", "US");
    codes.put("czech republic", "CZ");
    codes.put("turkey", "TR");
    codes.put("macedonia", "MK");
    codes.put("bosnia and herzegovina", "BA");
    codes.put("ivory coast", "CI");
    codes.put("russian federation", "RU");
    codes.put("republic of ireland", "IE");
    codes.put("the netherlands", "NL");
    codes.put("holland", "NL");
    codes.put("republic of moldova", "MD");
    codes.put("viet nam", "VN");
    return Map.copyOf(codes);
  }
}
