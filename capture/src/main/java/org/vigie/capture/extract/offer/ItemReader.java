package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.FactLines;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;

/** Makes an advert of each item of a list, by what it says and what the items have in common. */
final class ItemReader {
  /** One title is that of all. */
  private static final int MIN_ALIKE = 2;

  private static final int MAX_ITEMS = 2_000;
  private static final int MAX_DATED = 100;
  private static final int MIN_REST = 2;

  /** Characters of an item. Longer items are not compared with others. */
  private static final int MAX_COMPARED = 5_000;

  private static final Evaluator PRICED =
      Selector.evaluatorOf("[class*=price], [class*=Price], [itemprop=price]");
  private static final Evaluator PLACED =
      Selector.evaluatorOf(
          "[class*=location], [class*=Location], [itemprop=addressLocality],"
              + " [itemprop=address]");
  private static final Evaluator TEST_PLACED =
      Selector.evaluatorOf(
          "[data-testid*=location], [data-test*=location], [data-qa*=location], [data-cy*=location]");
  private static final Pattern PLACE_AND_DAY = Pattern.compile("(.{2,60}) [-–—|·•] (.{4,40})");
  private static final Evaluator EMPLOYERS =
      Selector.evaluatorOf(
          "[data-test*=company-name], [data-at*=company-name], [data-testid*=company-name],"
              + " [class*=company-name], [class*=companyName], [itemprop=hiringOrganization]");

  /** Slots of others' advertising between the items, as ad servers call them. */
  private static final Pattern PAID =
      Pattern.compile("(?i)google-?ad|adsbygoogle|ads[_-]item|sponsored|native-ad|gpt-ad");

  private final Page page;
  private final List<Element> items;
  private final ShownDates dates;
  private final ItemColumns columns;
  private final SharedLines shared;
  private final Set<String> buttons;
  private final ItemWho who;
  private final ItemReach reach;
  private final ItemChrome chrome;
  private final NumbersBeside numbers;

  private ItemReader(Page page, List<Element> items) {
    this.page = page;
    this.items = items;
    List<String> texts = items.stream().limit(MAX_DATED).map(item -> item.text().strip()).toList();
    dates = ShownDates.on(page, texts);
    columns = ItemColumns.of(items);
    shared = SharedLines.of(page, items);
    buttons = buttons();
    who = who();
    reach = ItemReach.of(items);
    numbers = NumbersBeside.of(items);
    chrome = ItemChrome.of(items, items.stream().map(this::title).toList());
  }

  /** Returns whether there are more items than are read. */
  static boolean isCut(List<Element> items) {
    return items.size() > MAX_ITEMS;
  }

