package org.vigie.capture.extract.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.markup.Boilerplate;
import org.vigie.capture.extract.page.Page;

/**
 * The number and the address that the links of a page of one advert ring and write to. What stands
 * in a page's head or foot, or beside others of its kind, is its site's.
 */
public final class ReachLinks {
  private static final String TELEPHONE = "telephone";
  private static final String EMAIL = "email";

  private static final List<String> NUMBERS =
      List.of("data-phone", "data-tel", "data-telephone", "data-phone-number", "data-whatsapp");

  private static final Evaluator HELD =
      Selector.evaluatorOf("[" + String.join("], [", NUMBERS) + "]");

  private static final Set<String> OF_THE_SITE = Set.of("header", "footer", "nav", "form");

  private static final Set<String> BESIDE =
      Set.of(
          "social",
          "socials",
          "share",
          "sharing",
          "follow",
          "subscribe",
          "footer",
          "header",
          "sidebar",
          "banner",
          "promo",
          "widget",
          "support",
          "similar",
          "related");

  private static final int MAX_CHARS = 100;
  private static final int MAX_LOOKED_AT = 2_000;

  private ReachLinks() {}

  /**
   * Returns {@code telephone}, {@code email} and the link to a messenger, each only if the page has
   * one.
   */
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
    for (Element held : page.document().select(HELD)) {
      if (++looked <= MAX_LOOKED_AT && !isOfTheSite(held)) {
        numbers(held, found);
      }
    }
    messengers(page, found);
    Map<String, String> one = new HashMap<>();
    found.forEach((name, said) -> {
      if (said.size() == 1) {
        one.put(name, said.iterator().next());
      }
    });
    return one;
  }

  /** A button that shows a number when it is pressed often has it with it. */
  private static void numbers(Element held, Map<String, Set<String>> found) {
    for (String name : NUMBERS) {
      String said = held.attr(name).strip();
      if (said.length() <= MAX_CHARS && TelephoneShape.isIn(said)) {
        found.computeIfAbsent(TELEPHONE, key -> new HashSet<>()).add(said);
      }
    }
  }

  private static void messengers(Page page, Map<String, Set<String>> found) {
    int looked = 0;
    for (Element link : page.index().links()) {
      Set<String> own = ++looked <= MAX_LOOKED_AT ? MessengerLinks.at(link) : Set.of();
      if (!own.isEmpty() && !isOfTheSite(link) && !isBeside(link)) {
        found.computeIfAbsent(MessengerLinks.FIELD, key -> new HashSet<>()).addAll(own);
      }
    }
  }

  /** Sites ask their readers to follow and to share. */
  private static boolean isBeside(Element link) {
    for (Element e = link; e != null; e = e.parent()) {
      boolean isShort = e.className().length() <= MAX_CHARS && e.id().length() <= MAX_CHARS;
      if (e.normalName().equals("aside") || (isShort && Boilerplate.isNamed(e, BESIDE))) {
        return true;
      }
    }
    return false;
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
