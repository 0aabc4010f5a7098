package org.vigie.capture.extract.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.PlainWords;

/**
 * Where in a page the description stands that the page declares of itself.
 *
 * <p>It is looked for by its first and last letters, in folded parts too. The time it takes grows
 * with the page's length alone.
 */
final class DescriptionPlace implements NodeVisitor {
  /** So many letters at either end, some six words, tell a description from other text. */
  private static final int END_LETTERS = 32;

  /** A teaser may begin as the description does, and come before it. */
  private static final int MAX_TRIES = 20;

  /** An element with so many times its letters holds more than the description. */
  private static final int MAX_GROWTH = 2;

  private static final Set<String> NO_TEXT =
      Set.of("script", "style", "noscript", "template", "textarea", "svg");

  private final PlainWords words = new PlainWords();
  private final Map<Element, Integer> starts = new IdentityHashMap<>();
  private final List<Stretch> stretches = new ArrayList<>();

  /** From where to where an element's words reach, inner elements first. */
  private record Stretch(Element element, int from, int to) {}

  private DescriptionPlace() {}

  /** Returns the smallest element that holds a description, or null if it stands nowhere alone. */
  static @Nullable Element find(Element root, String description) {
    String wanted = PlainWords.of(description);
    if (wanted.length() < END_LETTERS) {
      return null;
    }
    DescriptionPlace place = new DescriptionPlace();
    NodeTraversor.traverse(place, root);
    String page = place.words.toString();
    String head = wanted.substring(0, END_LETTERS);
    String tail = wanted.substring(wanted.length() - END_LETTERS);
    int most = MAX_GROWTH * wanted.length();
    int from = page.indexOf(head);
    for (int i = 0; i < MAX_TRIES && from >= 0; i++) {
      String window = page.substring(from, Math.min(page.length(), from + most));
      int to = window.indexOf(tail);
      if (to >= 0) {
        return place.smallest(from + 1, from + to + END_LETTERS - 1, most);
      }
      from = page.indexOf(head, from + 1);
    }
    return null;
  }

  private @Nullable Element smallest(int from, int to, int most) {
    for (Stretch stretch : stretches) {
      if (stretch.from <= from && stretch.to >= to) {
        return stretch.to - stretch.from <= most ? stretch.element : null;
      }
    }
    return null;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (!(node.parent() instanceof Element parent && NO_TEXT.contains(parent.normalName()))) {
        words.add(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      starts.put(element, words.length());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      stretches.add(new Stretch(element, starts.getOrDefault(element, 0), words.length()));
    }
  }
}
