package org.vigie.capture.extract.content;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * Who offers something, where and for how much, as the page of one advert names the elements that
 * say so: by class names, ids, {@code aria-label} or names for tests, in whichever language. What
 * stands in a section of other adverts, in a menu or at the page's foot is left out.
 */
public final class LabelledParts {
  /** A part of an advert. */
  public enum Part {
    AUTHOR,
    EMPLOYER,
    PLACE,
    PRICE
  }

  private static final Set<String> PERSONS =
      Set.of(
          "seller",
          "advertiser",
          "author",
          "owner",
          "poster",
          "user",
          "contact",
          "vendor",
          "member",
          "publisher",
          "person",
          "vendedor",
          "verkaeufer",
          "anbieter",
          "annonceur",
          "anunciante",
          "inserzionista",
          "sprzedawca");
  private static final Set<String> NAMES = Set.of("name", "nick", "nickname", "username", "title");
  private static final Set<String> WHOLE_NAMES =
      Set.of("username", "nickname", "sellername", "authorname", "ownername", "accountname");

  /** What such a word names is no part of the advert itself. */
  private static final Set<String> OTHERS =
      Set.of(
          "similar",
          "related",
          "recommended",
          "recommendation",
          "recommendations",
          "suggested",
          "suggestions",
          "breadcrumb",
          "breadcrumbs",
          "menu",
          "nav",
          "footer",
          "filter",
          "search",
          "comment",
          "comments",
          "review",
          "reviews",
          "label",
          "icon",
          "button",
          "btn",
          "old",
          "delivery",
          "shipping",
          "other",
          "others",
          "cookie",
          "login",
          "logo");

  static final String LABEL = "aria-label";

  private static final Evaluator MENU =
      Selector.evaluatorOf(
          "nav, [role=navigation], [role=search], input[name=q], input[type=search]");

  private static final Evaluator TITLE = Selector.evaluatorOf("h1");

  /** Who isn't logged in is shown these where a name would stand. */
  private static final Evaluator LOG_IN =
      Selector.evaluatorOf(
          "a[href*=login], a[href*=log-in], a[href*=signin], a[href*=sign-in], a[href*=register], a[href*=signup]");

  private static final Pattern AMOUNT = Pattern.compile("\\d");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private static final int MAX_SEEN = 40_000;
  private static final Set<String> NAMED = Set.of("h2", "h3", "h4", "h5", "h6", "b", "strong");

  private static final int MAX_CHARS = 100;
  private static final int MAX_NODES = 16;

  /** With the blanks that markup has between words. */
  private static final int MAX_WRITTEN = 4_000;

  /** Where as many elements say different things, they speak of different adverts. */
  private static final int MAX_VALUES = 3;

  private final Map<Part, Set<String>> found = new EnumMap<>(Part.class);
  private final Map<Part, String> first = new EnumMap<>(Part.class);
  private final ElementWords words = new ElementWords();

  private LabelledParts() {}

  /** Words that name somebody who offers, and little else, where they name a brief text. */
  private static final Set<String> PLAINLY =
      Set.of(
          "seller",
          "advertiser",
          "author",
          "byline",
          "owner",
          "poster",
          "vendor",
          "publisher",
          "user");

  private static final int MAX_NAME_WORDS = 4;

  /** The brief text of what is called an author or the like, used where nothing says it better. */
  private final Set<String> plain = new LinkedHashSet<>();

  /** Returns the parts that a page names, each once. */
  public static Map<Part, String> of(Page page) {
    LabelledParts parts = new LabelledParts();
    parts.walk(page.document().body());
    for (Map.Entry<Part, Set<String>> values : parts.found.entrySet()) {
      if (values.getValue().size() > MAX_VALUES) {
        parts.first.remove(values.getKey());
      }
    }
    boolean who = parts.found.containsKey(Part.AUTHOR) || parts.found.containsKey(Part.EMPLOYER);
    if (!who && parts.plain.size() == 1) {
      parts.first.put(Part.AUTHOR, parts.plain.iterator().next());
    }
    return parts.first;
  }

