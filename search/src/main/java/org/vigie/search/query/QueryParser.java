package org.vigie.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.PhoneDigits;
import org.vigie.search.query.QueryNode.And;
import org.vigie.search.query.QueryNode.Everything;
import org.vigie.search.query.QueryNode.Not;
import org.vigie.search.query.QueryNode.Number;
import org.vigie.search.query.QueryNode.Or;
import org.vigie.search.query.QueryNode.Value;
import org.vigie.search.query.QueryNode.ValuePrefix;
import org.vigie.search.query.QueryNode.WordPrefix;
import org.vigie.search.query.QueryNode.Words;

/**
 * The query language, read by recursive descent.
 *
 * <pre>
 * either  = all { "OR" all }
 * all     = one { [ "AND" ] one }
 * one     = ( "NOT" | "-" ) one | "(" either ")" | condition
 * condition = word | word"*" | "words in a row" | field":"value | field":("either")" | range
 *           | "across:" [ language":" ] ( condition | "("either")" )
 * </pre>
 *
 * <p>The caps keep a hostile query from costing more than a long one.
 */
public final class QueryParser {
  static final int MAX_LENGTH = 4_096;
  static final int MAX_DEPTH = 32;
  static final int MAX_CONDITIONS = 256;

  private final QueryCursor cursor;
  private int depth;
  private int conditions;

  private QueryParser(String query) {
    cursor = new QueryCursor(TypedQuotes.plain(query));
  }

