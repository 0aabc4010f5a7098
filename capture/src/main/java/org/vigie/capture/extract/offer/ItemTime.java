package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.AgoShape;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/**
 * When one item of a list says that it was posted.
 *
 * @param at null if it doesn't say
 * @param said the words that it was reckoned from, or empty
 */
record ItemTime(@Nullable Instant at, String said) {
  private static final int MAX_LINES = 40;
  private static final int MAX_LINE = 160;

  private static final Evaluator TIMED = Selector.evaluatorOf("time[datetime]");

  /**
   * Returns when an item was posted.
   *
   * @param dates reads those of its page
   * @param date the line that is a date and no more, or empty
   * @param whole all that the item says
   */
  static ItemTime of(Element item, ShownDates dates, String date, String whole) {
    Element time = item.selectFirst(TIMED);
    Instant told = time == null ? null : Times.parse(time.attr("datetime"));
    if (told != null) {
      return new ItemTime(told, "");
    }
    for (String one : List.of(ListedParts.of(item).get(Role.TIME), date)) {
      Instant alone = dates.find(one);
      if (alone != null) {
        return new ItemTime(alone, dates.reckoned(one));
      }
    }
    for (String part : parts(item, whole)) {
      boolean alone = dates.isAlone(part) || AgoShape.isAlone(part);
      Instant shown = alone ? dates.find(part) : null;
      if (shown != null) {
        return new ItemTime(shown, dates.reckoned(part));
      }
    }
    return new ItemTime(null, "");
  }

  /** Returns the parts of an item's lines, and its short texts. */
  private static List<String> parts(Element item, String whole) {
    List<String> parts = new ArrayList<>();
    whole
        .lines()
        .limit(MAX_LINES)
        .filter(line -> line.length() <= MAX_LINE)
        .forEach(line -> parts.addAll(List.of(ItemCells.parted(line))));
    ItemCells.of(item, "").cells().forEach(cell -> parts.add(cell.text()));
    return parts;
  }
}
