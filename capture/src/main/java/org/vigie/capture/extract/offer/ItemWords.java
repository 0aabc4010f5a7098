package org.vigie.capture.extract.offer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * How many words some elements of a page hold, counted in one walk: items that lie within each
 * other would else be read as often as they lie deep.
 */
final class ItemWords implements NodeVisitor {
  private final Set<Element> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Element, Integer> words = new IdentityHashMap<>();
  private final Deque<Integer> starts = new ArrayDeque<>();
  private int seen;

  private ItemWords() {}

  /** Counts the words of the elements of some groups. */
  static ItemWords of(Element root, Collection<List<Element>> groups) {
    ItemWords counted = new ItemWords();
    groups.forEach(counted.wanted::addAll);
    NodeTraversor.traverse(counted, root);
    return counted;
  }

  /** Returns how many words an element holds, 0 if it is in none of the groups. */
  int in(Element element) {
    return words.getOrDefault(element, 0);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      seen += TextBlock.words(text.getWholeText());
    } else if (node instanceof Element element && wanted.contains(element)) {
      starts.push(seen);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && wanted.contains(element)) {
      words.put(element, seen - starts.pop());
    }
  }
}
