package org.vigie.capture.extract.offer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.ItemShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.markup.TextBlocks;

/**
 * The items of a list side by side: what stands in the same place of each is a column, and the
 * column that says most is what the adverts say, whatever it is called.
 */
final class ItemColumns {
  private static final int MAX_ITEMS = 500;
  private static final int MAX_NODES = 400;
  private static final int MAX_CHARS = 2_000;
  private static final int MAX_DEPTH = 24;
  private static final int MAX_PATH = 400;

  /** Share of the items that must have the column. */
  private static final double MIN_SHARE = 0.6;

  /** Words a cell of it has on average; facts are shorter. */
  private static final int MIN_WORDS = 4;

  /** So many times as many words as the next column has. */
  private static final double CLEARLY = 1.3;

  /** The cells of one place. */
  private static final class Column {
    private final Map<Element, Element> cells = new IdentityHashMap<>();
    private final Set<String> texts = new HashSet<>();
    private int words;
  }

  /** Items may say the same but for a number of theirs. */
  private static final Pattern NUMBERED = Pattern.compile("\\S{0,40}\\d\\S{0,40}");

  private final Map<String, Column> columns = new HashMap<>();
  private final @Nullable Column text;
  private int seen;

  private ItemColumns(List<Element> items) {
    List<Element> first = items.subList(0, Math.min(items.size(), MAX_ITEMS));
    for (Element item : first) {
      seen = 0;
      for (Element child : item.children()) {
        look(item, child, "", 0);
      }
    }
    text = fullest(first.size());
  }

  static ItemColumns of(List<Element> items) {
    return new ItemColumns(items);
  }

  /** Returns the element of an item that stands where the items say most; null if unclear. */
  @Nullable Element text(Element item) {
    return text == null ? null : text.cells.get(item);
  }

  private void look(Element item, Element element, String above, int depth) {
    if (++seen > MAX_NODES || depth > MAX_DEPTH || above.length() > MAX_PATH) {
      return;
    }
    if (TextBlocks.isHeading(element)) {
      return;
    }
    String path = above + ">" + ItemShape.of(element);
    if (!element.ownText().isBlank()) {
      note(item, element, path);
      return;
    }
    for (Element child : element.children()) {
      look(item, child, path, depth + 1);
    }
  }

  /** The second cell of one place is part of a list of facts, or a paragraph. */
  private void note(Element item, Element cell, String path) {
    String place = path;
    Column column = columns.computeIfAbsent(place, key -> new Column());
    for (int i = 2; column.cells.containsKey(item) && i < MAX_DEPTH; i++) {
      place = path + "#" + i;
      column = columns.computeIfAbsent(place, key -> new Column());
    }
    if (column.cells.containsKey(item)) {
      return; // more cells of one place than are told apart
    }
    String said = cell.text();
    if (PriceShape.isAlone(said)) {
      return; // what it costs is no text, though it may have more words than a title
    }
    String start = said.substring(0, Math.min(said.length(), MAX_CHARS));
    column.cells.putIfAbsent(item, cell);
    column.texts.add(NUMBERED.matcher(start).replaceAll(""));
    column.words += TextBlock.words(start);
  }

  private @Nullable Column fullest(int items) {
    Column best = null;
    int next = 0;
    for (Column column : columns.values()) {
      if (best == null || column.words > best.words) {
        next = best == null ? 0 : best.words;
        best = column;
      } else {
        next = Math.max(next, column.words);
      }
    }
    boolean text =
        best != null
            && best.cells.size() >= MIN_SHARE * items
            && 2 * best.texts.size() > best.cells.size()
            && best.words >= MIN_WORDS * best.cells.size()
            && best.words >= CLEARLY * next;
    return text ? best : null;
  }
}
