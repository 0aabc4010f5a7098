package org.vigie.capture.extract.content;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * What stands in pairs of a label and a short value, told by their shape in whatever language: rows
 * of two cells, lists of terms, and elements side by side of which the first is a label. A long
 * value is text of its own; of such a pair the label alone is no text.
 */
final class PairLines {
  /** One pair alone may be anything. */
  private static final int MIN_PAIRS = 2;

  private static final int MAX_LABEL_WORDS = 5;
  private static final int MAX_VALUE_WORDS = 7;
  private static final int MAX_LABEL = 40;
  private static final int MAX_SEEN = 20_000;

  private static final Set<String> LABELS =
      Set.of("th", "dt", "b", "strong", "h4", "h5", "h6", "label");

  private static final Pattern CALLED =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:label|key|term|caption|field-?name|th)(?:$|[\\s_-])");

  private final Set<String> lines = new HashSet<>();

  /** Parent → how many of its children are pairs of elements that aren't called so. */
  private final Map<Element, Integer> alike = new IdentityHashMap<>();

  private int pairs;
  private int seen;

  private PairLines() {}

  /** Returns the labels and short values of an element's pairs, none if it has hardly any. */
  static Set<String> in(Element within) {
    PairLines found = new PairLines();
    NodeTraversor.filter((node, depth) -> found.visit(node), within);
    return found.pairs >= MIN_PAIRS ? found.lines : Set.of();
  }

  private NodeFilter.FilterResult visit(Node node) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element) {
      Element value = element.nextElementSibling();
      boolean pair = value != null && isPair(element, value) && isLabel(element, value);
      if (value != null && pair) {
        add(LabelledParts.shortText(element), value);
      }
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private void add(String label, Element value) {
    pairs++;
    lines.add(label);
    String said = LabelledParts.shortText(value);
    if (TextBlock.words(said) <= MAX_VALUE_WORDS && !ContactShape.isIn(said)) {
      lines.add(said);
    }
  }

  /** They hold nothing beside each other, or are rows of such in one element. */
  private static boolean isPair(Element label, Element value) {
    Element before = label.previousElementSibling();
    boolean term = label.normalName().equals("dt") && value.normalName().equals("dd");
    boolean two = before == null && value.nextElementSibling() == null;
    return term || two || endsInColon(label);
  }

  private boolean isLabel(Element element, Element value) {
    String text = LabelledParts.shortText(element);
    boolean brief =
        !text.isEmpty()
            && text.length() <= MAX_LABEL
            && TextBlock.words(text) <= MAX_LABEL_WORDS
            && text.codePoints().anyMatch(Character::isLetter)
            && element.selectFirst("a") == null
            && value.hasText();
    return brief
        && (LABELS.contains(element.normalName())
            || CALLED.matcher(element.className()).find()
            || endsInColon(element)
            || isOneOfSome(element));
  }

  private static boolean endsInColon(Element element) {
    String text = LabelledParts.shortText(element);
    return text.endsWith(":") || text.endsWith("：");
  }

  /** Rows of two equal elements each, such as two cells, three times and more. */
  private boolean isOneOfSome(Element element) {
    Element row = element.parent();
    Element rows = row == null ? null : row.parent();
    Element value = element.nextElementSibling();
    if (rows == null || value == null || !value.normalName().equals(element.normalName())) {
      return false;
    }
    return alike.computeIfAbsent(rows, PairLines::rowsOfTwo) >= MIN_PAIRS + 1;
  }

  private static int rowsOfTwo(Element rows) {
    int count = 0;
    for (Element row = rows.firstElementChild(); row != null; row = row.nextElementSibling()) {
      count += isOfTwo(row) ? 1 : 0;
    }
    return count;
  }

  private static boolean isOfTwo(Element row) {
    Element first = row.firstElementChild();
    Element second = first == null ? null : first.nextElementSibling();
    return first != null
        && second != null
        && second.nextElementSibling() == null
        && second.normalName().equals(first.normalName());
  }
}
