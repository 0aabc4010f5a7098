package org.vigie.capture.extract.markup;

import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The widgets of a page: what stands beside its content, or, where a page builder made it, all that
 * it is made of.
 */
final class Widgets implements NodeFilter {
  static final Set<String> NAMES = Set.of("widget");

  /** Widgets with this share of what nothing else sets aside are the content. */
  private static final double MIN_SHARE = 0.5;

  private final Predicate<Element> setAside;
  private final Predicate<Element> widget;
  private int open;
  private long within;
  private long all;

  private Widgets(Predicate<Element> setAside, Predicate<Element> widget) {
    this.setAside = setAside;
    this.widget = widget;
  }

  /**
   * Returns whether a page is made of widgets.
   *
   * @param setAside tells the elements that are no content, widgets or not
   * @param widget tells the elements that are called widgets
   */
  static boolean areContent(Element root, Predicate<Element> setAside, Predicate<Element> widget) {
    Widgets widgets = new Widgets(setAside, widget);
    NodeTraversor.filter(widgets, root);
    return widgets.within > MIN_SHARE * widgets.all;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      int letters = Boilerplate.letters(text.getWholeText());
      all += letters;
      within += open > 0 ? letters : 0;
    } else if (node instanceof Element element) {
      if (setAside.test(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      open += widget.test(element) ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    open -= node instanceof Element element && widget.test(element) ? 1 : 0;
    return FilterResult.CONTINUE;
  }
}
