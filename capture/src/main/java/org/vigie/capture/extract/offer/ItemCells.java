package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.ItemShape;
import org.vigie.capture.extract.markup.TextBlocks;

/**
 * The short texts of one item of a list, each with its place in the item: texts in the same place
 * of all items are a column. What a line parts by bars or dots counts as several.
 */
final class ItemCells {
  private static final int MAX_NODES = 600;
  private static final int MAX_CELLS = 60;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_PATH = 500;
  private static final int MAX_CHARS = 80;
  private static final Pattern PARTED = Pattern.compile("\\s*[|•·∙／]\\s*|\\s+[–—]\\s+");

  /** What a site sticks on an item is no part of its text. */
  static final Evaluator BADGES =
      Selector.evaluatorOf("[class*=badge], [class*=ribbon], [class*=sticker]");

  /** What such an element says may be part of a text, but is no name and no place. */
  private static final Pattern TAG =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:tags?|label|chip|btn|button|pill)(?:$|[\\s_-])");

  private static final Pattern LOOSE_END = Pattern.compile("^[\\s,;:/|•·–—-]+|[\\s,;/|•·–—-]+$");

  /**
   * A short text.
   *
   * @param column names its place
   * @param text what it says
   * @param holder the element that it stands in
   * @param before the element without words right before it, such as an icon, if any
   * @param order how many texts stand before it
   */
  record Cell(String column, String text, Element holder, @Nullable Element before, int order) {}

  private final Element item;
  private final String title;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private int nodes;
  private int titleAt = -1;

  private ItemCells(Element item, String title) {
    this.item = item;
    this.title = title;
  }

  static ItemCells of(Element item, String title) {
    ItemCells cells = new ItemCells(item, title);
    cells.look(item, "", 0);
    return cells;
  }

  List<Cell> cells() {
    return cells;
  }

  /** Returns what a line says one after the other. */
  static String[] parted(String line) {
    return PARTED.split(line);
  }

  /** Returns how many texts stand before the title, -1 if it isn't among them. */
  int titleAt() {
    return titleAt;
  }

  private void look(Element element, String path, int depth) {
    boolean far = depth > MAX_DEPTH || path.length() > MAX_PATH || cells.size() >= MAX_CELLS;
    if (++nodes > MAX_NODES || far) {
      return;
    }
    boolean heading = element != item && TextBlocks.isHeading(element);
    if (heading && !title.isEmpty() && title.equals(element.text().strip())) {
      titleAt = titleAt < 0 ? cells.size() : titleAt;
      return;
    }
    for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode text) {
        add(text, element, path);
      } else if (child instanceof Element inner && !isLeftOut(inner)) {
        look(inner, path + ">" + ItemShape.of(inner), depth + 1);
      }
    }
  }

  private static boolean isLeftOut(Element element) {
    if (element.is(BADGES) || TAG.matcher(element.className()).find()) {
      return true;
    }
    return switch (element.normalName()) {
      case "script", "style", "button", "select", "template", "svg", "form", "time" -> true;
      default -> false;
    };
  }

  private void add(TextNode node, Element holder, String path) {
    String said = node.text().strip();
    if (said.isEmpty()) {
      return;
    }
    if (said.equals(title)) {
      titleAt = titleAt < 0 ? cells.size() : titleAt;
      return;
    }
    if (said.length() > MAX_CHARS || cells.size() >= MAX_CELLS) {
      return;
    }
    for (String part : PARTED.split(said)) {
      String bare = LOOSE_END.matcher(part).replaceAll("");
      int place = seen.merge(path, 1, Integer::sum);
      if (!bare.isEmpty()) {
        cells.add(new Cell(path + "#" + place, bare, holder, before(node, holder), cells.size()));
      }
    }
  }

  /** An icon stands before the words, or before the element that they alone fill. */
  private @Nullable Element before(TextNode node, Element holder) {
    Node before = node.previousSibling();
    Element e = holder;
    for (int i = 0; i < 2 && before == null && e != item; i++) {
      before = e.previousSibling();
      e = e.parent() == null ? e : e.parent();
    }
    while (before instanceof TextNode text && text.isBlank()) {
      before = before.previousSibling();
    }
    return before instanceof Element icon && !icon.hasText() ? icon : null;
  }
}
