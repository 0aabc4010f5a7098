package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.FactLines;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/**
 * The parts of a listing: like-shaped elements, each with a link of its own and with more than a
 * title. A list of titles alone has none: what they lead to says it all.
 */
final class ListedItems {
  /** One title is that of all. */
  private static final int MIN_ALIKE = 2;

  private static final int MAX_ITEMS = 2_000;

  /** A paragraph this long outside the items says that the page has a subject of its own. */
  private static final int PARAGRAPH_WORDS = 20;

  /** Share of the words that terms and conditions may have. */
  private static final double MAX_PARAGRAPHS = 0.1;

  /** Items in what others keep for things beside must say so many times what all else does. */
  private static final int LEAST_HELD = 4;

  private static final Evaluator PRICED =
      Selector.evaluatorOf("[class*=price], [class*=Price], [itemprop=price]");
  private static final Evaluator PLACED =
      Selector.evaluatorOf(
          "[class*=location], [class*=Location], [itemprop=addressLocality],"
              + " [itemprop=address]");
  private static final Evaluator EMPLOYERS =
      Selector.evaluatorOf(
          "[data-test*=company-name], [data-at*=company-name], [data-testid*=company-name],"
              + " [class*=company-name], [class*=companyName], [itemprop=hiringOrganization]");
  private static final Evaluator TIMED = Selector.evaluatorOf("time[datetime]");

  /** Slots of others' advertising between the items, as ad servers call them. */
  private static final Pattern PAID =
      Pattern.compile("(?i)google-?ad|adsbygoogle|ads[_-]item|sponsored|native-ad|gpt-ad");

  private ListedItems() {}

  /**
   * Returns an advert for each item of a page that isn't known to be a listing: only where its
   * items hold most of what it says, and every paragraph.
   */
  static List<Advert> main(Page page) {
    List<Element> items = ItemGroups.best(page);
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

  private static boolean isWithin(Set<Element> items, Element element) {
    Element e = element;
    while (e != null && !items.contains(e)) {
      e = e.parent();
    }
    return e != null;
  }

  /** Returns an advert for each item of the page's main list, none if it has no such list. */
  static List<Advert> of(Page page) {
    return adverts(page, ItemGroups.best(page));
  }

  private static List<Advert> adverts(Page page, List<Element> best) {
    List<Advert> adverts = new ArrayList<>();
    ShownDates dates = ShownDates.of(page.language(), List.of());
    List<Element> items = best.subList(0, Math.min(best.size(), MAX_ITEMS));
    ItemColumns columns = ItemColumns.of(items);
    Set<String> buttons = buttons(items);
    for (Element item : items) {
      Advert advert = advert(page, item, columns.text(item), buttons, dates);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }

  /** Returns what most items are called, if they are called the same: what leads to each. */
  private static Set<String> buttons(List<Element> items) {
    Map<String, Integer> titles = new HashMap<>();
    for (Element item : items) {
      titles.merge(ItemTitle.of(item, ItemTitle.link(item)), 1, Integer::sum);
    }
    titles.values().removeIf(count -> count < MIN_ALIKE || 2 * count <= items.size());
    return titles.keySet();
  }

  private static @Nullable Advert advert(
      Page page, Element item, @Nullable Element column, Set<String> buttons, ShownDates dates) {
    Element link = ItemTitle.link(item);
    String url = link == null ? "" : page.links().resolve(link.attr("href"));
    String called = ItemTitle.of(item, link);
    String title = buttons.contains(called) ? "" : called;
    String whole = page.text(item);
    String body = ListedText.of(page, item, title.isEmpty() ? null : column, title, whole);
    BesideText beside = BesideText.of(whole, body, title);
    if (url.isEmpty()
        || ItemGroups.isBoilerplate(item)
        || PAID.matcher(item.className()).find()
        || (title.isBlank() && body.isBlank())) {
      return null;
    }
    ListedParts parts = ListedParts.of(item);
    FactLines.Left left = FactLines.part(item, body, title, dates::isAlone);
    Element time = item.selectFirst(TIMED);
    Instant told = time == null ? null : Times.parse(time.attr("datetime"));
    return page.advert(Channel.CLASSIFIEDS, null)
        .url(url)
        .title(title)
        .body(left.text())
        .language(page.language())
        .postedAt(told == null ? dates.find(left.date()) : told)
        .place(first(textOf(item.selectFirst(PLACED)), parts.get(Role.PLACE)))
        .field(
            "price",
            first(price(item), first(parts.get(Role.PRICE), first(left.price(), beside.price()))))
        .field("organization", first(textOf(item.selectFirst(EMPLOYERS)), parts.get(Role.EMPLOYER)))
        .field("author", parts.get(Role.AUTHOR))
        .context("links", String.join(" ", MessengerLinks.of(item)))
        .context("listed", "true")
        .context("beside", beside.text())
        .build();
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String price(Element item) {
    String marked = textOf(item.selectFirst(PRICED));
    return PriceShape.isIn(marked) ? marked : "";
  }

  private static String textOf(@Nullable Element element) {
    String text = element == null ? "" : element.text().strip();
    return text.length() > 80 ? "" : text;
  }
}
