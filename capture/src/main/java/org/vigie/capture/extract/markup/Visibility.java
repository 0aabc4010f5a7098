package org.vigie.capture.extract.markup;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Tells the elements that a reader does not see, by their markup.
 *
 * <p>A fold of a product's page (a tab, an accordion) counts as seen: it is a click away.
 */
final class Visibility {
  /** Class names of the common style sheets; parts of names, as in overflow-hidden, say nothing. */
  private static final Set<String> HIDDEN =
      Set.of(
          "hidden",
          "is-hidden",
          "u-hidden",
          "hide",
          "d-none",
          "visually-hidden",
          "visuallyhidden",
          "sr-only",
          "screen-reader-text");

  private final Set<String> controlled = new HashSet<>();
  private final boolean product;

  Visibility(boolean product) {
    this.product = product;
  }

  /** Takes note of what an element unfolds. */
  void note(Element element) {
    String id = element.attr("aria-controls");
    if (!id.isEmpty()) {
      controlled.add(id);
    }
  }

  boolean isHidden(Element element) {
    if (isStreamed(element) || (product && isFold(element))) {
      return false;
    }
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || isHiddenByClass(element)
        || (!product && isHiddenByStyle(element));
  }

  /** React sends what was late in hidden elements with such ids, and moves it into its place. */
  private static boolean isStreamed(Element element) {
    return element.hasAttr("hidden") && element.id().startsWith("S:");
  }

  private boolean isFold(Element element) {
    String role = element.attr("role");
    return role.equals("tabpanel")
        || role.equals("region")
        || (!element.id().isEmpty() && controlled.contains(element.id()));
  }

  /** What is hidden on some screens alone, as with "hidden md:block", is seen on others. */
  static boolean isHiddenByClass(Element element) {
    String names = element.className();
    if (names.isEmpty()
        || names.indexOf(':') >= 0
        || names.contains("-block")
        || names.contains("-flex")) {
      return false;
    }
    for (String name : names.split("\\s")) {
      if (HIDDEN.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHiddenByStyle(Element element) {
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }
}
