package org.vigie.capture.extract.offer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.PageIndex;

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

  /** Words in links that a page of one advert may have at most. */
  private static final int MAX_LINKS = 8;

  private static final double MIN_SHARE = 0.5;

  /** What a script is asked for by its number; where one came from, or a language, is none. */
  private static final Pattern NUMBERED =
      Pattern.compile("[?&][^=&]{1,40}=[^&\\d]{0,40}\\d[^&\\d]{0,40}\\d");

  private static final Evaluator PAGING =
      Selector.evaluatorOf("link[rel~=next|prev], a[rel~=next|prev], a[href*=page=]");

  private ListingCheck() {}

  static boolean is(Page page) {
    String path = LinkResolver.path(page.capture().url());
    // A script at the root of a site shows one thing of many, by its number.
    boolean root = path.isEmpty() || path.equals("/");
    boolean home =
        root ? !NUMBERED.matcher(page.capture().url()).find() : path.startsWith("/index.");
    int words = 0;
    int linkWords = 0;
    int links = 0;
    for (TextBlock block : page.blocks().blocks()) {
      words += block.words();
      linkWords += block.linkWords();
      links += block.linkWords() > 0 ? 1 : 0;
    }
    // What has a site of its own may be one advert: few words in links, and some without.
    if (home && (links >= MIN_ITEMS || words < PARAGRAPH_WORDS || linkWords > MAX_LINKS)) {
      return true;
    }
    if (words == 0 || (links >= MIN_ITEMS && linkWords >= MIN_SHARE * words)) {
      return true;
    }
    boolean paged = PageIndex.any(page.index().links(), PAGING);
    return isMostlyItems(page, words, paged ? 1 : MIN_ITEMS);
  }

  private static boolean isMostlyItems(Page page, int words, int minItems) {
    BlockTree tree = page.blocks();
    long[] wordsIn = tree.sums(TextBlock::words);
    long[] paragraphsIn = tree.sums(ListingCheck::paragraphs);
    Map<Element, Element> firstLinks = firstLinks(page);
    Map<Element, String> targets = new IdentityHashMap<>();
    Map<Element, Map<String, Group>> groups = new IdentityHashMap<>();
    for (int i = 0; i < wordsIn.length; i++) {
      Element element = tree.elements().get(i);
      Element parent = element.parent();
      Element link = firstLinks.get(element);
      if (parent == null || link == null) {
        continue;
      }
      String target = targets.computeIfAbsent(link, key -> page.links().resolve(key.attr("href")));
      if (!target.isEmpty()) {
        groups
            .computeIfAbsent(parent, key -> new HashMap<>())
            .computeIfAbsent(element.normalName(), key -> new Group())
            .add(target, wordsIn[i], paragraphsIn[i]);
      }
    }
    long paragraphs = tree.blocks().stream().mapToLong(ListingCheck::paragraphs).sum();
    return groups.values().stream()
        .flatMap(byTag -> byTag.values().stream())
        .anyMatch(group -> group.isListing(paragraphs, words, minItems));
  }

  private static long paragraphs(TextBlock block) {
    return block.words() - block.linkWords() >= PARAGRAPH_WORDS ? 1 : 0;
  }

  /** Returns, for each element with a link in it, the first: it leads to where an item leads. */
  private static Map<Element, Element> firstLinks(Page page) {
    Map<Element, Element> first = new IdentityHashMap<>();
    for (Element link : page.index().links()) {
      if (link.normalName().equals("a") && link.hasAttr("href")) {
        Element e = link;
        while (e != null && first.putIfAbsent(e, link) == null) {
          e = e.parent();
        }
      }
    }
    return first;
  }

  /** Like-shaped siblings. */
  private static final class Group {
    private final Set<String> targets = new HashSet<>();
    private int items;
    private long words;
    private long paragraphs;

    void add(String target, long itemWords, long itemParagraphs) {
      items++;
      targets.add(target);
      words += itemWords;
      paragraphs += itemParagraphs;
    }

    /** A paragraph outside the items says that the page has a subject of its own. */
    boolean isListing(long pageParagraphs, int pageWords, int minItems) {
      return targets.size() >= minItems
          && words >= MIN_SHARE * pageWords
          && words <= (long) MAX_ITEM_WORDS * items
          && paragraphs == pageParagraphs;
    }
  }
}
