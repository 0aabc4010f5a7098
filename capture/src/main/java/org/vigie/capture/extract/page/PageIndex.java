package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.Boilerplate;

/**
 * The elements of a page that several readers ask for, in page order, gathered in one pass: a pass
 * for each selector would take longer than parsing does.
 */
public final class PageIndex implements NodeVisitor {
  private static final String PRELOADED = "data-preloaded";
  private static final int MAX_COMMENTS = 200;

  /** Attributes by which pages whose class names change name their parts. */
  private static final List<String> NAMING =
      List.of(
          "data-testid",
          "data-test-name",
          "data-marker",
          "data-q",
          "data-cy",
          "data-qa",
          "data-aut-id",
          "data-name");

  /** Attributes in which Astro, Inertia, Rails and others keep what a script shows. */
  static final List<String> HELD =
      List.of("props", "data-page", "data-props", "data-react-props", "data-state");

  private final PageMarks marks = new PageMarks();
  private final List<Element> links = new ArrayList<>();
  private final List<Element> metas = new ArrayList<>();
  private final List<Element> headings = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> allScripts = new ArrayList<>();
  private final List<Element> holders = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private @Nullable Element base;
  private @Nullable Element preloaded;
  private boolean items;
  private boolean itemTypes;

  private PageIndex() {}

  static PageIndex of(Document document) {
    PageIndex index = new PageIndex();
    NodeTraversor.traverse(index, document);
    return index;
  }

  /** Returns the class names and item types. */
  public PageMarks marks() {
    return marks;
  }

  /** Returns all {@code a}, {@code area} and {@code link} elements with attributes. */
  public List<Element> links() {
    return links;
  }

  /** Returns all {@code meta} elements with attributes. */
  public List<Element> metas() {
    return metas;
  }

  /** Returns all {@code h1} elements. */
  List<Element> headings() {
    return headings;
  }

  /** Returns all {@code script} elements with a type. */
  List<Element> scripts() {
    return scripts;
  }

  /** Returns all {@code script} elements. */
  public List<Element> allScripts() {
    return allScripts;
  }

  /** Returns the elements that hold data in an attribute: see {@link #HELD}. */
  List<Element> holders() {
    return holders;
  }

  /** Returns the first {@code base} element with an address. */
  @Nullable Element base() {
    return base;
  }

  /** Returns the element in which Discourse keeps a page's data as JSON. */
  public @Nullable Element preloaded() {
    return preloaded;
  }

  /** Returns the first comments that begin with {@code X-}, as MHonArc marks parts of messages. */
  public List<Comment> comments() {
    return comments;
  }

  /** Returns whether an element begins an item of microdata or of RDFa. */
  boolean hasItems() {
    return items;
  }

  /** Returns whether an element has an item type. */
  public boolean hasItemTypes() {
    return itemTypes;
  }

  /** Returns whether an evaluator matches one of some elements of this page. */
  public static boolean any(List<Element> elements, Evaluator evaluator) {
    for (Element element : elements) {
      if (element.is(evaluator)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Comment comment && comments.size() < MAX_COMMENTS) {
      addComment(comment);
    }
    if (!(node instanceof Element element)) {
      return;
    }
    boolean plain = element.attributesSize() == 0;
    if (element.normalName().indexOf('-') > 0) {
      marks.add(element.normalName());
    }
    if (!plain) {
      addAttributes(element);
    }
    switch (element.normalName()) {
      case "h1" -> {
        if (!Boilerplate.asksConsent(element)) {
          headings.add(element);
        }
      }
      case "a", "area", "link" -> addUnless(plain, links, element);
      case "meta" -> addUnless(plain, metas, element);
      case "script" -> {
        allScripts.add(element);
        if (!plain && element.hasAttr("type")) {
          scripts.add(element);
        }
      }
      case "base" -> base = base == null && element.hasAttr("href") ? element : base;
      default -> {}
    }
  }

  private void addComment(Comment comment) {
    if (comment.getData().startsWith("X-")) {
      comments.add(comment);
    }
  }

  private static void addUnless(boolean plain, List<Element> elements, Element element) {
    if (!plain) {
      elements.add(element);
    }
  }

  private void addAttributes(Element element) {
    marks.add(element.attr("class"));
    NAMING.forEach(name -> marks.add(element.attr(name)));
    if (HELD.stream().anyMatch(name -> element.attr(name).startsWith("{\""))) {
      holders.add(element);
    }
    String type = element.attr("itemtype");
    marks.add(type);
    itemTypes |= !type.isEmpty();
    items = items || element.hasAttr("itemscope") || Rdfa.isScope(element);
    if (preloaded == null && element.id().equals(PRELOADED)) {
      preloaded = element;
    }
  }
}
