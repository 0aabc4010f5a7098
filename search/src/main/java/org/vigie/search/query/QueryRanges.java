package org.vigie.search.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigie.advert.Finding;

/**
 * The conditions of the query language that compare: {@code risk>0.7}, {@code after:2026-01-01}.
 */
final class QueryRanges {
  /** Longer than any instant in ISO 8601. */
  private static final int MAX_DATE = 40;

  /** Digits of a number of adverts; more than there will ever be, and no overflow. */
  private static final int MAX_NUMBER = 12;

  private QueryRanges() {}

  /** Reads a comparison with a probability. */
  static QueryNode risk(QueryCursor cursor) {
    Comparison comparison = comparison(cursor, "risk>0.7");
    double bound = probability(cursor);
    boolean inclusive = comparison.inclusive();
    if (comparison.more()) {
      return new QueryNode.Risk(inclusive ? bound : Math.nextUp(bound), Double.POSITIVE_INFINITY);
    }
    return new QueryNode.Risk(Double.NEGATIVE_INFINITY, inclusive ? bound : Math.nextDown(bound));
  }

  /** Reads a comparison with the number of adverts in a cluster. */
  static QueryNode size(int start, QueryCursor cursor) {
    Comparison comparison = comparison(cursor, "size>=10");
    long bound = number(cursor);
    boolean inclusive = comparison.inclusive();
    return comparison.more()
        ? new QueryNode.Size(start, inclusive ? bound : bound + 1, Long.MAX_VALUE)
        : new QueryNode.Size(start, 0, inclusive ? bound : bound - 1);
  }

  /** One of {@code > >= < <=}. */
  private record Comparison(boolean more, boolean inclusive) {}

  private static Comparison comparison(QueryCursor cursor, String example) {
    boolean more = cursor.sees('>');
    if (!more && !cursor.sees('<')) {
      throw QuerySyntaxException.at(
          cursor.index(),
          Finding.of("query-comparison").with("example", example),
          Finding.of("query-no-comparison"));
    }
    cursor.skip();
    boolean inclusive = cursor.sees('=');
    if (inclusive) {
      cursor.skip();
    }
    return new Comparison(more, inclusive);
  }

  private static long number(QueryCursor cursor) {
    int start = cursor.index();
    String word = cursor.readWord();
    if (word.isEmpty()
        || word.length() > MAX_NUMBER
        || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw QuerySyntaxException.at(
          start, Finding.of("query-adverts"), QuerySyntaxException.quoted(word));
    }
    return Long.parseLong(word);
  }

  /** Reads a day, which stands for its beginning in UTC, or an instant. */
  static Instant instant(QueryCursor cursor) {
    int start = cursor.index();
    String word = cursor.readWord();
    try {
      if (word.length() <= MAX_DATE && word.indexOf('T') < 0) {
        return LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (word.length() <= MAX_DATE) {
        return Instant.parse(word);
      }
    } catch (DateTimeException e) {
      throw noDate(start, word, e);
    }
    throw noDate(start, word, null);
  }

  private static QuerySyntaxException noDate(
      int start, String word, @org.jspecify.annotations.Nullable Throwable cause) {
    QuerySyntaxException error =
        QuerySyntaxException.at(start, Finding.of("query-date"), QuerySyntaxException.quoted(word));
    error.initCause(cause);
    return error;
  }

  private static double probability(QueryCursor cursor) {
    int start = cursor.index();
    String word = cursor.readWord();
    if (!isDecimal(word) || Double.parseDouble(word) > 1) {
      throw QuerySyntaxException.at(
          start, Finding.of("query-probability"), QuerySyntaxException.quoted(word));
    }
    return Double.parseDouble(word);
  }

  /** Stricter than Java, whose numbers may also be NaN or end in a letter. */
  private static boolean isDecimal(String word) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }
}
