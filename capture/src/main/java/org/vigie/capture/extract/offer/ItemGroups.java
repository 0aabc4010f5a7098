package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.ItemShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/** Like-shaped elements of a page, each with a link of its own, of which some groups are lists. */
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

  /** An address up to the first part of its path. */
  private static final Pattern SECTION =
      Pattern.compile("[a-z]{1,8}://[^/?#]{1,300}/[^/?#]{0,300}");

  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  private ItemGroups() {}

  /** Lists of a page beside its main one that are read. */
  private static final int MAX_OTHERS = 20;

  /** Like-shaped elements, with how much they say in all. */
  private record Group(List<Element> items, long worth) {}

  /** Returns the items of a page's main list, none if it has no such list. */
  static List<Element> best(Page page) {
    List<List<Element>> lists = lists(page, false);
    return lists.isEmpty() ? List.of() : lists.getFirst();
  }

  /**
   * Returns the items of each list of a page: of its main list first, then of those in its main
   * text that share no part with one before them. Without a main list there is none.
   */
  static List<List<Element>> lists(Page page) {
    return lists(page, true);
  }

  private static List<List<Element>> lists(Page page, boolean others) {
    Set<Element> content = content(page.blocks());
    List<List<Element>> groups = groups(page);
    ItemWords words = ItemWords.of(page.document(), groups);
    List<Group> within = new ArrayList<>();
    for (List<Element> group : groups) {
      List<Element> part = group.stream().filter(content::contains).toList();
      if (part.size() >= MIN_PRICED) {
        within.add(new Group(part, worth(page, part, words)));
      }
    }
    Group best = best(within);
    if (best == null) {
      groups.removeIf(group -> group.stream().anyMatch(content::contains));
      best = best(groups.stream().map(g -> new Group(g, worth(page, g, words))).toList());
      return best == null ? List.of() : List.of(innermost(best.items()));
    }
    List<List<Element>> lists = new ArrayList<>(List.of(innermost(best.items())));
    if (others) {
      addOthers(page, within, words, lists);
    }
    return lists;
  }

  private static @Nullable Group best(List<Group> groups) {
    Group best = null;
    for (Group group : groups) {
      best = group.worth() > (best == null ? 0 : best.worth()) ? group : best;
    }
    return best;
  }

  private static void addOthers(
      Page page, List<Group> groups, ItemWords words, List<List<Element>> lists) {
    Set<Element> content = content(MainContent.blocks(page));
    TakenItems taken = new TakenItems();
    taken.add(lists.getFirst());
    Set<String> sections = new HashSet<>(sections(page, lists.getFirst()));
    List<Group> others = new ArrayList<>(groups);
    others.removeIf(group -> group.worth() == 0);
    others.sort(Comparator.comparingLong(Group::worth).reversed());
    for (Group group : others) {
      List<Element> apart =
          group.items().stream().filter(e -> content.contains(e) && taken.isApart(e)).toList();
      boolean list =
          apart.size() >= MIN_PRICED
              && sections.containsAll(sections(page, apart))
              && worth(page, apart, words) > 0;
      if (list && lists.size() <= MAX_OTHERS) {
        List<Element> items = innermost(apart);
        taken.add(items);
        lists.add(items);
      }
    }
  }

  /** Returns the part of a site to which each item leads. */
  private static List<String> sections(Page page, List<Element> items) {
    List<String> sections = new ArrayList<>();
    for (Element item : items) {
      Element link = ItemTitle.link(item);
      String url = link == null ? "" : page.links().resolve(link.attr("href"));
      Matcher section = SECTION.matcher(url);
      sections.add(section.lookingAt() ? DIGITS.matcher(section.group()).replaceAll("#") : url);
    }
    return sections;
  }

  /** Returns all elements with text in them that isn't its site's. */
  private static Set<Element> content(BlockTree blocks) {
    Set<Element> content = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (TextBlock block : blocks.blocks()) {
      for (Element e = block.parent(); e != null && content.add(e); ) {
        e = e.parent();
      }
    }
    return content;
  }

  /** A row may hold a table of such rows; what holds one other has the whole of an item. */
  private static List<Element> innermost(List<Element> items) {
    Map<Element, Integer> within = new IdentityHashMap<>();
    for (Element item : items) {
      for (Element e = item.parent(); e != null; e = e.parent()) {
        within.merge(e, 1, Integer::sum);
      }
    }
    Set<Element> kept = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    items.stream().filter(e -> within.getOrDefault(e, 0) < MIN_PRICED).forEach(kept::add);
    return items.stream().filter(e -> kept.contains(e) && !isWithin(kept, e)).toList();
  }

  private static boolean isWithin(Set<Element> items, Element element) {
    Element e = element.parent();
    while (e != null && !items.contains(e)) {
      e = e.parent();
    }
    return e != null;
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

  /** Returns whether an element lies in what a site shows on each of its pages, or in remarks. */
  static boolean isBoilerplate(Element item) {
    for (Element e = item; e != null; e = e.parent()) {
      if (e.id().equals("comments") || e.hasClass("comment-list")) {
        return true;
      }
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
