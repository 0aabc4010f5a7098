package org.vigie.crawler.extract;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The class names and item types that occur on a page, gathered in one pass: by them a channel sees
 * that a page isn't its own, without a pass for each of its selectors.
 */
final class PageMarks implements NodeVisitor {
  private final Set<String> attributes = new HashSet<>();
  private final Set<String> marks = new HashSet<>();

  private PageMarks() {}

  static PageMarks of(Document document) {
    PageMarks marks = new PageMarks();
    NodeTraversor.traverse(marks, document);
    return marks;
  }

  /** Returns whether a class name or the last part of an item type occurs. */
  boolean has(String mark) {
    return marks.contains(mark);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element && element.attributesSize() > 0) {
      add(element.attr("class"));
      add(element.attr("itemtype"));
    }
  }

  /** Most values occur often; each is split once. */
  private void add(String value) {
    if (!value.isEmpty() && attributes.add(value)) {
      int start = 0;
      for (int i = 0; i <= value.length(); i++) {
        if (i == value.length() || value.charAt(i) <= ' ' || value.charAt(i) == '/') {
          if (i > start) {
            marks.add(value.substring(start, i));
          }
          start = i + 1;
        }
      }
    }
  }
}
