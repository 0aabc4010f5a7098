package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.ItemShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/** Like-shaped elements of a page, each with a link of its own, of which one group is its list. */
final class ItemGroups {
  private static final int MIN_ITEMS = 3;

  /** Words beside the title that are worth reading. A place and a day are fewer. */
  private static final int MIN_WORDS = 8;

  /** Longer items are articles, of which the page shows the whole. */
  private static final int MAX_WORDS = 400;

  /** So many are more than that in any way of counting. */
  private static final int MOST_WORDS = 2 * MAX_WORDS;

  /** How many others of its like an item may lie in. */
  private static final int MAX_WITHIN = 8;

  /** Share of the items that must say more than their titles. */
  private static final double MIN_SHARE = 0.6;

  /** Items that name a price are adverts where there are only two. */
  private static final int MIN_PRICED = 2;

  private ItemGroups() {}

  /** Returns the items of a page's main list, none if it has no such list. */
  static List<Element> best(Page page) {
    Set<Element> content = content(page);
    List<List<Element>> groups = groups(page);
    ItemWords words = ItemWords.of(page.document(), groups);
    List<List<Element>> within = new ArrayList<>();
    for (List<Element> group : groups) {
      List<Element> part = group.stream().filter(content::contains).toList();
      within.add(part.size() < MIN_PRICED ? List.of() : part);
    }
    List<Element> best = best(page, within, words);
    groups.removeIf(group -> group.stream().anyMatch(content::contains));
    return innermost(best.isEmpty() ? best(page, groups, words) : best);
  }

  private static List<Element> best(Page page, List<List<Element>> groups, ItemWords words) {
    List<Element> best = List.of();
    long most = 0;
    for (List<Element> group : groups) {
      long worth = worth(page, group, words);
      if (worth > most) {
        most = worth;
        best = group;
      }
    }
    return best;
  }

  /** Returns all elements with text in them that isn't its site's. */
  private static Set<Element> content(Page page) {
    Set<Element> content = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (TextBlock block : page.blocks().blocks()) {
      for (Element e = block.parent(); e != null && content.add(e); ) {
        e = e.parent();
      }
    }
    return content;
  }

  /** A row may hold a table of such rows. */
  private static List<Element> innermost(List<Element> items) {
    Map<Element, Integer> within = new IdentityHashMap<>();
    for (Element item : items) {
      for (Element e = item.parent(); e != null; e = e.parent()) {
        within.merge(e, 1, Integer::sum);
      }
    }
    return items.stream().filter(e -> within.getOrDefault(e, 0) < MIN_PRICED).toList();
  }

  /** Returns the elements of like shape and place of which each holds, or is, a link. */
  private static List<List<Element>> groups(Page page) {
    Map<String, List<Element>> groups = new LinkedHashMap<>();
    Set<Element> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element link : page.index().links()) {
      if (!link.normalName().equals("a") || !link.hasAttr("href")) {
        continue;
      }
      Element element = link;
      while (element != null && element.parent() != null && seen.add(element)) {
        String shape = ItemShape.of(element.parent()) + ">" + ItemShape.of(element);
        groups.computeIfAbsent(shape, key -> new ArrayList<>()).add(element);
        element = element.parent();
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() >= MIN_PRICED)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Returns how much a group says in all, 0 if it is no list of adverts. */
  private static long worth(Page page, List<Element> group, ItemWords counted) {
    boolean articles =
        group.stream().anyMatch(item -> counted.in(item) > MOST_WORDS && !isBoilerplate(item));
    if (articles || isNest(group)) {
      return 0;
    }
    Set<String> targets = new HashSet<>();
    long words = 0;
    int telling = 0;
    for (Element item : group) {
      Element link = ItemTitle.link(item);
      String target = link == null ? "" : page.links().resolve(link.attr("href"));
      if (link == null || target.isEmpty() || isBoilerplate(item)) {
        continue;
      }
      targets.add(target);
      String text = item.text();
      int own = TextBlock.words(text);
      if (own > MAX_WORDS) {
        return 0;
      }
      boolean price = PriceShape.isIn(text);
      int rest = own - TextBlock.words(ItemTitle.of(item, link));
      boolean parts = !price && rest > 0 && rest < MIN_WORDS && tells(item, link);
      telling += price || rest >= MIN_WORDS || parts ? 1 : 0;
      words += own;
    }
    boolean enough =
        targets.size() >= MIN_ITEMS || (targets.size() >= MIN_PRICED && telling == group.size());
    return enough && telling >= MIN_SHARE * group.size() ? words * (1 + telling) : 0;
  }

  /** Few words are enough where they name a place and more, or lead to somebody beside. */
  private static boolean tells(Element item, Element link) {
    Set<String> reached = MessengerLinks.of(item);
    boolean beside = !reached.isEmpty() && !reached.contains(link.attr("href"));
    return ListedParts.tells(item) || beside;
  }

  /**
   * Items within items within items are no list, and each would be read as often as it lies deep.
   */
  private static boolean isNest(List<Element> group) {
    Set<Element> items = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    items.addAll(group);
    for (Element item : group) {
      int within = 0;
      for (Element e = item.parent(); e != null; e = e.parent()) {
        if (items.contains(e) && ++within > MAX_WITHIN) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether an element lies in what a site shows on each of its pages. */
  static boolean isBoilerplate(Element item) {
    for (Element e = item; e != null; e = e.parent()) {
      switch (e.normalName()) {
        case "nav", "footer", "header", "aside", "textarea", "noscript" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
