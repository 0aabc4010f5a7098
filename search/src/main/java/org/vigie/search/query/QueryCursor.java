package org.vigie.search.query;

import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.PhoneDigits;

/** A place in a query, and the pieces that can be read from there. */
final class QueryCursor {
  private final String query;
  private int index;

  QueryCursor(String query) {
    this.query = query;
  }

  int index() {
    return index;
  }

  boolean atEnd() {
    return index >= query.length();
  }

  /** Returns whether a character comes next. */
  boolean sees(char c) {
    return !atEnd() && query.charAt(index) == c;
  }

  /** Returns the character after the next one, or a space at the end. */
  char second() {
    return index + 1 < query.length() ? query.charAt(index + 1) : ' ';
  }

  void skip() {
    index++;
  }

  void skipSpace() {
    while (!atEnd() && isSpace(query.charAt(index))) {
      index++;
    }
  }

  /** Passes over an operator in capitals if it comes next as a whole word. */
  boolean skipOperator(String operator) {
    if (!seesOperator(operator)) {
      return false;
    }
    index += operator.length();
    return true;
  }

  boolean seesOperator(String operator) {
    return query.startsWith(operator, index) && endsWord(index + operator.length());
  }

  /** Reads a name made of ASCII letters if a colon or a comparison follows; stops before that. */
  Optional<String> readFieldName() {
    int end = index;
    while (end < query.length() && isAsciiLetter(query.charAt(end))) {
      end++;
    }
    if (end == index || end == query.length() || ":<>=".indexOf(query.charAt(end)) < 0) {
      return Optional.empty();
    }
    if (query.startsWith("://", end)) {
      return Optional.empty();
    }
    String name = query.substring(index, end);
    index = end;
    return Optional.of(name);
  }

  /** Reads up to the next space, quote or parenthesis. */
  String readWord() {
    int start = index;
    while (!endsWord(index)) {
      index++;
    }
    return query.substring(start, index);
  }

  /** Reads what stands between quotes, the first of which comes next. */
  String readQuoted() {
    int close = query.indexOf('"', index + 1);
    if (close < 0) {
      throw QuerySyntaxException.at(
          index, Finding.of("query-closing-quote"), Finding.of("query-none-after"));
    }
    String quoted = query.substring(index + 1, close);
    index = close + 1;
    return quoted;
  }

  /**
   * Reads groups of digits with the separators that phone numbers are written with, as long as they
   * have no more digits than a number may have; reads nothing if no group comes next.
   */
  String readDigitGroups() {
    int start = index;
    int digits = 0;
    int next = start;
    while (next < query.length()) {
      int end = endOfGroup(next);
      int more = PhoneDigits.of(query.substring(next, end)).length();
      if (more == 0 || digits + more > PhoneDigits.MOST) {
        break;
      }
      digits += more;
      index = end;
      next = end;
      while (next < query.length() && isSpace(query.charAt(next))) {
        next++;
      }
      if (next < query.length() && !startsFurtherGroup(query.charAt(next))) {
        break;
      }
    }
    return query.substring(start, index);
  }

  void backTo(int earlier) {
    index = earlier;
  }

  String rest() {
    return query.substring(index);
  }

  /** Returns the end of a group of digits and separators, or its start if it is something else. */
  private int endOfGroup(int start) {
    int end = start;
    while (end < query.length()) {
      char c = query.charAt(end);
      if (c == '(') {
        int close = endOfParenthesis(end);
        if (close == end) {
          return start;
        }
        end = close;
      } else if (Character.isDigit(c) || "+-./".indexOf(c) >= 0 || (c >= '‐' && c <= '―')) {
        end++;
      } else {
        break;
      }
    }
    return endsWord(end) ? end : start;
  }

  /** Returns the end of up to five digits in parentheses, or the start if it is something else. */
  private int endOfParenthesis(int open) {
    int end = open + 1;
    while (end < query.length() && end - open <= 5 && Character.isDigit(query.charAt(end))) {
      end++;
    }
    boolean closed = end > open + 1 && end < query.length() && query.charAt(end) == ')';
    return closed ? end + 1 : open;
  }

  private static boolean startsFurtherGroup(char c) {
    return Character.isDigit(c) || c == '(';
  }

  private boolean endsWord(int at) {
    if (at >= query.length()) {
      return true;
    }
    char c = query.charAt(at);
    return isSpace(c) || c == '(' || c == ')' || c == '"';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
