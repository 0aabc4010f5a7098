package org.vigie.page.instead.org.vigie.classifier.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;
import org.vigie.page.PageData;

/** Names of countries, read from the page's data. */
public final class CountryNameTable {
  private static final Map<String, Map<String, String>> BY_LANGUAGE = new HashMap<>();

  private CountryNameTable() {}

  public static Map<String, String> of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, CountryNameTable::read);
  }

  private static Map<String, String> read(String language) {
    String part = "countries/" + language;
    return PageData.has(part) ? texts(PageData.image(part)) : Map.of();
  }

  private static Map<String, String> texts(ImageIn in) {
    List<String> keys = in.texts();
    List<String> values = in.texts();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      texts.put(keys.get(i), values.get(i));
    }
    return texts;
  }
}