  /**
   * Node by node: jsoup would keep a list of the children of each element that is asked for one.
   */
  private void walk(Element body) {
    int[] seen = {0};
    NodeTraversor.filter((node, depth) -> visit(node, ++seen[0]), body);
  }

  private NodeFilter.FilterResult visit(Node node, int seen) {
    if (seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element) {
      Set<String> own = words.of(element, LABEL);
      if (isBeside(element, own)) {
        return NodeFilter.FilterResult.SKIP_ENTIRELY;
      }
      look(element, own);
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  /** Returns whether an element and what is in it are no part of the advert. */
  static boolean isBeside(Element element, Set<String> own) {
    return switch (element.normalName()) {
      case "nav", "footer", "script", "style", "template", "form", "svg", "select" ->
          !own.contains("seller") && !own.contains("price");
      case "header" -> isOfSite(element);
      default -> ElementWords.has(own, OTHERS) && !own.contains("seller");
    };
  }

  /** The head of a site has its menu and who is logged in; that of an advert has its title. */
  private static boolean isOfSite(Element header) {
    return header.selectFirst(MENU) != null && header.selectFirst(TITLE) == null;
  }

  private void look(Element element, Set<String> own) {
    if (own.isEmpty() && !isNamed(element)) {
      return;
    }
    Part part = part(element, own);
    if (part == null && ElementWords.has(own, PLAINLY)) {
      String name = shortText(element);
      boolean brief = TextBlock.words(name) <= MAX_NAME_WORDS && LETTERS.matcher(name).find();
      if (brief
          && element.selectFirst(LOG_IN) == null
          && !AMOUNT.matcher(name).find()
          && PartLabels.of(name) == null) {
        plain.add(name);
      }
    }
    if (part == null
        || first.containsKey(part) && found.getOrDefault(part, Set.of()).size() > MAX_VALUES) {
      return;
    }
    String text = shortText(element);
    boolean says = part == Part.PRICE ? AMOUNT.matcher(text).find() : LETTERS.matcher(text).find();
    if (says) {
      first.putIfAbsent(part, text);
      found.computeIfAbsent(part, key -> new HashSet<>()).add(text);
    }
  }

  private @Nullable Part part(Element element, Set<String> own) {
    Element parent = element.parent();
    Set<String> above = parent == null ? Set.of() : words.of(parent, LABEL);
    boolean person = ElementWords.has(own, PERSONS) || ElementWords.has(above, PERSONS);
    if (ElementWords.has(own, WHOLE_NAMES)
        || (person && (ElementWords.has(own, NAMES) || isNamed(element)))) {
      return Part.AUTHOR;
    }
    if (ElementWords.has(own, ElementWords.PRICES)) {
      return Part.PRICE;
    }
    if (ElementWords.has(own, ElementWords.PLACES)) {
      return Part.PLACE;
    }
    return ElementWords.has(own, ElementWords.EMPLOYERS) ? Part.EMPLOYER : null;
  }

  /** Within what is called a seller, a heading or bold words are the name. */
  private static boolean isNamed(Element element) {
    return NAMED.contains(element.normalName());
  }

  /** Letters are counted where they stand, since a text of a whole page is made for nothing. */
  private static boolean isFew(Element element) {
    int[] count = {0, 0};
    NodeFilter counting =
        (node, depth) -> {
          count[1] += node instanceof TextNode text ? text.getWholeText().length() : 0;
          return ++count[0] > MAX_NODES || count[1] > MAX_WRITTEN
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        };
    NodeTraversor.filter(counting, element);
    return count[0] <= MAX_NODES && count[1] <= MAX_WRITTEN;
  }

  /** Returns the short text of an element without that of elements in it, or empty. */
  static String shortOwnText(Element element) {
    int written = 0;
    for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
      written += child instanceof TextNode text ? text.getWholeText().length() : 0;
      if (written > MAX_WRITTEN) {
        return "";
      }
    }
    String text = element.ownText().strip();
    return text.length() > MAX_CHARS ? "" : text;
  }

  /**
   * Returns the short text of an element of few parts, or empty; what has many is no single part.
   */
  public static String shortText(Element element) {
    if (!isFew(element)) {
      return "";
    }
    String text = element.text().strip();
    return text.length() > MAX_CHARS ? "" : text;
  }
}
