package org.vigie.capture.extract.markup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Tells the parts of a page that say nothing about its subject, by their markup. */
public final class Boilerplate {
  private static final int MAX_ABOVE = 12;

  /** Both may well be longer than what they stand beside; a whole page is seldom called so. */
  private static final double MAX_SHARE_BESIDE = 0.7;

  /** A part with this share of a page's text is its content, whatever it is called. */
  private static final double MAX_SHARE = 0.3;

  private final Map<Element, Integer> letters = new IdentityHashMap<>();
  private final Map<String, Boolean> named = new HashMap<>();
  private final Map<String, Boolean> widget = new HashMap<>();
  private final Map<String, Boolean> consent = new HashMap<>();
  private final Map<String, Boolean> beside = new HashMap<>();
  private final Visibility visibility;
  private final boolean product;
  private final boolean builtOfWidgets;
  private final double limit;
  private final double limitBeside;

  /**
   * Looks at the whole page first: how much a part holds tells more than its name.
   *
   * @param product whether the page is about one thing for sale
   */
  Boilerplate(Element root, boolean product) {
    this.product = product;
    this.visibility = new Visibility(product);
    LetterCount count = new LetterCount();
    NodeTraversor.traverse(count, root);
    limitBeside = MAX_SHARE_BESIDE * count.total;
    limit = MAX_SHARE * count.total;
    builtOfWidgets = count.widgets.areContent();
  }

  /** Counts the letters in each element that may be called something. */
  private final class LetterCount implements NodeVisitor {
    private final Widgets widgets = new Widgets();
    private int total;
    private int[] starts = new int[64];

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (depth >= starts.length) {
          starts = Arrays.copyOf(starts, 2 * depth);
        }
        starts[depth] = total;
        if (element.attributesSize() > 0) {
          visibility.note(element);
          widgets.enter(isWidget(element), isSetAside(element));
        }
      } else if (node instanceof TextNode text) {
        int letters = letters(text.getWholeText());
        total += letters;
        widgets.add(letters);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && isTold(element) && total > starts[depth]) {
        letters.put(element, total - starts[depth]);
      }
      if (node instanceof Element element && element.attributesSize() > 0) {
        widgets.leave(isWidget(element), isSetAside(element));
      }
    }
  }

  /** Returns whether an element says more of itself than most tags do. */
  private static boolean isTold(Element element) {
    return element.attributesSize() > 0 || element.normalName().equals("header");
  }

  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += text.charAt(i) > ' ' ? 1 : 0;
    }
    return letters;
  }

  boolean is(Element element) {
    String tag = element.normalName();
    if (BoilerplateNames.ELEMENTS.contains(tag)) {
      // The variants of a product stand in labels.
      return !(product && tag.equals("label"));
    }
    if (tag.equals("body") || tag.equals("html") || tag.equals("main") || tag.equals("article")) {
      return false;
    }
    if (!isTold(element)) {
      return false;
    }
    int held = letters.getOrDefault(element, 0);
    if (held > 0 && held <= limitBeside && isBeside(element)) {
      return true;
    }
    if (held > limit) {
      return false;
    }
    return BoilerplateNames.ROLES.contains(element.attr("role"))
        || visibility.isHidden(element)
        || (tag.equals("header") && !hasContentParent(element))
        || isKnownBy(element, named, BoilerplateNames.NAMES)
        || (!builtOfWidgets && isWidget(element));
  }

  private boolean isWidget(Element element) {
    return isKnownBy(element, widget, Widgets.NAMES);
  }

  /** Returns whether a part of the body is no content whatever widgets are. */
  private boolean isSetAside(Element element) {
    return !element.normalName().equals("body")
        && (BoilerplateNames.ELEMENTS.contains(element.normalName())
            || isKnownBy(element, named, BoilerplateNames.NAMES));
  }

  /** A short page's foot may hold as much as the page. */
  private boolean isBeside(Element element) {
    return element.id().equalsIgnoreCase("footer")
        || isKnownBy(element, consent, BoilerplateNames.CONSENT)
        || (product && isKnownBy(element, beside, BoilerplateNames.BESIDE_A_PRODUCT));
  }

  private static boolean isKnownBy(Element element, Map<String, Boolean> known, Set<String> names) {
    return isKnownBy(element.className(), known, names) || isKnownBy(element.id(), known, names);
  }

  /** Most names occur often; each is looked into once. */
  private static boolean isKnownBy(String name, Map<String, Boolean> known, Set<String> names) {
    return !name.isEmpty() && known.computeIfAbsent(name, key -> isNamed(key, names));
  }

  public static boolean isNamed(Element element, Set<String> names) {
    return isNamed(element.className(), names) || isNamed(element.id(), names);
  }

  /** Returns whether an element has a class name by which style sheets hide it on all screens. */
  public static boolean isHiddenByClass(Element element) {
    return Visibility.isHiddenByClass(element);
  }

  /** Returns whether an element stands in the dialog in which a site asks for consent. */
  public static boolean asksConsent(Element element) {
    Element e = element.parent();
    for (int i = 0; e != null && i < MAX_ABOVE && !e.normalName().equals("body"); i++) {
      if (isNamed(e, BoilerplateNames.CONSENT)) {
        return true;
      }
      e = e.parent();
    }
    return false;
  }

  /** The header of an article is its title; the header of a page is its logo and menu. */
  private static boolean hasContentParent(Element header) {
    Element parent = header.parent();
    for (int i = 0; parent != null && i < 6; i++) {
      String tag = parent.normalName();
      if (tag.equals("article") || tag.equals("main") || tag.equals("section")) {
        return true;
      }
      parent = parent.parent();
    }
    return false;
  }

  /** Splits at anything but letters, and where a capital begins a word, and looks each word up. */
  private static boolean isNamed(String name, Set<String> names) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
      boolean capital =
          letter
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (!letter || capital) {
        if (i - start > 2 && names.contains(name.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = capital ? i : i + 1;
      }
    }
    return false;
  }
}
