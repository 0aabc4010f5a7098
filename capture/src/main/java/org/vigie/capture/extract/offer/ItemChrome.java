package org.vigie.capture.extract.offer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.Boilerplate;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * Buttons and hidden words of a list's items that say no more than the item's title and what those
 * of half the items say with it, such as "Save this: " and the title. Pages show items twice, for
 * wide and for narrow screens, and put buttons on one of them alone.
 */
final class ItemChrome {
  /** In shorter lists two may say the same by chance. */
  private static final int MIN_ITEMS = 3;

  /** A few items tell what all share. */
  private static final int MAX_ITEMS = 100;

  private static final int MAX_WORDS = 6;

  /** Class names by which common style sheets hide what only a screen reader says. */
  private static final Pattern HEARD =
      Pattern.compile(
          "(?i)screen-?reader|(?:^|\\s)sr-only(?:\\s|$)|visually-?hidden|hidden-?accessible");

  private final Set<String> common;

  private ItemChrome(Set<String> common) {
    this.common = common;
  }

  /**
   * @param titles those of the items, in their order
   */
  static ItemChrome of(List<Element> items, List<String> titles) {
    Map<String, Integer> counts = new HashMap<>();
    int some = Math.min(items.size(), MAX_ITEMS);
    for (int i = 0; i < some; i++) {
      Set<String> own = new HashSet<>();
      for (Element element : items.get(i).getAllElements()) {
        String beside = beside(element, titles.get(i));
        if (beside != null) {
          own.add(beside);
        }
      }
      own.forEach(beside -> counts.merge(beside, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count < MIN_ITEMS || 2 * count < some);
    return new ItemChrome(counts.keySet());
  }

  /** Returns what to leave out of an item of a title. */
  Evaluator in(String title) {
    return new Evaluator() {
      @Override
      public boolean matches(Element root, Element element) {
        String beside = beside(element, title);
        return beside != null && common.contains(beside);
      }
    };
  }

  /** Returns what to leave out of all that an item of a title says: what is stuck on it, too. */
  Evaluator orBadges(String title) {
    Evaluator own = in(title);
    return new Evaluator() {
      @Override
      public boolean matches(Element root, Element element) {
        return element.is(ItemCells.BADGES) || own.matches(root, element);
      }
    };
  }

  boolean isNone() {
    return common.isEmpty();
  }

  /** Returns what a button or a hidden element says beside a title, or null if it has it not. */
  private static @Nullable String beside(Element element, String title) {
    boolean chrome =
        element.normalName().equals("button")
            || Boilerplate.isHiddenByClass(element)
            || HEARD.matcher(element.className()).find();
    String text = chrome && !title.isEmpty() ? LabelledParts.shortText(element) : "";
    int at = text.indexOf(title);
    if (text.isEmpty() || at < 0 || ContactShape.isIn(text) || PriceShape.isIn(text)) {
      return null;
    }
    String beside = text.substring(0, at) + "\n" + text.substring(at + title.length());
    return TextBlock.words(beside) <= MAX_WORDS ? beside : null;
  }
}
