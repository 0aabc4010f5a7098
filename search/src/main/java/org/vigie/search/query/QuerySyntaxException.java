package org.vigie.search.query;

import java.util.List;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;

/** Says where a query can't be understood, what was expected there, what was found. */
public final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 2L;

  /** Enough to recognise the place; a query may be thousands of characters long. */
  private static final int MAX_QUOTED = 24;

  /** The end of a query, where something else was expected. */
  static final Finding END = Finding.of("query-the-end");

  /** One more than there may be. */
  static final Finding ONE_MORE = Finding.of("query-one-more");

  private final AlertLine line;

  /**
   * @param finding what is wrong with the query as a whole
   */
  public QuerySyntaxException(Finding finding) {
    this(AlertLine.of(finding), "");
  }

  private QuerySyntaxException(AlertLine line, String start) {
    super(start + FindingWords.english().say(line));
    this.line = line;
  }

  /**
   * Returns the error of a place in a query.
   *
   * @param index of the character, from 0
   * @param expected what may stand there
   * @param found what stands there, such as what is {@link #quoted}
   */
  public static QuerySyntaxException at(int index, Finding expected, Finding found) {
    Finding must = Finding.of("query-must-have").with("at", index + 1L);
    return new QuerySyntaxException(AlertLine.of(must, List.of(expected, found)), "");
  }

  /** Returns the same error, whose message names the stored query that it is of. */
  public QuerySyntaxException of(String query) {
    QuerySyntaxException named =
        new QuerySyntaxException(line, "stored query %s: ".formatted(query));
    named.initCause(this);
    return named;
  }

  /** Returns what is wrong, to be said in a reader's language. */
  public AlertLine line() {
    return line;
  }

  /** Returns the beginning of a piece of a query, safe to print. */
  static Finding quoted(String text) {
    if (text.isEmpty()) {
      return Finding.of("query-nothing");
    }
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_QUOTED); i++) {
      char c = text.charAt(i);
      boolean visible = Character.isLetterOrDigit(c) || (c >= ' ' && c <= '~');
      quoted.append(visible ? c : '?');
    }
    return Finding.of("query-quoted")
        .with("quoted", quoted.append(text.length() > MAX_QUOTED ? "…" : "").toString());
  }
}
