package org.vigie.capture.extract.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.content.ReachLinks;

/**
 * The number and the address that the buttons of items ring and write to, those of all left out.
 */
final class ItemReach {
  /** In shorter lists one person may offer all. */
  private static final int MIN_ITEMS = 3;

  private static final int MAX_ITEMS = 200;

  /** What most items have is their site's. */
  private final Set<String> common;

  private ItemReach(Set<String> common) {
    this.common = common;
  }

  static ItemReach of(List<Element> items) {
    Map<String, Integer> counts = new HashMap<>();
    List<Element> some = items.subList(0, Math.min(items.size(), MAX_ITEMS));
    for (Element item : some) {
      ReachLinks.in(item).values().forEach(said -> counts.merge(said, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count < MIN_ITEMS || 2 * count <= some.size());
    return new ItemReach(counts.keySet());
  }

  /**
   * Returns {@code telephone} and {@code email} of one item, each only if it has one.
   *
   * @param text what the item says anyway
   */
  Map<String, String> of(Element item, String text) {
    Map<String, String> reach = new HashMap<>(ReachLinks.in(item));
    reach.values().removeIf(said -> common.contains(said) || text.contains(said));
    return reach;
  }
}