  /**
   * Returns what a query means.
   *
   * @throws QuerySyntaxException if it can't be understood or is beyond a cap
   */
  public static QueryNode parse(String query) {
    if (query.length() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          Finding.of("query-too-long").with("most", MAX_LENGTH).with("length", query.length()));
    }
    return new QueryParser(query).parse();
  }

  private QueryNode parse() {
    cursor.skipSpace();
    if (cursor.atEnd()) {
      return new Everything();
    }
    QueryNode node = either(Optional.empty());
    if (!cursor.atEnd()) {
      throw QuerySyntaxException.at(
          cursor.index(), Finding.of("query-end-or-condition"), Finding.of("query-unopened"));
    }
    return node;
  }

  private QueryNode either(Optional<QueryField> field) {
    List<QueryNode> parts = new ArrayList<>();
    do {
      parts.add(all(field));
    } while (cursor.skipOperator("OR"));
    return parts.size() == 1 ? parts.getFirst() : new Or(parts);
  }

  private QueryNode all(Optional<QueryField> field) {
    List<QueryNode> parts = new ArrayList<>();
    do {
      parts.add(one(field));
      cursor.skipSpace();
    } while (cursor.skipOperator("AND")
        || !(cursor.atEnd() || cursor.sees(')') || cursor.seesOperator("OR")));
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }

  private QueryNode one(Optional<QueryField> field) {
    cursor.skipSpace();
    int start = cursor.index();
    if (cursor.skipOperator("NOT") || skipMinus()) {
      enter(start);
      QueryNode part = one(field);
      depth--;
      return new Not(part);
    }
    if (cursor.sees('(')) {
      return group(field);
    }
    requireCondition();
    return condition(field);
  }

  private QueryNode group(Optional<QueryField> field) {
    int open = cursor.index();
    enter(open);
    cursor.skip();
    QueryNode inside = either(field);
    if (!cursor.sees(')')) {
      throw QuerySyntaxException.at(
          cursor.index(), Finding.of("query-closing-parenthesis"), QuerySyntaxException.END);
    }
    cursor.skip();
    depth--;
    return inside;
  }

  private QueryNode condition(Optional<QueryField> field) {
    int start = cursor.index();
    Optional<String> name = cursor.readFieldName();
    if (name.isPresent()) {
      return named(start, name.get());
    }
    return field.isPresent() ? value(field.get()) : text();
  }

  private QueryNode named(int start, String name) {
    if (name.equalsIgnoreCase("risk")) {
      return QueryRanges.risk(cursor);
    }
    if (name.equalsIgnoreCase("size")) {
      return QueryRanges.size(start, cursor);
    }
    if (!cursor.sees(':')) {
      throw QuerySyntaxException.at(
          cursor.index(),
          Finding.of("query-colon").with("field", name),
          Finding.of("query-only-comparison"));
    }
    cursor.skip();
    switch (name.toLowerCase(Locale.ROOT)) {
      case "after" -> {
        return new QueryNode.After(QueryRanges.instant(cursor));
      }
      case "before" -> {
        return new QueryNode.Before(QueryRanges.instant(cursor));
      }
      case "status" -> {
        return status();
      }
      case "across" -> {
        return across(start);
      }
      default -> {
        return named(start, name, QueryField.named(name));
      }
    }
  }

  /** Whether a language is told shows from its length: no field but id has two letters or three. */
  private QueryNode across(int start) {
    enter(start);
    int at = cursor.index();
    Optional<String> language =
        cursor.readFieldName().filter(name -> name.length() <= 3 && cursor.sees(':'));
    if (language.isPresent()) {
      cursor.skip();
    } else {
      cursor.backTo(at);
    }
    QueryNode part;
    if (cursor.sees('(')) {
      part = group(Optional.empty());
    } else {
      requireCondition();
      part = condition(Optional.empty());
    }
    depth--;
    return new QueryNode.Across(start, language.orElse("").toLowerCase(Locale.ROOT), part);
  }

  private QueryNode status() {
    int start = cursor.index();
    String word = cursor.sees('"') ? cursor.readQuoted() : cursor.readWord();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case Fields.GONE -> new QueryNode.Gone(start, true);
      case Fields.THERE -> new QueryNode.Gone(start, false);
      default ->
          throw QuerySyntaxException.at(
              start, Finding.of("query-status"), QuerySyntaxException.quoted(word));
    };
  }

  private QueryNode named(int start, String name, Optional<QueryField> field) {
    if (field.isEmpty()) {
      throw QuerySyntaxException.at(
          start, QueryField.expected(name), QuerySyntaxException.quoted(name + ":"));
    }
    return cursor.sees('(') && field.get() != QueryField.PHONE ? group(field) : value(field.get());
  }

  private QueryNode value(QueryField field) {
    int start = cursor.index();
    if (cursor.sees('"')) {
      return new Value(start, field, requireText(start, cursor.readQuoted()));
    }
    if (field == QueryField.PHONE) {
      String digits = cursor.readDigitGroups();
      if (!digits.isEmpty()) {
        return new Value(start, field, digits);
      }
    }
    String word = requireText(start, cursor.readWord());
    return word.indexOf('*') < 0
        ? new Value(start, field, word)
        : new ValuePrefix(start, field, stem(start, word, 1));
  }

  private QueryNode text() {
    int start = cursor.index();
    if (cursor.sees('"')) {
      return new Words(start, requireText(start, cursor.readQuoted()));
    }
    String digits = cursor.readDigitGroups();
    if (PhoneDigits.of(digits).length() >= PhoneDigits.FEWEST) {
      return new Number(start, digits);
    }
    cursor.backTo(start);
    String word = cursor.readWord();
    return word.indexOf('*') < 0
        ? new Words(start, word)
        : new WordPrefix(start, stem(start, word, 2));
  }

  /** A minus means NOT only before something: a lone one is a dash. */
  private boolean skipMinus() {
    char next = cursor.second();
    if (!cursor.sees('-') || Character.isWhitespace(next) || next == ')') {
      return false;
    }
    cursor.skip();
    return true;
  }

  private void enter(int start) {
    depth++;
    if (depth > MAX_DEPTH) {
      throw QuerySyntaxException.at(
          start, Finding.of("query-depth").with("most", MAX_DEPTH), QuerySyntaxException.ONE_MORE);
    }
  }

  private void requireCondition() {
    boolean operator = cursor.seesOperator("AND") || cursor.seesOperator("OR");
    if (cursor.atEnd() || cursor.sees(')') || operator) {
      throw QuerySyntaxException.at(
          cursor.index(),
          Finding.of("query-beginning"),
          cursor.atEnd() ? QuerySyntaxException.END : QuerySyntaxException.quoted(cursor.rest()));
    }
    conditions++;
    if (conditions > MAX_CONDITIONS) {
      throw QuerySyntaxException.at(
          cursor.index(),
          Finding.of("query-conditions").with("most", MAX_CONDITIONS),
          QuerySyntaxException.ONE_MORE);
    }
  }

  private static String requireText(int start, String text) {
    if (text.isBlank()) {
      throw QuerySyntaxException.at(start, Finding.of("query-value"), Finding.of("query-nothing"));
    }
    return text;
  }

  private static String stem(int start, String word, int shortest) {
    int star = word.indexOf('*');
    if (star < shortest || star != word.length() - 1) {
      throw QuerySyntaxException.at(
          start + star,
          Finding.of("query-star-at-end").with("least", shortest),
          QuerySyntaxException.quoted(word));
    }
    return word.substring(0, star);
  }
}
