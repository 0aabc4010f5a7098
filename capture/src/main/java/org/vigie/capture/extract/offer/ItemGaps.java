package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;

/**
 * Who, where, when and for how much, as a page's list shows them to its readers, for adverts that
 * were read from elsewhere on it and lack one of these: the item is told by its address or title.
 */
public final class ItemGaps {
  private static final String AUTHOR = "author";
  private static final int MIN_ADVERTS = 2;
  private static final int MIN_PATH = 8;

  private final Map<String, Advert> items = new HashMap<>();
  private final Set<String> twice = new HashSet<>();

  private ItemGaps() {}

  /** Returns the adverts with what the page's list says of each beside. */
  public static List<Advert> filled(Page page, List<Advert> adverts) {
    boolean any = adverts.size() >= MIN_ADVERTS && adverts.stream().anyMatch(ItemGaps::lacks);
    return any ? filled(adverts, ItemReader.adverts(page, ItemGroups.best(page))) : adverts;
  }

  /**
   * Returns some adverts with what others of the same address or title say beside; one that several
   * of them share tells nothing.
   *
   * @param others in any order; those that share their address or title tell nothing
   */
  public static List<Advert> filled(List<Advert> adverts, List<Advert> others) {
    ItemGaps gaps = new ItemGaps();
    others.forEach(gaps::add);
    Set<String> own = new HashSet<>();
    for (Advert advert : adverts) {
      for (String key : List.of(path(advert), title(advert))) {
        if (!own.add(key)) {
          gaps.twice.add(key);
        }
      }
    }
    List<Advert> filled = new ArrayList<>();
    for (Advert advert : adverts) {
      Advert item = lacks(advert) ? gaps.item(advert) : null;
      filled.add(item == null ? advert : with(advert, item));
    }
    return filled;
  }

  private static boolean lacks(Advert advert) {
    return advert.place().isEmpty()
        || advert.body().isBlank()
        || !isOffered(advert)
        || (!advert.fields().containsKey("price") && !advert.fields().containsKey("salary"));
  }

  private static boolean isOffered(Advert advert) {
    return advert.fields().containsKey(AUTHOR) || advert.fields().containsKey(Advert.EMPLOYER);
  }

  private void add(Advert item) {
    for (String key : List.of(path(item), title(item))) {
      if (!key.isEmpty() && items.put(key, item) != null) {
        twice.add(key);
      }
    }
  }

  private @Nullable Advert item(Advert advert) {
    for (String key : List.of(path(advert), title(advert))) {
      Advert item = twice.contains(key) ? null : items.get(key);
      if (item != null) {
        return item;
      }
    }
    return null;
  }

  /** A short path is a script's, or the page's own. */
  private static String path(Advert advert) {
    String path = LinkResolver.path(advert.url());
    boolean numbered = path.chars().anyMatch(Character::isDigit);
    return path.length() >= MIN_PATH && numbered ? path : "";
  }

  private static String title(Advert advert) {
    String title = advert.title().strip().toLowerCase(Locale.ROOT);
    return title.isEmpty() ? "" : "title " + title;
  }

  private static Advert with(Advert advert, Advert item) {
    Advert.Builder fuller =
        Advert.builder(advert.channel(), advert.site(), advert.seenAt())
            .sourceId(advert.sourceId())
            .url(advert.url())
            .postedAt(advert.postedAt() == null ? item.postedAt() : advert.postedAt())
            .title(advert.title())
            .body(advert.body().isBlank() ? item.body() : advert.body())
            .language(advert.language())
            .country(advert.country())
            .place(advert.place().isEmpty() ? item.place() : advert.place())
            .mandate(advert.mandate())
            .provenance(advert.provenance());
    advert.fields().forEach(fuller::field);
    boolean priced = advert.fields().containsKey("price") || advert.fields().containsKey("salary");
    if (!priced) {
      String price = item.fields().getOrDefault("price", "");
      fuller.field("price", price.isEmpty() ? item.fields().getOrDefault("salary", "") : price);
    }
    if (!isOffered(advert)) {
      fuller
          .field(AUTHOR, item.fields().getOrDefault(AUTHOR, ""))
          .field(Advert.EMPLOYER, item.fields().getOrDefault(Advert.EMPLOYER, ""));
    }
    return fuller.build();
  }
}
