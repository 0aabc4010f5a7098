package org.vigie.page.instead.org.vigie.classifier.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;
import org.vigie.page.PageData;

/** The currency of each country, read from the page's data. */
public final class CountryCurrencies {
  private static final ImageIn DATA = PageData.image("currencies");
  private static final Map<String, String> OF_COUNTRY = texts();
  private static final Map<String, String> OF_LANGUAGE = texts();

  private CountryCurrencies() {}

  private static Map<String, String> texts() {
    List<String> keys = DATA.texts();
    List<String> values = DATA.texts();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      texts.put(keys.get(i), values.get(i));
    }
    return texts;
  }

  public static String of(String country) {
    return OF_COUNTRY.getOrDefault(country, "");
  }

  public static String ofLanguage(String language) {
    return OF_LANGUAGE.getOrDefault(language, "");
  }
}
