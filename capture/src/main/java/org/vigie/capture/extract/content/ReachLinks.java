package org.vigie.capture.extract.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.page.Page;

/**
 * The number and the address that the links of a page of one advert ring and write to. What stands
 * in a page's head or foot, or beside others of its kind, is its site's.
 */
public final class ReachLinks {
  private static final String TELEPHONE = "telephone";
  private static final String EMAIL = "email";

  private static final Set<String> OF_THE_SITE = Set.of("header", "footer", "nav", "form");

  private static final int MAX_CHARS = 100;
  private static final int MAX_LOOKED_AT = 2_000;

  private ReachLinks() {}

  /** Returns {@code telephone} and {@code email}, each only if the page has one. */
  public static Map<String, String> of(Page page) {
    Map<String, Set<String>> found = new HashMap<>();
    int looked = 0;
    for (Element link : page.index().links()) {
      String address = link.attr("href").strip();
      boolean rings = address.regionMatches(true, 0, "tel:", 0, 4);
      boolean writes = address.regionMatches(true, 0, "mailto:", 0, 7);
      if ((rings || writes) && ++looked <= MAX_LOOKED_AT && !isOfTheSite(link)) {
        String said = said(address.substring(rings ? 4 : 7));
        String name = rings ? TELEPHONE : EMAIL;
        if (!said.isEmpty()) {
          found.computeIfAbsent(name, key -> new HashSet<>()).add(said);
        }
      }
    }
    Map<String, String> one = new HashMap<>();
    found.forEach((name, said) -> {
      if (said.size() == 1) {
        one.put(name, said.iterator().next());
      }
    });
    return one;
  }

  private static boolean isOfTheSite(Element link) {
    for (Element e = link; e != null; e = e.parent()) {
      if (OF_THE_SITE.contains(e.normalName()) || e.id().contains("footer")) {
        return true;
      }
    }
    return false;
  }

  private static String said(String address) {
    int query = address.indexOf('?');
    String bare = query < 0 ? address : address.substring(0, query);
    try {
      String said = URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8).strip();
      return said.length() > MAX_CHARS ? "" : said;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
