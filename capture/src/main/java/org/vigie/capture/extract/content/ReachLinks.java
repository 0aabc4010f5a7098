package org.vigie.capture.extract.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  private static final Evaluator REACHING =
      Selector.evaluatorOf("a[href^=tel], a[href^=mailto], [" + String.join("], [", NUMBERS) + "]");

  private static final Evaluator CALLED =
      Selector.evaluatorOf(
          "[class*=phone], [class*=Phone], [data-testid*=phone], [itemprop=telephone]");

  private static final int MAX_IN_ITEM = 20;

  /** Somebody is reached by one name on each. */
  private static final int MAX_MESSENGERS = 3;

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
          "support",
          "similar",
          "related");

  /** Page builders call all that they lay out so, beside the text and within it. */
  private static final Set<String> WIDGET = Set.of("widget");

  private static final int MAX_NUMBER = 24;
  private static final int MAX_CHARS = 100;
  private static final int MAX_LOOKED_AT = 2_000;

  private ReachLinks() {}

  /**
   * Returns the {@code telephone} and the {@code email} that the links of one item of a list ring
   * and write to, each only if the item has one.
   */
  public static Map<String, String> in(Element item) {
    Map<String, Set<String>> found = new HashMap<>();
    item.select(REACHING).stream()
        .limit(MAX_IN_ITEM)
        .forEach(link -> {
          add(link, found);
          numbers(link, found);
        });
    return single(found);
  }

  private static Map<String, String> single(Map<String, Set<String>> found) {
    Map<String, String> one = new HashMap<>();
    found.forEach((name, said) -> {
      boolean messengers = name.equals(MessengerLinks.FIELD) && said.size() <= MAX_MESSENGERS;
      boolean apart = said.stream().map(Page::host).distinct().count() == said.size();
      if (said.size() == 1 || (messengers && apart)) {
        one.put(name, String.join(" ", new TreeSet<>(said)));
      }
    });
    return one;
  }

  private static void add(Element link, Map<String, Set<String>> found) {
    String address = link.attr("href").strip();
    boolean rings = address.regionMatches(true, 0, "tel:", 0, 4);
    boolean writes = address.regionMatches(true, 0, "mailto:", 0, 7);
    String said = rings || writes ? said(address.substring(rings ? 4 : 7)) : "";
    if (!said.isEmpty()) {
      found.computeIfAbsent(rings ? TELEPHONE : EMAIL, key -> new HashSet<>()).add(said);
    }
  }

  /**
   * Returns {@code telephone}, {@code email} and the link to a messenger, each only if the page has
   * one.
   */
  public static Map<String, String> of(Page page) {
    return single(found(page));
  }

  /** Returns whether a page reaches anybody by more than its text. */
  public static boolean areOn(Page page) {
    return !found(page).isEmpty();
  }

  private static Map<String, Set<String>> found(Page page) {
    Map<String, Set<String>> found = new HashMap<>();
    int looked = 0;
    for (Element link : page.index().links()) {
      String address = link.attr("href").strip().toLowerCase(Locale.ROOT);
      boolean reaches = address.startsWith("tel:") || address.startsWith("mailto:");
      if (reaches && ++looked <= MAX_LOOKED_AT && !isOfTheSite(link)) {
        add(link, found);
      }
    }
    for (Element held : page.document().select(HELD)) {
      if (++looked <= MAX_LOOKED_AT && !isOfTheSite(held)) {
        numbers(held, found);
      }
    }
    if (!found.containsKey(TELEPHONE)) {
      called(page, found);
    }
    messengers(page, found);
    return found;
  }

  private static void called(Page page, Map<String, Set<String>> found) {
    int looked = 0;
    for (Element called : page.document().select(CALLED)) {
      String said = LabelledParts.shortText(called);
      boolean number = said.length() <= MAX_NUMBER && TelephoneShape.isIn(said);
      if (number && ++looked <= MAX_LOOKED_AT && !isOfTheSite(called) && !isBeside(called)) {
        found.computeIfAbsent(TELEPHONE, key -> new HashSet<>()).add(said);
      }
    }
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
      if (isShort && Boilerplate.isNamed(e, WIDGET) && e.closest("main, article") == null) {
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
