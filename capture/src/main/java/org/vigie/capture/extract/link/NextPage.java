package org.vigie.capture.extract.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.page.Page;

/**
 * Finds the page at which a list or thread goes on. What the page declares is believed first
 * ({@code rel=next}), then a link that says "next" in some language, then the number that follows
 * the page's own in a numbered pager. Links marked nofollow are no answer.
 */
final class NextPage {
  /** More anchors are looked at nowhere: pagers stand in every page's first thousands. */
  private static final int MAX_ANCHORS = 20_000;

  /** Numbers stand in pagers and in tables of figures; pagers hold fewer. */
  private static final int MAX_NUMBERED = 200;

  private static final Evaluator CURRENT =
      Selector.evaluatorOf(
          "[aria-current=page], [aria-current=true], .active, .current, .selected,"
              + " .pagination strong, .pager strong, .pageNav-page--current");

  /** Words for "page" in addresses, before a number. */
  private static final List<String> COUNTERS =
      List.of("page", "p", "pg", "pagina", "pag", "seite", "strona", "stranka", "sayfa", "sivu");

  private final Page page;
  private final String self;

  private NextPage(Page page) {
    this.page = page;
    self = page.capture().url();
  }

  /** Returns the address of the next page, or empty if this seems to be the last. */
  static String next(Page page) {
    return new NextPage(page).find();
  }

  private String find() {
    String word = "";
    String arrow = "";
    List<Element> numbered = new ArrayList<>();
    int seen = 0;
    for (Element anchor : page.index().links()) {
      if (!leadsOn(anchor)) {
        continue;
      }
      if (anchor.attr("rel").toLowerCase(Locale.ROOT).contains("next")) {
        String declared = link(anchor);
        if (!declared.isEmpty()) {
          return declared;
        }
      }
      String label = ++seen > MAX_ANCHORS ? "" : PagingLabel.of(anchor);
      if (word.isEmpty() && PagingLabel.saysNext(label)) {
        word = paged(link(anchor));
      } else if (arrow.isEmpty() && PagingLabel.isArrow(label)) {
        arrow = paged(link(anchor));
      } else if (numbered.size() < MAX_NUMBERED && PagingLabel.number(label) > 1) {
        numbered.add(anchor);
      }
    }
    String number = word.isEmpty() && !numbered.isEmpty() ? following(numbered) : "";
    return first(word, number, arrow);
  }

  private static boolean leadsOn(Element element) {
    return element.hasAttr("href")
        && switch (element.normalName()) {
          case "a" -> true;
          case "link" -> element.hasAttr("rel");
          default -> false;
        };
  }

  /** Returns where the number leads that follows this page's own. */
  private String following(List<Element> numbered) {
    int current = current();
    for (Element anchor : numbered) {
      String link = PagingLabel.number(PagingLabel.of(anchor)) == current + 1 ? link(anchor) : "";
      if (isOfThisList(link)) {
        return link;
      }
    }
    return "";
  }

  private static String first(String... links) {
    for (String link : links) {
      if (!link.isEmpty()) {
        return link;
      }
    }
    return "";
  }

  /** Returns where an anchor leads, or empty if not to another page of this host. */
  private String link(Element element) {
    if (element.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
      return "";
    }
    String link = page.links().resolve(element.attr("href"));
    boolean same = link.equals(self) || link.equals(self + "?");
    return same || !Page.host(link).equals(page.site()) ? "" : link;
  }

  /** Returns an address if it may be that of a next page: "next" also leads to next articles. */
  private String paged(String link) {
    return isOfThisList(link) || counter(link) > 0 ? link : "";
  }

  /**
   * Returns whether an address differs from this page's in numbers and in its query alone, or in a
   * counter that the first page's hasn't got. Pages list the threads of others with their numbers.
   */
  private boolean isOfThisList(String link) {
    return !link.isEmpty()
        && (withoutDigits(stem(link)).equals(withoutDigits(stem(self)))
            || withoutCounter(stem(link)).equals(withoutCounter(stem(self))));
  }

  /** Cuts the last part of a path if it is a counter such as {@code /page/2} or {@code /page-2}. */
  private static String withoutCounter(String stem) {
    int end = stem.endsWith("/") ? stem.length() - 1 : stem.length();
    String path = stem.substring(0, end);
    String lower = path.toLowerCase(Locale.ROOT);
    for (String name : COUNTERS) {
      int at = lower.lastIndexOf("/" + name);
      int number = at < 0 ? -1 : at + 1 + name.length();
      if (number > 0 && number < lower.length() && "/-".indexOf(lower.charAt(number)) >= 0) {
        number++;
      }
      if (number > 0 && leadingNumber(lower, number) > 0) {
        return path.substring(0, at);
      }
    }
    return path;
  }

  private static String stem(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static String withoutDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns the number of this page: by its address, else as its pager marks it, else 1. */
  private int current() {
    int own = counter(self);
    if (own > 0) {
      return own;
    }
    for (Element element : page.document().select(CURRENT)) {
      int number = PagingLabel.number(element.text().strip());
      if (number > 0) {
        return number;
      }
    }
    return 1;
  }

  /** Returns the number after a word for "page" in an address, or 0. */
  private static int counter(String url) {
    for (String name : COUNTERS) {
      int number = PagingLabel.number(QueryParameter.get(url, name));
      if (number > 0) {
        return number;
      }
    }
    String path = stem(url).toLowerCase(Locale.ROOT);
    for (String name : COUNTERS) {
      for (String before : List.of("/" + name + "/", "/" + name + "-", "/" + name)) {
        int at = path.lastIndexOf(before);
        int number = at < 0 ? 0 : leadingNumber(path, at + before.length());
        if (number > 0) {
          return number;
        }
      }
    }
    return 0;
  }

  /** Returns the digits at a place, if the rest of that part of the path is only an ending. */
  private static int leadingNumber(String path, int start) {
    int end = start;
    while (end < path.length() && path.charAt(end) >= '0' && path.charAt(end) <= '9') {
      end++;
    }
    boolean whole = end == path.length() || path.charAt(end) == '/' || path.charAt(end) == '.';
    return whole ? PagingLabel.number(path.substring(start, end)) : 0;
  }
}
