package org.vigie.capture.extract.offer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.capture.extract.content.AgoShape;
import org.vigie.capture.extract.page.MonthNames;
import org.vigie.capture.extract.page.ShownDates;

/**
 * An item of a list that shows when it was posted and some thing more beside its title, in elements
 * of their own: where, or who. The titles of a newspaper have a date alone.
 */
final class DatedItem {
  private static final int MAX_SEEN = 400;
  private static final int MAX_CHARS = 60;

  /** The title, and one thing more. */
  private static final int MIN_TEXTS = 2;

  /** A day of a month, if the word is one. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?:[0-3]?\\d\\.? (\\p{L}[\\p{L}\\p{M}]{2,13})\\.?|(\\p{L}{3,12}) [0-3]?\\d)(?:,? \\d{4})?");

  private static final ShownDates DATES = ShownDates.of("", List.of());

  private int seen;
  private int texts;
  private boolean dated;

  private DatedItem() {}

  static boolean tells(Element item) {
    DatedItem told = new DatedItem();
    NodeTraversor.filter((node, depth) -> told.visit(node), item);
    return told.dated && told.texts >= MIN_TEXTS;
  }

  /** A date may share its line with who and where, parted by a bar or a dot. */
  private static boolean isDate(String line) {
    if (AgoShape.isAlone(line) || DATES.isAlone(line)) {
      return true;
    }
    for (String part : ItemCells.parted(line)) {
      if (AgoShape.isAlone(part) || (DATES.isAlone(part) && part.length() < line.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the cell of a table is a day of a month, whatever the language. */
  private static boolean isDay(String cell) {
    Matcher day = DAY.matcher(cell);
    return day.matches() && MonthNames.contains(day.group(1) == null ? day.group(2) : day.group(1));
  }

  private NodeFilter.FilterResult visit(Node node) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element) {
      String own = element.ownText().strip();
      boolean date =
          element.normalName().equals("time")
              || (element.normalName().equals("td") && isDay(own))
              || (own.length() <= MAX_CHARS && isDate(own));
      dated |= date;
      texts += !date && own.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
    }
    return NodeFilter.FilterResult.CONTINUE;
  }
}
