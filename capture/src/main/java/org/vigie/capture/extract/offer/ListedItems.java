package org.vigie.capture.extract.offer;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.content.ReachLinks;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * The parts of a listing: like-shaped elements, each with a link of its own and with more than a
 * title. A list of titles alone has none: what they lead to says it all.
 */
final class ListedItems {
  /** A paragraph this long outside the items says that the page has a subject of its own. */
  private static final int PARAGRAPH_WORDS = 20;

  /** Share of the words that terms and conditions may have. */
  private static final double MAX_PARAGRAPHS = 0.1;

  /** Items in what others keep for things beside must say so many times what all else does. */
  private static final int LEAST_HELD = 4;

  private static final int MIN_INVITING = 3;

  /** Beside one advert, fewer others are shown. */
  private static final int MIN_INTRODUCED = 12;

  private ListedItems() {}

  /**
   * Returns an advert for each item of a page that isn't known to be a listing: only where its
   * items hold most of what it says, and every paragraph.
   *
   * @param items those of the page's main list
   */
  static List<Advert> main(Page page, List<Element> items) {
    Set<Element> known = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(items);
    long all = 0;
    long inItems = 0;
    long paragraphs = 0;
    for (TextBlock block : page.blocks().blocks()) {
      boolean within = isWithin(known, block.parent());
      boolean paragraph = block.words() - block.linkWords() >= PARAGRAPH_WORDS;
      all += block.words();
      inItems += within ? block.words() : 0;
      paragraphs += !within && paragraph ? block.words() : 0;
    }
    // Some put each item, or its parts, into what others keep for things beside.
    long held = inItems > 0 ? 0 : items.stream().mapToLong(e -> TextBlock.words(e.text())).sum();
    boolean listing =
        inItems > 0
            ? 2 * inItems >= all && paragraphs < MAX_PARAGRAPHS * all
            : held > 0 && paragraphs == 0 && LEAST_HELD * all <= held;
    return listing ? adverts(page, items) : List.of();
  }

  /**
   * Returns an advert for each item of a page whose priced items hold most of what it says, below
   * paragraphs that introduce them: nothing else there tells a price or how to reach somebody, as
   * one advert above others of its kind may.
   *
   * @param items those of the page's main list
   */
  static List<Advert> introduced(Page page, List<Element> items) {
    if (items.size() < MIN_INTRODUCED
        || !items.stream().allMatch(item -> PriceShape.isIn(item.text()))) {
      return List.of();
    }
    Set<Element> known = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(items);
    long all = 0;
    long inItems = 0;
    for (TextBlock block : page.blocks().blocks()) {
      boolean within = isWithin(known, block.parent());
      if (!within && (PriceShape.isIn(block.text()) || ContactShape.isIn(block.text()))) {
        return List.of();
      }
      all += block.words();
      inItems += within ? block.words() : 0;
    }
    return 2 * inItems >= all && !ReachLinks.areOn(page) ? adverts(page, items) : List.of();
  }

  private static boolean isWithin(Set<Element> items, Element element) {
    Element e = element;
    while (e != null && !items.contains(e)) {
      e = e.parent();
    }
    return e != null;
  }

  /**
   * Returns an advert for each item of a list of chats that one may join, on whatever page it
   * stands: each leads to a group or a person of its own. None if the page has no such list.
   *
   * @param items those of the page's main list
   */
  static List<Advert> inviting(Page page, List<Element> items) {
    if (MessengerLinks.ofAnchors(page.document().body()).size() < MIN_INVITING) {
      return List.of();
    }
    List<Advert> adverts = ItemReader.adverts(page, items);
    Set<String> reached =
        adverts.stream()
            .map(advert -> advert.fields().getOrDefault(MessengerLinks.FIELD, ""))
            .filter(links -> !links.isEmpty())
            .collect(Collectors.toSet());
    boolean each = reached.size() >= MIN_INVITING && reached.size() == adverts.size();
    page.cutIf(each && ItemReader.isCut(items));
    return each ? adverts : List.of();
  }

  /**
   * Returns an advert for each item of a page that is known to be a listing.
   *
   * @param items those of the page's main list
   */
  static List<Advert> adverts(Page page, List<Element> items) {
    page.cutIf(ItemReader.isCut(items));
    return ItemReader.adverts(page, items);
  }
}
