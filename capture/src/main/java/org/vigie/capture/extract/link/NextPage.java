package org.vigie.capture.extract.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Page;

/**
 * Finds the page at which a list or thread goes on. What the page declares is believed first
 * ({@code rel=next}), then a link that says "next" in some language, then the number that follows
 * the page's own in a numbered pager. Links marked nofollow are no answer.
 */
final class NextPage {
  /** More anchors are looked at nowhere: pagers stand in every page's first thousands. */
  private static final int MAX_ANCHORS = 20_000;

  /** Longer texts are sentences, not buttons. */
  private static final int MAX_LABEL = 30;

  private static final int MAX_NUMBER = 1_000_000;

  /** Numbers stand in pagers and in tables of figures; pagers hold fewer. */
  private static final int MAX_NUMBERED = 200;

  private static final Evaluator CURRENT =
      Selector.evaluatorOf(
          "[aria-current=page], [aria-current=true], .active, .current, .selected,"
              + " .pagination strong, .pager strong, .pageNav-page--current");

  /** What sites write on the way to the next page; arrows count where a pager is. */
  private static final Set<String> NEXT =
      Set.of(
          "next",
          "next page",
          "older",
          "older posts",
          "more",
          "load more",
          "show more",
          "suivant",
          "suivante",
          "page suivante",
          "siguiente",
          "página siguiente",
          "siguientes",
          "weiter",
          "nächste",
          "nächste seite",
          "vor",
          "successivo",
          "successiva",
          "avanti",
          "pagina successiva",
          "próximo",
          "próxima",
          "próxima página",
          "seguinte",
          "volgende",
          "volgende pagina",
          "następna",
          "następne",
          "następny",
          "następna strona",
          "dalej",
          "další",
          "následující",
          "ďalšia",
          "ďalej",
          "următoarea",
          "următorul",
          "înainte",
          "pagina următoare",
          "следующая",
          "следующие",
          "следующая страница",
          "далее",
          "вперед",
          "вперёд",
          "наступна",
          "далі",
          "вперед →",
          "следваща",
          "напред",
          "sljedeća",
          "sljedeće",
          "sledeća",
          "следећа",
          "naslednja",
          "következő",
          "tovább",
          "επόμενη",
          "επόμενο",
          "sonraki",
          "sonraki sayfa",
          "ileri",
          "nästa",
          "neste",
          "næste",
          "seuraava",
          "järgmine",
          "nākamā",
          "kitas",
          "toliau",
          "التالي",
          "التالية",
          "الصفحة التالية",
          "הבא",
          "بعدی",
          "अगला",
          "下一页",
          "下一頁",
          "下页",
          "次へ",
          "次のページ",
          "다음",
          "ถัดไป",
          "trang sau",
          "tiếp",
          "berikutnya",
          "selanjutnya",
          "seterusnya",
          "inayofuata");

  /** The same without spaces. */
  private static final Set<String> NEXT_UNSPACED =
      NEXT.stream().map(NextPage::unspaced).collect(Collectors.toUnmodifiableSet());

  /** By {@link #beginning}: with which two letters of a to z labels begin. */
  private static final BitSet BEGINNINGS =
      NEXT_UNSPACED.stream()
          .mapToInt(NextPage::beginning)
          .filter(beginning -> beginning >= 0)
          .collect(BitSet::new, BitSet::set, BitSet::or);

  private static final Set<String> ARROWS = Set.of(">", ">>", "»", "›", "→", "⟩", "❯", "▶");

  /** Words for "page" in addresses, before a number. */
  private static final List<String> COUNTERS =
      List.of("page", "p", "pg", "pagina", "pag", "seite", "strona", "stranka", "sayfa", "sivu");

  private final Page page;
  private final String self;

  private NextPage(Page page) {
    this.page = page;
    self = page.capture().url();
  }

  /**
   * Returns whether a text, or one with other spaces, would be taken for the label of a link to
   * another page of the same list.
   */
  static boolean mayBeLabel(@Nullable String text) {
    if (text == null || text.isEmpty() || beginsUnlikeAny(text)) {
      return false;
    }
    String unspaced = unspaced(text);
    String label = withoutEnd(unspaced.toLowerCase(Locale.ROOT));
    return NEXT_UNSPACED.contains(label) || ARROWS.contains(unspaced) || number(label) > 0;
  }

  /** Tells most links at a glance: few of them begin with the two letters of a label. */
  private static boolean beginsUnlikeAny(String text) {
    int beginning = beginning(text);
    return beginning >= 0 && !BEGINNINGS.get(beginning);
  }

  /** Returns a number for the first two characters, if they are letters of a to z; else -1. */
  private static int beginning(String text) {
    if (text.length() < 2) {
      return -1;
    }
    int first = (text.charAt(0) | 0x20) - 'a';
    int second = (text.charAt(1) | 0x20) - 'a';
    boolean letters = first >= 0 && first < 26 && second >= 0 && second < 26;
    return letters ? first * 26 + second : -1;
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
      String label = ++seen > MAX_ANCHORS ? "" : label(anchor);
      if (word.isEmpty() && NEXT.contains(label)) {
        word = paged(link(anchor));
      } else if (arrow.isEmpty() && ARROWS.contains(label)) {
        arrow = paged(link(anchor));
      } else if (numbered.size() < MAX_NUMBERED && number(label) > 1) {
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
      String link = number(label(anchor)) == current + 1 ? link(anchor) : "";
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
      int number = number(element.text().strip());
      if (number > 0) {
        return number;
      }
    }
    return 1;
  }

  /** Returns the number after a word for "page" in an address, or 0. */
  private static int counter(String url) {
    for (String name : COUNTERS) {
      int number = number(QueryParameter.get(url, name));
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
    return whole ? number(path.substring(start, end)) : 0;
  }

  /** Returns a text as a number, or 0 if it isn't one that a page could have. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 7 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int number = Integer.parseInt(text);
    return number <= MAX_NUMBER ? number : 0;
  }

  /** Returns what an anchor says: its text, else its label, else its title. */
  private static String label(Element anchor) {
    String text = trimmed(anchor.childNodeSize() > 8 ? "" : anchor.text());
    String label = text.isEmpty() ? trimmed(anchor.attr("aria-label")) : text;
    return label.isEmpty() ? trimmed(anchor.attr("title")) : label;
  }

  private static String trimmed(@Nullable String text) {
    if (text == null || text.length() > MAX_LABEL) {
      return "";
    }
    String lower = text.toLowerCase(Locale.ROOT).strip();
    if (ARROWS.contains(lower)) {
      return lower;
    }
    return withoutEnd(lower);
  }

  private static String withoutEnd(String label) {
    int end = label.length();
    while (end > 0 && " >»›→….:".indexOf(label.charAt(end - 1)) >= 0) {
      end--;
    }
    return label.substring(0, end);
  }

  /** Returns the beginning of a text without spaces and what isn't seen, longer than any label. */
  private static String unspaced(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() <= MAX_LABEL; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x200b && c != 0xad) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
