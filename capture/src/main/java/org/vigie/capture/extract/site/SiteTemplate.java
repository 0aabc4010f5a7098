package org.vigie.capture.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/**
 * Where one site keeps what: which of its pages are adverts and which are lists of them, and the
 * selectors of an advert's parts.
 */
public final class SiteTemplate {
  /** A part of an advert, or the way to the next page of a list. */
  public enum Part {
    TITLE,
    TEXT,
    POSTED,
    PLACE,
    PRICE,
    PHONE,
    AUTHOR,
    LINK,
    NEXT;

    /** Returns the key that names it in a file. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a page is to a template. */
  public enum Kind {
    LISTING,
    DETAIL
  }

  private final String name;
  private final Set<String> hosts;
  private final Channel channel;
  private final List<UrlGlob> listings;
  private final List<UrlGlob> details;
  private final @Nullable FieldSelector each;
  private final Map<Part, FieldSelector> selectors;

  SiteTemplate(
      String name,
      List<String> hosts,
      Channel channel,
      List<UrlGlob> listings,
      List<UrlGlob> details,
      @Nullable FieldSelector each,
      Map<Part, FieldSelector> selectors) {
    this.each = each;
    this.name = name;
    this.hosts = Set.copyOf(hosts);
    this.channel = channel;
    this.listings = List.copyOf(listings);
    this.details = List.copyOf(details);
    this.selectors = new EnumMap<>(selectors);
  }

  /** Returns the name of its file, without ending. */
  public String name() {
    return name;
  }

  /** Returns the hosts that it is for, without {@code www.}. */
  Set<String> hosts() {
    return hosts;
  }

  /** Returns what a page of its site is, or null if it is neither. An advert comes first. */
  public @Nullable Kind kind(String url) {
    if (details.stream().anyMatch(glob -> glob.matches(url))) {
      return Kind.DETAIL;
    }
    return listings.stream().anyMatch(glob -> glob.matches(url)) ? Kind.LISTING : null;
  }

  /**
   * Returns what a page holds, or null if it isn't covered: neither list nor advert, or an advert
   * of which neither title nor text is where it should be, since the site may have changed.
   */
  public @Nullable Extraction read(Payload payload) {
    Page page = payload.page();
    Kind kind = kind(payload.capture().url());
    if (kind == null) {
      return null;
    }
    List<Advert> adverts = each == null ? List.of() : posts(payload, each);
    if (kind == Kind.DETAIL && adverts.isEmpty()) {
      Advert advert = each == null ? advert(page, part -> all(part, payload)) : null;
      if (advert == null) {
        return null;
      }
      adverts = List.of(advert);
    }
    return new Extraction(adverts, links(page), "");
  }

  /** Returns how many values each selector finds in a page. */
  public Map<Part, Integer> matches(Payload payload) {
    Page page = payload.page();
    Map<Part, Integer> matches = new LinkedHashMap<>();
    selectors.forEach((part, selector) -> {
      boolean found = part == Part.NEXT && selector.link(page) != null;
      int values = part == Part.NEXT ? (found ? 1 : 0) : matched(selector, payload);
      matches.put(part, values);
    });
    return matches;
  }

  /** Returns the next page of a list, or null. */
  public @Nullable String next(Page page) {
    FieldSelector selector = selectors.get(Part.NEXT);
    return selector == null ? null : selector.link(page);
  }

  private List<String> links(Page page) {
    Set<String> links = new LinkedHashSet<>();
    String next = next(page);
    if (next != null) {
      links.add(next);
    }
    links.addAll(PageLinks.of(page));
    return List.copyOf(links);
  }

  /** A part of posts is counted over all of them. */
  private int matched(FieldSelector selector, Payload payload) {
    if (each == null) {
      return selector.all(payload).size();
    }
    List<JsonNode> objects = each.data(payload);
    return objects == null
        ? each.elements(payload.page()).stream()
            .mapToInt(element -> selector.all(payload.page(), element).size())
            .sum()
        : objects.stream().mapToInt(object -> selector.all(object).size()).sum();
  }

  /** Returns an advert for each post that the page shows or carries as data. */
  private List<Advert> posts(Payload payload, FieldSelector posts) {
    Page page = payload.page();
    List<Advert> adverts = new ArrayList<>();
    List<JsonNode> objects = posts.data(payload);
    if (objects == null) {
      for (Element element : posts.elements(page)) {
        adverts.add(advert(page, part -> within(part, page, element)));
      }
    } else {
      for (JsonNode object : objects) {
        adverts.add(advert(page, part -> within(part, object)));
      }
    }
    adverts.removeIf(java.util.Objects::isNull);
    return adverts;
  }

  private List<String> all(Part part, Payload payload) {
    FieldSelector selector = selectors.get(part);
    return selector == null ? List.of() : selector.all(payload);
  }

  private List<String> within(Part part, Page page, Element element) {
    FieldSelector selector = selectors.get(part);
    return selector == null ? List.of() : selector.all(page, element);
  }

  private List<String> within(Part part, JsonNode object) {
    FieldSelector selector = selectors.get(part);
    return selector == null ? List.of() : selector.all(object);
  }

  private @Nullable Advert advert(Page page, Function<Part, List<String>> values) {
    String title = first(values.apply(Part.TITLE));
    String body =
        each == null
            ? String.join("\n", values.apply(Part.TEXT))
            : page.described(String.join("\n", values.apply(Part.TEXT)));
    if (title.isEmpty() && body.isEmpty()) {
      return null;
    }
    String link = page.links().resolve(first(values.apply(Part.LINK)));
    Advert.Builder advert =
        page.advert(channel, null)
            .title(title)
            .body(body)
            .language(page.language())
            .postedAt(Times.parse(first(values.apply(Part.POSTED))))
            .place(first(values.apply(Part.PLACE)))
            .field("price", first(values.apply(Part.PRICE)))
            .field("telephone", first(values.apply(Part.PHONE)))
            .field("author", first(values.apply(Part.AUTHOR)));
    return link.isEmpty() ? advert.build() : advert.url(link).build();
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst();
  }
}
