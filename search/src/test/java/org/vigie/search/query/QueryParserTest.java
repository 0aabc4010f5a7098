package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.search.query.QueryNode.And;
import org.vigie.search.query.QueryNode.Not;
import org.vigie.search.query.QueryNode.Or;
import org.vigie.search.query.QueryNode.Value;
import org.vigie.search.query.QueryNode.Words;

class QueryParserTest {
  @Test
  void bindsAndCloserThanOr() {
    assertThat(QueryParser.parse("a b OR c"))
        .isEqualTo(
            new Or(
                List.of(
                    new And(List.of(new Words(0, "a"), new Words(2, "b"))), new Words(7, "c"))));
  }

  @Test
  void readsAFieldBeforeParenthesesForEachWordWithin() {
    assertThat(QueryParser.parse("place:(a OR -b)"))
        .isEqualTo(
            new Or(
                List.of(
                    new Value(7, QueryField.PLACE, "a"),
                    new Not(new Value(13, QueryField.PLACE, "b")))));
  }

  @Test
  void readsWhatOnlyLooksLikeAnOperatorOrFieldAsAWord() {
    assertThat(QueryParser.parse("or")).isEqualTo(new Words(0, "or"));
    assertThat(QueryParser.parse("ORDER")).isEqualTo(new Words(0, "ORDER"));
    assertThat(QueryParser.parse("10:30")).isEqualTo(new Words(0, "10:30"));
    assertThat(QueryParser.parse("https://example.org/a"))
        .isEqualTo(new Words(0, "https://example.org/a"));
    assertThat(QueryParser.parse("\"place: here\"")).isEqualTo(new Words(0, "place: here"));
    assertThat(QueryParser.parse("on-call")).isEqualTo(new Words(0, "on-call"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u201Ca b\u201D",
        "\u201Ea b\u201C",
        "\u201Ea b\u201D",
        "\u201Da b\u201D",
        "\u00ABa b\u00BB",
        "\u00BBa b\u00AB",
        "\u300Ca b\u300D",
        "\uFF02a b\uFF02"
      })
  void readsTheQuotesOfAnyKeyboard(String typed) {
    assertThat(QueryParser.parse(typed)).isEqualTo(new Words(0, "a b"));
    assertThat(QueryParser.parse("c -" + typed))
        .isEqualTo(new And(List.of(new Words(0, "c"), new Not(new Words(3, "a b")))));
    assertThat(QueryParser.parse("place:" + typed))
        .isEqualTo(new Value(6, QueryField.PLACE, "a b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u201Ca", "a\u201D", "5\u201D", "\u00BBa", "\"\u201Ca\" b\u201D"})
  void takesAQuoteThatNothingClosesForPunctuation(String typed) {
    assertThat(QueryParser.parse(typed).asksForWords()).isTrue();
    assertThat(QueryParser.parse("5\u201D 6\u201D"))
        .isEqualTo(new And(List.of(new Words(0, "5\u201D"), new Words(3, "6\u201D"))));
  }

  @Test
  void takesAMinusBeforeNothingForADash() {
    assertThat(QueryParser.parse("a -"))
        .isEqualTo(new And(List.of(new Words(0, "a"), new Words(2, "-"))));
    assertThat(QueryParser.parse("(a -)"))
        .isEqualTo(new And(List.of(new Words(1, "a"), new Words(3, "-"))));
  }

  @Test
  void readsWhatIsLookedForInOtherLanguages() {
    assertThat(QueryParser.parse("across:a"))
        .isEqualTo(new QueryNode.Across(0, "", new Words(7, "a")));
    assertThat(QueryParser.parse("across:FR:(a OR lang:ru)"))
        .isEqualTo(
            new QueryNode.Across(
                0,
                "fr",
                new Or(List.of(new Words(11, "a"), new Value(21, QueryField.LANG, "ru")))));
    assertThat(QueryParser.parse("concept:id-document"))
        .isEqualTo(new Value(8, QueryField.CONCEPT, "id-document"));
    assertThatThrownBy(() -> QueryParser.parse("across:")).hasMessageContaining("must have a word");
  }

  @Test
  void readsRanges() {
    assertThat(QueryParser.parse("risk>=0.5"))
        .isEqualTo(new QueryNode.Risk(0.5, Double.POSITIVE_INFINITY));
    assertThat(QueryParser.parse("after:2026-02-01"))
        .isEqualTo(new QueryNode.After(Instant.parse("2026-02-01T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a )|at character 3",
        "(a|at character 3",
        "a \"b|at character 3",
        "()|at character 2",
        "a AND|at character 6",
        "OR a|at character 1",
        "a NOT|at character 6",
        "place:|at character 7",
        "place:\"\"|at character 7",
        "risk:0.5|a comparison such as risk>0.7",
        "risk>1.5|from 0 to 1",
        "risk>NaN|from 0 to 1",
        "risk>0.5f|from 0 to 1",
        "risk=0.5|a comparison such as risk>0.7",
        "place>3|a : after 'place'",
        "after:yesterday|a date such as",
        "before:2026-02-30|a date such as",
        "*word|only at the end",
        "w*|after at least 2",
        "wo*rd|only at the end",
        "site:*|only at the end",
        "a*|but has 'a*'",
        "risk>|but has nothing",
        "phon:12|phone: or another one of the fields phone: handle:",
        "indicater:LX-07|indicator: or another one of the fields",
        "nowhere:x|one of the fields phone: handle: email:"
      })
  void saysWhereAndWhatWasExpected(String query, String message) {
    assertThatThrownBy(() -> QueryParser.parse(query))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageStartingWith("the query must have ")
        .hasMessageContaining(message);
  }

  @Test
  void namesAllKnownFieldsWhenOneIsUnknown() {
    assertThatThrownBy(() -> QueryParser.parse("colour:red"))
        .hasMessageContainingAll(
            "phone:",
            "handle:",
            "email:",
            "channel:",
            "site:",
            "lang:",
            "country:",
            "place:",
            "indicator:",
            "category:",
            "outcome:",
            "cluster:",
            "contact:",
            "mandate:",
            "id:",
            "risk>",
            "after:",
            "before:",
            "'colour:'");
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 2_000})
  void capsDepth(int depth) {
    for (String query :
        List.of(
            "(".repeat(depth) + "a" + ")".repeat(depth),
            "(".repeat(depth),
            "-".repeat(depth) + "a",
            "place:(".repeat(Math.min(depth, 500)),
            "NOT ".repeat(Math.min(depth, 1_000)) + "a")) {
      assertThatThrownBy(() -> QueryParser.parse(query))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("at most 32");
    }
    assertThat(QueryParser.parse("(".repeat(32) + "a" + ")".repeat(32)))
        .isEqualTo(new Words(32, "a"));
  }

  @Test
  void capsLengthAndConditions() {
    assertThatThrownBy(() -> QueryParser.parse("a".repeat(1 << 20)))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessage("a query must have at most 4096 characters, but has 1048576");
    assertThatThrownBy(() -> QueryParser.parse("a ".repeat(257)))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 256 conditions");
  }
}
