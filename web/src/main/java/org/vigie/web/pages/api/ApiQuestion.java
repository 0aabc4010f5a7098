package org.vigie.web.pages.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.search.SearchRequest;
import org.vigie.search.meaning.AcrossQuery;
import org.vigie.web.Action;
import org.vigie.web.Answer;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Day;

/**
 * What a program asks for in its query: what isn't as it is described is told and not guessed,
 * since a program that pages would otherwise get the same page for ever.
 */
public final class ApiQuestion {
  /** Most of a list at once. */
  static final int MOST = 100;

  static final int USUAL = 20;

  /** The deepest place from which a search still answers. */
  public static final int DEEPEST = SearchRequest.MAX_DEPTH - MOST;

  static final ApiRoute.Parameter LIMIT =
      new ApiRoute.Parameter("limit", "At most so many, 1 to 100; 20 if left out", true);

  static final ApiRoute.Parameter OFFSET =
      new ApiRoute.Parameter(
          "offset", "So many to pass over, 0 to %d; 0 if left out".formatted(DEEPEST), true);

  private ApiQuestion() {}

  /** What a program asks for isn't as it is described. */
  static final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitException(String must) {
      super(must);
    }
  }

  /** Returns an action that tells what is wrong with what it is asked. */
  static Action checked(Action action) {
    return visit -> {
      try {
        return action.answer(visit);
      } catch (UnfitException e) {
        return Answer.Json.problem(422, String.valueOf(e.getMessage()));
      }
    };
  }

  static int limit(Visit visit) {
    return number(visit, "limit", USUAL, 1, MOST);
  }

  static int offset(Visit visit) {
    return number(visit, "offset", 0, 0, DEEPEST);
  }

  private static int number(Visit visit, String name, int absent, int least, int most) {
    String text = visit.query(name);
    if (text.isEmpty()) {
      return absent;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw new UnfitException(
        "%s must be a number from %d to %d, but isn't".formatted(name, least, most));
  }

  /** Returns the query, whose words are looked for in other languages too if that is asked for. */
  static String query(Visit visit) {
    String language = visit.query("language");
    if (!isTrue(visit, "across")) {
      if (!language.isEmpty()) {
        throw new UnfitException("language must stand beside across=true, but doesn't");
      }
      return visit.query("query");
    }
    if (!language.isEmpty() && !language.matches("[A-Za-z]{2,3}")) {
      throw new UnfitException("language must be a code such as fr, but isn't");
    }
    return AcrossQuery.of(visit.query("query"), language);
  }

  /** Returns whether adverts of one cluster are to be folded. */
  static boolean fold(Visit visit) {
    return isTrue(visit, "fold");
  }

  private static boolean isTrue(Visit visit, String name) {
    String text = visit.query(name);
    if (text.isEmpty() || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new UnfitException(name + " must be true or false, but isn't");
  }

  static SearchRequest.Order order(Visit visit) {
    String text = visit.query("order");
    if (text.isEmpty()) {
      return SearchRequest.Order.RELEVANCE;
    }
    return Arrays.stream(SearchRequest.Order.values())
        .filter(order -> label(order).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new UnfitException(
                "order must be one of %s, but isn't"
                    .formatted(
                        Arrays.stream(SearchRequest.Order.values())
                            .map(ApiQuestion::label)
                            .collect(Collectors.joining(", ")))));
  }

  private static String label(SearchRequest.Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  /** Checks that the days of a period are days, where they are given. */
  static void requireDays(Visit visit) {
    for (String name : new String[] {"from", "to"}) {
      if (!Day.isOne(visit.query(name))) {
        throw new UnfitException("%s must be a day such as 2026-01-31, but isn't".formatted(name));
      }
    }
  }
}
