package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.markup.ItemShape;
import org.vigie.capture.extract.markup.TextBlocks;
import org.vigie.capture.extract.page.ShownDates;

/**
 * The ways in which the content of one element may fall into parts that stand one below the other:
 * by rules, by terms, by headings, by lines that tell a date, or by boxes of one shape.
 */
final class StackedGroups {
  private static final Set<String> BOXES =
      Set.of("table", "div", "article", "section", "li", "tr", "blockquote", "fieldset", "p");

  private static final List<String> HEADINGS = List.of("h2", "h3", "h4", "h5", "h6");

  private static final int MIN_PARTS = 2;
  private static final int MAX_PARTS = 2_000;

  private StackedGroups() {}

  /**
   * Some parts, each by its nodes.
   *
   * @param ruled whether a line is drawn between them
   */
  record Group(List<List<Node>> parts, boolean ruled) {}

  /** Returns the groups of an element's content that have two parts or more. */
  static List<Group> in(Element container, ShownDates dates) {
    List<Group> groups = new ArrayList<>();
    Element first = container.firstElementChild();
    if (first == null || first.nextElementSibling() == null) {
      return groups;
    }
    Map<String, List<List<Node>>> boxes = new LinkedHashMap<>();
    Map<String, Integer> tags = new LinkedHashMap<>();
    Map<String, Integer> heads = new LinkedHashMap<>();
    for (Element child = first; child != null; ) {
      String tag = child.normalName();
      tags.merge(tag, 1, Integer::sum);
      if (BOXES.contains(tag)) {
        boxes.computeIfAbsent(ItemShape.of(child), key -> new ArrayList<>()).add(List.of(child));
      }
      if (isDated(child, dates)) {
        heads.merge(ItemShape.of(child), 1, Integer::sum);
      }
      child = child.nextElementSibling();
    }
    if (tags.containsKey("hr")) {
      add(groups, ruled(container), true);
    }
    if (tags.containsKey("dt")) {
      add(groups, started(container, StackedGroups::isTerm), false);
    }
    for (String heading : HEADINGS) {
      if (tags.getOrDefault(heading, 0) >= MIN_PARTS) {
        add(groups, started(container, node -> node.nodeName().equals(heading)), false);
      }
    }
    Optional<Map.Entry<String, Integer>> head =
        heads.entrySet().stream().max(Map.Entry.comparingByValue());
    if (head.isPresent() && head.get().getValue() >= MIN_PARTS) {
      String shape = head.get().getKey();
      add(groups, started(container, node -> isHead(node, shape, dates)), false);
    }
    boxes.values().forEach(parts -> add(groups, parts, false));
    return groups;
  }

  private static void add(List<Group> groups, List<List<Node>> parts, boolean ruled) {
    if (parts.size() >= MIN_PARTS) {
      groups.add(new Group(parts.subList(0, Math.min(parts.size(), MAX_PARTS)), ruled));
    }
  }

  private static boolean isHead(Node node, String shape, ShownDates dates) {
    return node instanceof Element element
        && ItemShape.of(element).equals(shape)
        && isDated(element, dates);
  }

  private static boolean isDated(Element element, ShownDates dates) {
    String said = LabelledParts.shortText(element);
    return !said.isEmpty() && dates.isAlone(said);
  }

  /** Of several terms in a row, the first begins a part. */
  private static boolean isTerm(Node node) {
    Element before = node instanceof Element element ? element.previousElementSibling() : null;
    return node.nodeName().equals("dt") && (before == null || !before.normalName().equals("dt"));
  }

  /** Returns what begins at each node of a kind. */
  private static List<List<Node>> started(Element container, Predicate<Node> starts) {
    List<List<Node>> parts = new ArrayList<>();
    for (Node node : container.childNodes()) {
      if (starts.test(node)) {
        parts.add(new ArrayList<>());
      }
      if (!parts.isEmpty()) {
        parts.getLast().add(node);
      }
    }
    return parts;
  }

  /** Returns what stands between rules; what all but the ends consist of, they do. */
  private static List<List<Node>> ruled(Element container) {
    List<List<Node>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (Node node : container.childNodes()) {
      if (node.nodeName().equals("hr")) {
        parts.add(new ArrayList<>());
      } else if (node instanceof Element || (node instanceof TextNode text && !text.isBlank())) {
        parts.getLast().add(node);
      }
    }
    parts.removeIf(List::isEmpty);
    return parts.size() < MIN_PARTS ? parts : withoutEnds(parts);
  }

  /** The first may stand below a page's heading and greeting, the last above its foot. */
  private static List<List<Node>> withoutEnds(List<List<Node>> parts) {
    List<Node> first = parts.getFirst();
    List<Node> last = parts.getLast();
    int size = parts.get(1).size();
    List<List<Node>> inner = parts.subList(1, parts.size() - 1);
    if (!inner.isEmpty() && inner.stream().allMatch(part -> part.size() == size)) {
      first.subList(0, Math.max(0, first.size() - size)).clear();
      last.subList(Math.min(size, last.size()), last.size()).clear();
    }
    while (first.size() > 1 && isHeading(first.getFirst()) && !isHeading(last.getFirst())) {
      first.removeFirst();
    }
    return parts;
  }

  private static boolean isHeading(Node node) {
    return node instanceof Element element && TextBlocks.isHeading(element);
  }
}
