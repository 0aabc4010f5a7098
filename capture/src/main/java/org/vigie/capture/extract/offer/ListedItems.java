package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
  private static final int MIN_ITEMS = 3;

  /** Items that name a price are adverts where there are only two. */
  private static final int MIN_PRICED = 2;

  private static final int MAX_ITEMS = 2_000;

  /** Words beside the title that are worth reading. A place and a day are fewer. */
  private static final int MIN_WORDS = 8;

  /** Longer items are articles, of which the page shows the whole. */
  private static final int MAX_WORDS = 400;

  /** A paragraph this long outside the items says that the page has a subject of its own. */
  private static final int PARAGRAPH_WORDS = 20;

  /** Share of the words that terms and conditions may have. */
  private static final double MAX_PARAGRAPHS = 0.1;

  /** How many others of its like an item may lie in. */
  private static final int MAX_WITHIN = 8;

  /** Share of the items that must say more than their titles. */
  private static final double MIN_SHARE = 0.6;

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
    List<Element> items = items(page);
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
    boolean listing = 2 * inItems >= all && paragraphs < MAX_PARAGRAPHS * all;
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
    return adverts(page, items(page));
  }

  private static List<Element> items(Page page) {
    List<Element> best = List.of();
    long most = 0;
    for (List<Element> group : groups(page)) {
      long worth = worth(page, group);
      if (worth > most) {
        most = worth;
        best = group;
      }
    }
    return best;
  }

  private static List<Advert> adverts(Page page, List<Element> best) {
    List<Advert> adverts = new ArrayList<>();
    ShownDates dates = ShownDates.of(page.language(), List.of());
    for (Element item : best.subList(0, Math.min(best.size(), MAX_ITEMS))) {
      Advert advert = advert(page, item, dates);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
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
        String shape = shape(element.parent()) + ">" + shape(element);
        groups.computeIfAbsent(shape, key -> new ArrayList<>()).add(element);
        element = element.parent();
      }
    }
    return groups.values().stream().filter(group -> group.size() >= MIN_PRICED).toList();
  }

  /** Like-shaped are those of one tag whose first class is the same. */
  private static String shape(Element element) {
    String classes = element.className().strip();
    int space = classes.indexOf(' ');
    String first = space < 0 ? classes : classes.substring(0, space);
    return element.normalName() + "." + first.replaceAll("\\d+", "");
  }

  /** Returns how much a group says in all, 0 if it is no list of adverts. */
  private static long worth(Page page, List<Element> group) {
    if (isNest(group)) {
      return 0;
    }
    Set<String> targets = new HashSet<>();
    long words = 0;
    int telling = 0;
    for (Element item : group) {
      Element link = ItemTitle.link(item);
      String target = link == null ? "" : page.links().resolve(link.attr("href"));
      if (target.isEmpty() || isBoilerplate(item)) {
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
      boolean parts = !price && rest > 0 && rest < MIN_WORDS && ListedParts.tells(item);
      telling += price || rest >= MIN_WORDS || parts ? 1 : 0;
      words += own;
    }
    boolean enough =
        targets.size() >= MIN_ITEMS || (targets.size() >= MIN_PRICED && telling == group.size());
    return enough && telling >= MIN_SHARE * group.size() ? words * (1 + telling) : 0;
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

  private static boolean isBoilerplate(Element item) {
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

  private static @Nullable Advert advert(Page page, Element item, ShownDates dates) {
    Element link = ItemTitle.link(item);
    String url = link == null ? "" : page.links().resolve(link.attr("href"));
    String title = ItemTitle.of(item, link);
    String whole = page.text(item);
    String body = ListedText.of(page, item, title, whole);
    BesideText beside = BesideText.of(whole, body, title);
    if (url.isEmpty()
        || isBoilerplate(item)
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
