package org.vigie.capture.extract;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

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
  private final Map<Part, FieldSelector> selectors;

  SiteTemplate(
      String name,
      List<String> hosts,
      Channel channel,
      List<UrlGlob> listings,
      List<UrlGlob> details,
      Map<Part, FieldSelector> selectors) {
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
  @Nullable Extraction read(Page page) {
    Kind kind = kind(page.capture().url());
    if (kind == null) {
      return null;
    }
    List<Advert> adverts = List.of();
    if (kind == Kind.DETAIL) {
      Advert advert = advert(page);
      if (advert == null) {
        return null;
      }
      adverts = List.of(advert);
    }
    return new Extraction(adverts, links(page), "");
  }

  /** Returns how many values each selector finds in a page. */
  Map<Part, Integer> matches(Page page) {
    Map<Part, Integer> matches = new LinkedHashMap<>();
    selectors.forEach((part, selector) -> {
      boolean found = part == Part.NEXT && selector.link(page) != null;
      int values = part == Part.NEXT ? (found ? 1 : 0) : selector.all(page).size();
      matches.put(part, values);
    });
    return matches;
  }

  /** Returns the next page of a list, or null. */
  @Nullable String next(Page page) {
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

  private @Nullable Advert advert(Page page) {
    String title = first(Part.TITLE, page);
    FieldSelector text = selectors.get(Part.TEXT);
    String body = text == null ? "" : String.join("\n", text.all(page));
    if (title.isEmpty() && body.isEmpty()) {
      return null;
    }
    return page.advert(channel, null)
        .title(title)
        .body(body)
        .language(page.language())
        .postedAt(Times.parse(first(Part.POSTED, page)))
        .place(first(Part.PLACE, page))
        .field("price", first(Part.PRICE, page))
        .field("telephone", first(Part.PHONE, page))
        .field("author", first(Part.AUTHOR, page))
        .build();
  }

  private String first(Part part, Page page) {
    FieldSelector selector = selectors.get(part);
    return selector == null ? "" : selector.first(page);
  }
}
