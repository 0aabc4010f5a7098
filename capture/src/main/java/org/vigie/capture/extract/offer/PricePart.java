package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.capture.extract.content.PriceShape;

/** The price in a line of an item that may also say where and when. */
final class PricePart {
  private static final int MAX_NODES = 600;

  /** Digits with a blank between them are one number where three stand behind each. */
  private static final String NUMBER =
      "(?:\\p{Nd}{1,3}(?:[\\u00a0\\u202f ]\\p{Nd}{3}){1,4}|\\p{Nd}[\\p{Nd}.,']{0,12})(?:[.,]\\p{Nd}{1,2})?(?!\\p{Nd})";

  private static final Pattern AMOUNT =
      Pattern.compile("\\p{Sc}\\s{0,3}" + NUMBER + "|" + NUMBER + "\\s{0,3}\\p{Sc}");

  private final String line;
  private final Predicate<String> dates;
  private final List<String> found = new ArrayList<>();
  private int seen;

  private PricePart(String line, Predicate<String> dates) {
    this.line = line;
    this.dates = dates;
  }

  /**
   * Returns what of a line is the price: the whole line if nothing tells the rest apart, or if it
   * says two.
   *
   * @param item where the line stands
   * @param line a line with a price in it, or empty
   * @param dates tells whether a text is a date and no more
   */
  static String of(Element item, String line, Predicate<String> dates) {
    if (line.isEmpty()) {
      return "";
    }
    PricePart part = new PricePart(line, dates);
    for (String one : ItemCells.parted(line)) {
      part.add(one);
    }
    if (part.found.isEmpty()) {
      NodeTraversor.filter((node, depth) -> part.visit(node), item);
    }
    return part.found.size() == 1 ? part.found.getFirst() : part.withoutDate();
  }

  private void add(String text) {
    if (isPrice(text)) {
      found.add(text.strip());
    }
  }

  private boolean isPrice(String text) {
    return text.length() < line.length() && PriceShape.isAlone(text) && !dates.test(text);
  }

  private NodeFilter.FilterResult visit(Node node) {
    if (++seen > MAX_NODES) {
      return NodeFilter.FilterResult.STOP;
    }
    String said = node instanceof TextNode text ? text.text().strip() : "";
    if (!said.isEmpty() && line.contains(said)) {
      add(said);
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private String withoutDate() {
    Matcher amount = AMOUNT.matcher(line);
    if (!amount.find()) {
      return line;
    }
    String rest = line.substring(0, amount.start()) + " " + line.substring(amount.end());
    return dates.test(rest) ? amount.group().strip() : line;
  }
}
