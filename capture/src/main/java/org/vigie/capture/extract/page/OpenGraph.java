package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What a page declares of its subject for those who link to it.
 *
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 */
public final class OpenGraph {
  private final Map<String, String> first = new HashMap<>();
  private final List<String> images = new ArrayList<>();

  public OpenGraph(Page page) {
    for (Element meta : page.index().metas()) {
      if (!meta.hasAttr("content")) {
        continue;
      }
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      String content = meta.attr("content").strip();
      if (!content.isEmpty()) {
        first.putIfAbsent(name, content);
        if (name.equals("og:image") || name.equals("og:image:url")) {
          images.add(page.links().resolve(content));
        }
      }
    }
  }

  /** Returns whether the page says that it is about one thing with a price. */
  public boolean isOffer() {
    return !price().isEmpty() || get("og:type").equals("product.item");
  }

  /** Returns amount and currency, or empty. */
  public String price() {
    String amount = get("product:price:amount", "og:price:amount");
    String currency = get("product:price:currency", "og:price:currency");
    return amount.isEmpty() ? "" : (amount + " " + currency).strip();
  }

  public String place() {
    return get("og:locality", "place:location:locality", "geo.placename");
  }

  public String country() {
    return Countries.code(get("og:country-name", "place:location:country"));
  }

  public String language() {
    return Page.language(get("og:locale"));
  }

  /** Returns the absolute addresses of the pictures. */
  public List<String> images() {
    return images;
  }

  /** Returns the first content of the first of some properties that has any, or empty. */
  String get(String... names) {
    for (String name : names) {
      String value = first.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
