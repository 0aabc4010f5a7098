package org.vigie.capture.extract.offer;

import java.time.Instant;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.AgoShape;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/** When one item of a list says that it was posted. */
final class ItemTime {
  private static final int MAX_LINES = 40;
  private static final int MAX_LINE = 160;

  private static final Evaluator TIMED = Selector.evaluatorOf("time[datetime]");

  private ItemTime() {}

  /**
   * Returns when an item was posted, or null if it doesn't tell.
   *
   * @param dates reads those of its page
   * @param date the line that is a date and no more, or empty
   * @param whole all that the item says
   */
  static @Nullable Instant of(Element item, ShownDates dates, String date, String whole) {
    Element time = item.selectFirst(TIMED);
    Instant told = time == null ? null : Times.parse(time.attr("datetime"));
    if (told == null) {
      told = dates.find(ListedParts.of(item).get(Role.TIME));
    }
    return told == null ? shown(item, dates, date, whole) : told;
  }

  /** Returns when an item was posted, as a line of its own or a part of one tells. */
  private static @Nullable Instant shown(
      Element item, ShownDates dates, String line, String whole) {
    Instant alone = dates.find(line);
    if (alone != null) {
      return alone;
    }
    for (String one : whole.lines().limit(MAX_LINES).toList()) {
      for (String part : one.length() > MAX_LINE ? new String[0] : ItemCells.parted(one)) {
        Instant told = ofPart(dates, part);
        if (told != null) {
          return told;
        }
      }
    }
    for (ItemCells.Cell cell : ItemCells.of(item, "").cells()) {
      Instant told = ofPart(dates, cell.text());
      if (told != null) {
        return told;
      }
    }
    return null;
  }

  private static @Nullable Instant ofPart(ShownDates dates, String part) {
    return dates.isAlone(part) || AgoShape.isAlone(part) ? dates.find(part) : null;
  }
}