  /** Returns an advert for each item that says something and leads somewhere. */
  static List<Advert> adverts(Page page, List<Element> best) {
    List<Advert> adverts = new ArrayList<>();
    ItemReader reader = new ItemReader(page, best.subList(0, Math.min(best.size(), MAX_ITEMS)));
    for (Element item : reader.items) {
      Advert advert = reader.advert(item);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return withoutRepeats(adverts);
  }

  /** Pages show an item twice, for wide and for narrow screens: the fuller one stays. */
  private static List<Advert> withoutRepeats(List<Advert> adverts) {
    Map<List<String>, Advert> kept = new LinkedHashMap<>();
    for (Advert advert : adverts) {
      List<String> key = List.of(advert.url(), advert.title());
      Advert first = kept.putIfAbsent(key, advert);
      if (first == null || says(first, advert)) {
        continue;
      }
      if (says(advert, first)) {
        kept.put(key, advert);
      } else {
        String facts = String.join("\n", facts(advert));
        kept.put(List.of(advert.url(), advert.title(), advert.body(), facts), advert);
      }
    }
    return List.copyOf(kept.values());
  }

  /** Returns whether an advert has all facts and lines of another. */
  private static boolean says(Advert advert, Advert other) {
    if (advert.body().length() > MAX_COMPARED || other.body().length() > MAX_COMPARED) {
      return false;
    }
    List<String> own = facts(advert);
    List<String> others = facts(other);
    for (int i = 0; i < own.size(); i++) {
      if (!others.get(i).isEmpty() && !others.get(i).equals(own.get(i))) {
        return false;
      }
    }
    Set<String> lines = advert.body().lines().collect(Collectors.toSet());
    return other.body().lines().allMatch(lines::contains);
  }

  /** Returns what stands in fields of its own: place, price, employer and author, or empty. */
  private static List<String> facts(Advert advert) {
    Map<String, String> fields = advert.fields();
    return List.of(
        advert.place(),
        fields.getOrDefault("price", ""),
        fields.getOrDefault(Advert.EMPLOYER, ""),
        fields.getOrDefault("author", ""));
  }

  private @Nullable Element link(Element item) {
    return ItemTitle.link(item, shared.links());
  }

  /** Returns what an item is called, empty if all are called so. */
  private String title(Element item) {
    String called = ItemTitle.of(item, link(item));
    return buttons.contains(called) ? "" : called;
  }

  private ItemWho who() {
    List<String> titles = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int vacancies = 0;
    for (Element item : items) {
      places.add(first(textOf(item.selectFirst(PLACED)), ListedParts.of(item).get(Role.PLACE)));
      Element link = link(item);
      String called = ItemTitle.of(item, link);
      String own = called.isEmpty() && link != null ? link.text() : called;
      titles.add(buttons.contains(called) ? "" : own);
      String target = link == null ? "" : link.attr("href");
      vacancies += ListedParts.isVacancy(item.className() + " " + target) ? 1 : 0;
    }
    boolean jobs = 2 * vacancies > items.size() || ListedParts.isVacancy(page.capture().url());
    return ItemWho.of(items, titles, places, dates::isAlone, jobs);
  }

  /** Returns what most items are called, if they are called the same: what leads to each. */
  private Set<String> buttons() {
    Map<String, Integer> titles = new HashMap<>();
    for (Element item : items) {
      titles.merge(ItemTitle.of(item, link(item)), 1, Integer::sum);
    }
    titles.values().removeIf(count -> count < MIN_ALIKE || 2 * count <= items.size());
    return titles.keySet();
  }

  private @Nullable Advert advert(Element item) {
    Element link = link(item);
    String url = link == null ? "" : page.links().resolve(link.attr("href"));
    String title = title(item);
    String all = page.text(item, ItemCells.BADGES);
    Element column = title.isEmpty() ? null : columns.text(item);
    String said = chrome.isNone() ? all : page.text(item, chrome.orBadges(title));
    String whole = shared.without(said);
    String body = shared.without(ListedText.of(page, item, column, title, whole, chrome.in(title)));
    BesideText beside = BesideText.of(all, body, title);
    if (url.isEmpty()
        || ItemGroups.isBoilerplate(item)
        || PAID.matcher(item.className()).find()
        || (title.isBlank() && body.isBlank())) {
      return null;
    }
    FactLines.Left left = FactLines.part(item, body, title, dates::isAlone);
    ItemTime time = ItemTime.of(item, dates, left.date(), all);
    Advert.Builder advert =
        page.advert(Channel.CLASSIFIEDS, null)
            .url(url)
            .title(title)
            .language(page.language())
            .postedAt(time.at())
            .context("posted", time.said())
            .context("links", String.join(" ", MessengerLinks.of(item)))
            .context("listed", "true")
            .context("beside", beside.text());
    reach.of(item, all).forEach(advert::field);
    return parts(advert, item, left, beside).build();
  }

  private Advert.Builder parts(
      Advert.Builder advert, Element item, FactLines.Left left, BesideText beside) {
    ListedParts parts = ListedParts.of(item);
    String employer = first(textOf(item.selectFirst(EMPLOYERS)), parts.get(Role.EMPLOYER));
    String author = parts.get(Role.AUTHOR);
    if (employer.isEmpty() && author.isEmpty()) {
      employer = who.get(item, Part.EMPLOYER);
      author = who.get(item, Part.AUTHOR);
    }
    String place = first(textOf(item.selectFirst(PLACED)), parts.get(Role.PLACE));
    place = first(place, beforeDate(textOf(item.selectFirst(TEST_PLACED))));
    String line = first(left.price(), beside.price());
    String price = first(price(item), parts.get(Role.PRICE));
    price = first(price, PricePart.of(item, line, dates::isAlone));
    return advert
        .body(without(left.text(), employer + "\n" + author) + numbers.of(item))
        .place(first(place, who.get(item, Part.PLACE)))
        .field("price", price)
        .field(Advert.EMPLOYER, employer)
        .field("author", author);
  }

  /** Returns what is said of a place before the day that may stand behind it. */
  private String beforeDate(String line) {
    Matcher dated = PLACE_AND_DAY.matcher(line);
    if (dated.matches() && dates.isAlone(dated.group(2))) {
      return dated.group(1);
    }
    return dates.isAlone(line) ? "" : line;
  }

  /** Who offers it stands in a field of its own. */
  private static String without(String text, String names) {
    Set<String> said = names.lines().filter(name -> !name.isBlank()).collect(Collectors.toSet());
    String rest =
        text.lines().filter(line -> !said.contains(line.strip())).collect(Collectors.joining("\n"));
    return said.isEmpty() || TextBlock.words(rest) < MIN_REST ? text : rest;
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
