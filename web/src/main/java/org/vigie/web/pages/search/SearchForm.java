package org.vigie.web.pages.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.casework.people.Session;
import org.vigie.search.SearchRequest;
import org.vigie.search.meaning.AcrossQuery;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.search.query.QueryTraits;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Day;
import org.vigie.web.pages.part.Paths;

/**
 * What a person filled into the search page.
 *
 * @param words the query as typed
 * @param days when an advert was posted or seen
 * @param risk least risk in per cent, one of {@link #RISKS}
 * @param chosen facet values chosen, such as {@code channel:"telegram"}
 * @param order how to order
 * @param page number of the page, from 0
 * @param open cluster whose card is open, or empty
 * @param across whether the words are looked for in other languages too
 */
public record SearchForm(
    String words,
    Days days,
    int risk,
    List<String> chosen,
    SearchRequest.Order order,
    int page,
    String open,
    boolean across) {
  /**
   * A stretch of days.
   *
   * @param from first day, ISO 8601, or empty
   * @param to last day, ISO 8601, or empty
   */
  public record Days(String from, String to) {
    /** All days. */
    static final Days ALL = new Days("", "");
  }

  /** Least risks to choose from, in per cent. */
  public static final List<Integer> RISKS = List.of(0, 50, 70, 90);

  /** What a ticked box sends. */
  private static final String ON = "on";

  /** Cards on a page. */
  public static final int HITS = 20;

  /** Adverts that an open card shows beside the one that stands for them. */
  static final int OPENED = 20;

  private static final int MOST_CHOSEN = 20;
  private static final int LAST_PAGE = SearchRequest.MAX_DEPTH / HITS / 2;

  static SearchForm of(Visit visit) {
    boolean blind = visit.findSession().map(Session::isBlind).orElse(false);
    String words = visit.query("q").strip();
    SearchForm form =
        new SearchForm(
            words,
            new Days(day(visit.query("from")), day(visit.query("to"))),
            blind ? 0 : number(visit.query("risk"), RISKS.getLast()),
            visit.queries("f").stream()
                .limit(MOST_CHOSEN)
                .filter(term -> !blind || !asksForVerdict(term))
                .toList(),
            order(visit.query("order"), words),
            number(visit.query("page"), LAST_PAGE),
            visit.query("open").strip(),
            visit.query("across").equals(ON));
    return blind ? form.orderedBlindly() : form;
  }

  /** Returns the phrase of what was asked for and can't be looked for as it is, or nothing. */
  static String ignored(Visit visit) {
    if (!Day.isOne(visit.query("from").strip()) || !Day.isOne(visit.query("to").strip())) {
      return "search.ignored.day";
    }
    return visit.queries("f").size() > MOST_CHOSEN ? "search.ignored.facets" : "";
  }

  /** Returns whether a query would narrow by what the model made of adverts. */
  static boolean asksForVerdict(String query) {
    try {
      return QueryTraits.of(query).asksForVerdict();
    } catch (QuerySyntaxException e) {
      return false;
    }
  }

  /** No order may tell what is hidden; that of matches falls back to risk if there are no words. */
  private SearchForm orderedBlindly() {
    boolean tells =
        order == SearchRequest.Order.RISK
            || (order == SearchRequest.Order.RELEVANCE && !ranks(words));
    return tells
        ? new SearchForm(words, days, risk, chosen, SearchRequest.Order.NEWEST, page, open, across)
        : this;
  }

  private static boolean ranks(String query) {
    try {
      return QueryTraits.of(query).ranks();
    } catch (QuerySyntaxException e) {
      return false;
    }
  }

  /** Returns the query in the query language, with all that was chosen beside the words. */
  public String query() {
    List<String> parts = new ArrayList<>();
    if (!words.isEmpty()) {
      parts.add(
          across
              ? AcrossQuery.of(words, "")
              : chosen.isEmpty() && days.equals(Days.ALL) && risk == 0 ? words : "(" + words + ")");
    }
    parts.addAll(chosen);
    if (!days.from().isEmpty()) {
      parts.add("after:" + days.from());
    }
    if (!days.to().isEmpty() && !days.to().equals(Day.LAST)) {
      parts.add("before:" + LocalDate.parse(days.to()).plusDays(1));
    }
    if (risk > 0) {
      parts.add("risk>=0." + (risk == 90 ? "9" : String.valueOf(risk / 10)));
    }
    return String.join(" ", parts);
  }

  /** Returns the path on which one asks to take out what this search finds. */
  public String exported() {
    return "/exports?q=" + Paths.encoded(query());
  }

  /** Returns a name for this search, should somebody save it: as much of it as a name may hold. */
  public String name() {
    String query = query();
    return query.substring(0, Math.min(query.length(), SavedSearchPages.LONGEST_NAME));
  }

  /** Returns the path of the same search with one facet value more, or less if it is chosen. */
  public String toggled(String term) {
    List<String> terms = new ArrayList<>(chosen);
    if (!terms.remove(term)) {
      terms.add(term);
    }
    return path(terms, 0);
  }

  /** Returns whether there are cards after this page of so many, and a page for them. */
  public boolean hasNext(long cards) {
    return (page + 1L) * HITS < cards && page < LAST_PAGE;
  }

  /** Returns whether cards come after the last page that may be asked for. */
  public boolean isCut(long cards) {
    return (page + 1L) * HITS < cards && page == LAST_PAGE;
  }

  /** Returns the path of the same page with the card of a cluster open, at that card. */
  public String opening(String cluster) {
    return path(chosen, page) + "&open=" + Paths.encoded(cluster) + "#" + Paths.encoded(cluster);
  }

  /** Returns the path of the same page with no card open, at the card of a cluster. */
  public String closing(String cluster) {
    return path(chosen, page) + "#" + Paths.encoded(cluster);
  }

  /** Returns the path of another page of the same search. */
  public String onPage(int number) {
    return path(chosen, number);
  }

  private String path(List<String> terms, int number) {
    StringBuilder path = new StringBuilder("/?q=").append(Paths.encoded(words));
    append(path, "from", days.from());
    append(path, "to", days.to());
    append(path, "risk", risk == 0 ? "" : String.valueOf(risk));
    append(path, "order", order.name().toLowerCase(Locale.ROOT));
    terms.forEach(term -> append(path, "f", term));
    append(path, "across", across ? ON : "");
    append(path, "page", number == 0 ? "" : String.valueOf(number));
    return path.toString();
  }

  private static void append(StringBuilder path, String name, String value) {
    if (!value.isEmpty()) {
      path.append('&').append(name).append('=').append(Paths.encoded(value));
    }
  }

  private static String day(String text) {
    return Day.in(text.strip()).map(LocalDate::toString).orElse("");
  }

  private static int number(String text, int most) {
    try {
      return Math.clamp(Long.parseLong(text.strip()), 0, most);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Risk is what an analyst looks for first. */
  private static SearchRequest.Order order(String text, String words) {
    for (SearchRequest.Order order : SearchRequest.Order.values()) {
      if (order.name().equalsIgnoreCase(text)) {
        return order;
      }
    }
    return words.isEmpty() ? SearchRequest.Order.RISK : SearchRequest.Order.RELEVANCE;
  }
}
