package org.vigie.capture.extract.offer;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.markup.TextBlocks;
import org.vigie.capture.extract.offer.ItemCells.Cell;

/** What stands in the same place of each item of a list, and how often something tells what. */
final class CellColumn {
  private static final double MIN_SHARE = 0.5;
  private static final double MIN_NAMES = 0.8;

  /** Points of a column that all its cells give, and of one that some do. */
  private static final int SURE = 100;

  private static final int LIKELY = 50;

  private final Map<Element, String> cells = new IdentityHashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Map<Part, Integer> told = new EnumMap<>(Part.class);
  private int firms;
  private int names;
  private int behind;
  private int offset;
  private int headings;

  /** Takes an item's cell, and returns whether it is the first of the item. */
  boolean add(Element item, Cell cell) {
    if (cells.putIfAbsent(item, cell.text()) != null) {
      return false;
    }
    texts.add(cell.text());
    firms += WhoSigns.isFirm(cell.text()) ? 1 : 0;
    headings += TextBlocks.isHeading(cell.holder()) ? 1 : 0;
    return true;
  }

  /** Counts a cell whose text may be a name. */
  void addName() {
    names++;
  }

  /** Counts a cell of which something tells what part it is. */
  void addTold(Part part) {
    told.merge(part, 1, Integer::sum);
  }

  /** Counts a cell that stands so many texts behind its item's title. */
  void addBehind(int texts) {
    behind++;
    offset += texts;
  }

  /** Returns whether most items have such a cell, and nearly all are names. */
  boolean mayTell(int items) {
    return cells.size() >= MIN_SHARE * items && names >= MIN_NAMES * cells.size();
  }

  /** Returns how surely the column tells a part, 0 if it doesn't. */
  int points(Part part) {
    int size = cells.size();
    int own = told.getOrDefault(part, 0);
    if (2 * own >= size) {
      return SURE + own;
    }
    boolean other = told.values().stream().anyMatch(count -> 2 * count >= size);
    boolean likely = part == Part.EMPLOYER && !other && 4 * firms >= size && firms > 0;
    return likely ? LIKELY + firms : 0;
  }

  /** Returns whether each cell is a heading. */
  boolean isHeadings() {
    return headings == cells.size();
  }

  /**
   * Returns whether the column is of names behind the titles of most items, of which most differ
   * and none is one of those places.
   */
  boolean isOfNamesBehind(int items, Set<String> places) {
    int size = cells.size();
    return told.isEmpty()
        && size >= MIN_SHARE * items
        && behind == size
        && names == size
        && 2 * texts.size() > size
        && texts.stream().noneMatch(places::contains)
        && texts.stream().noneMatch(CellColumn::hasDigit);
  }

  private static boolean hasDigit(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  /** Returns how many texts stand between a title and its cell, on average. */
  double distance() {
    return (double) offset / behind;
  }

  /** Returns each item's cell, without the words and signs that say what it is. */
  Map<Element, String> bare() {
    boolean all = texts.size() > 1 && texts.stream().allMatch(WhoSigns::isSaidOf);
    Map<Element, String> bare = new IdentityHashMap<>();
    cells.forEach((item, text) -> bare.put(item, WhoSigns.bare(text, all)));
    return bare;
  }
}
