package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.content.TelephoneShape;

/**
 * Telephone numbers that stand alone between the items of a list: each belongs to the item above
 * it. One below the last is its site's, unless other items have theirs there too.
 */
final class NumbersBeside {
  private static final int MAX_CHARS = 40;

  /** Letters before a number: "WhatsApp", "Telefon". */
  private static final int MAX_LETTERS = 12;

  private static final int MOST = 3;

  private final Map<Element, String> numbers = new IdentityHashMap<>();

  private NumbersBeside() {}

  static NumbersBeside of(List<Element> items) {
    NumbersBeside beside = new NumbersBeside();
    Set<Element> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(items);
    for (Element item : items) {
      List<String> found = new ArrayList<>();
      Element next = item.nextElementSibling();
      while (next != null && found.size() < MOST && isNumber(next)) {
        found.add(next.text().strip());
        next = next.nextElementSibling();
      }
      boolean between = next != null && known.contains(next) && !isNumber(next);
      if (!found.isEmpty() && !isNumber(item) && (between || !beside.numbers.isEmpty())) {
        beside.numbers.put(item, "\n" + String.join("\n", found));
      }
    }
    return beside;
  }

  /** Returns the numbers of an item, each on a line behind a line's end, or empty. */
  String of(Element item) {
    return numbers.getOrDefault(item, "");
  }

  private static boolean isNumber(Element element) {
    String text = element.text().strip();
    return text.length() <= MAX_CHARS
        && text.chars().filter(Character::isLetter).count() <= MAX_LETTERS
        && TelephoneShape.isIn(text);
  }
}
