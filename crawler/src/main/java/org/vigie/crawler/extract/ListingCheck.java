package org.vigie.crawler.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Tells a page that lists others from a page about one thing.
 *
 * <p>A listing is mostly links, or mostly like-shaped siblings that each lead to another page.
 */
final class ListingCheck {
  /** A paragraph this long outside the list says that the page has a subject of its own. */
  private static final int PARAGRAPH_WORDS = 20;

  /** Items longer than this on average are posts of a thread, to be read where they stand. */
  private static final int MAX_ITEM_WORDS = 50;

  private static final int MIN_ITEMS = 3;
  private static final double MIN_SHARE = 0.5;

  private static final Evaluator PAGING =
      Selector.evaluatorOf("link[rel~=next|prev], a[rel~=next|prev], a[href*=page=]");
  private static final Evaluator ANCHORS = Selector.evaluatorOf("a[href]");

  private ListingCheck() {}

  static boolean is(Page page) {
    String path = LinkResolver.path(page.capture().url());
    if (path.isEmpty() || path.equals("/") || path.startsWith("/index.")) {
      return true;
    }
    Element body = page.document().body();
    List<TextBlock> blocks = page.blocks();
    int words = 0;
    int linkWords = 0;
    int links = 0;
    for (TextBlock block : blocks) {
      words += block.words();
      linkWords += block.linkWords();
      links += block.linkWords() > 0 ? 1 : 0;
    }
    if (words == 0 || (links >= MIN_ITEMS && linkWords >= MIN_SHARE * words)) {
      return true;
    }
    boolean paged = page.document().selectFirst(PAGING) != null;
    return isMostlyItems(page, body, blocks, words, paged ? 1 : MIN_ITEMS);
  }

  private static boolean isMostlyItems(
      Page page, Element body, List<TextBlock> blocks, int words, int minItems) {
    Map<Element, Integer> wordsIn = new IdentityHashMap<>();
    for (TextBlock block : blocks) {
      for (Element e = block.parent(); e != null && e != body; e = e.parent()) {
        wordsIn.merge(e, block.words(), Integer::sum);
      }
    }
    Map<Element, Map<String, Group>> groups = new IdentityHashMap<>();
    wordsIn.forEach((element, count) -> {
      Element parent = element.parent();
      String target = parent == null ? "" : target(page, element);
      if (parent != null && !target.isEmpty()) {
        groups
            .computeIfAbsent(parent, key -> new HashMap<>())
            .computeIfAbsent(element.normalName(), key -> new Group())
            .add(element, target, count);
      }
    });
    return groups.values().stream()
        .flatMap(byTag -> byTag.values().stream())
        .anyMatch(group -> group.isListing(blocks, words, minItems));
  }

  /** Returns where an item leads: its first link to another page. */
  private static String target(Page page, Element item) {
    Element anchor = item.selectFirst(ANCHORS);
    return anchor == null ? "" : page.links().resolve(anchor.attr("href"));
  }

  /** Like-shaped siblings. */
  private static final class Group {
    private final Set<Element> items = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private int words;

    void add(Element item, String target, int count) {
      items.add(item);
      targets.add(target);
      words += count;
    }

    boolean isListing(List<TextBlock> blocks, int pageWords, int minItems) {
      return targets.size() >= minItems
          && words >= MIN_SHARE * pageWords
          && words <= MAX_ITEM_WORDS * items.size()
          && blocks.stream().noneMatch(this::isParagraphOutside);
    }

    private boolean isParagraphOutside(TextBlock block) {
      if (block.words() - block.linkWords() < PARAGRAPH_WORDS) {
        return false;
      }
      for (Element e = block.parent(); e != null; e = e.parent()) {
        if (items.contains(e)) {
          return false;
        }
      }
      return true;
    }
  }
}
