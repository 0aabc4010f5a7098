package org.vigie.page.instead.org.vigie.web.offer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;
import org.vigie.page.PageData;

/** Names of countries in their order, read from the page's data. */
public final class Countries {
  private Countries() {}

  public static Map<String, String> named(String tag, Collection<String> codes) {
    ImageIn in = PageData.image("names/" + tag);
    List<String> known = in.texts();
    List<String> names = in.texts();
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < known.size(); i++) {
      if (codes.contains(known.get(i))) {
        named.put(known.get(i), names.get(i));
      }
    }
    return named;
  }
}
