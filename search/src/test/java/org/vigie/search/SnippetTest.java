package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Span;

class SnippetTest {
  @Test
  void isTheWholeOfAShortText() {
    assertThat(Snippet.of("a short text", List.of(new Span(2, 7))))
        .isEqualTo(new Snippet("a short text", List.of(new Span(2, 7))));
  }

  @Test
  void isTheBeginningIfNothingMatches() {
    String text = "word ".repeat(100);
    assertThat(Snippet.of(text, List.of()).text()).startsWith("word").hasSizeBetween(180, 200);
  }

  @Test
  void isWhereMostMatchesAre() {
    String text = "fee " + "word ".repeat(100) + "fee and fee " + "word ".repeat(100);
    List<Span> fees = List.of(new Span(0, 3), new Span(504, 507), new Span(512, 515));
    Snippet snippet = Snippet.of(text, fees);
    assertThat(snippet.text()).contains("word fee and fee word").hasSizeBetween(160, 200);
    assertThat(snippet.matches())
        .extracting(span -> span.of(snippet.text()))
        .containsExactly("fee", "fee");
  }

  @Test
  void keepsCharactersWholeAndMatchesInsideWhateverTheText() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      String text = text(random);
      List<Span> spans = spans(random, text.length());
      Snippet snippet = Snippet.of(text, spans);
      assertThat(text).contains(snippet.text());
      assertThat(snippet.text().length()).isLessThanOrEqualTo(Math.max(text.length(), 1));
      assertThat(snippet.text()).doesNotMatch("(?s)^[\uDC00-\uDFFF].*|.*[\uD800-\uDBFF]$");
      for (Span match : snippet.matches()) {
        assertThat(match.end()).isLessThanOrEqualTo(snippet.text().length());
      }
      assertThat(snippet.matches().isEmpty()).isEqualTo(spans.isEmpty());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(600); i >= 0; i--) {
      text.append(Adverts.pick(random, List.of("a", "b", "a", " ", "\uD83D\uDE00")));
    }
    return text.toString();
  }

  private static List<Span> spans(Random random, int length) {
    List<Span> spans = new ArrayList<>();
    int end = 0;
    while (random.nextInt(5) > 0 && end < length) {
      int start = end + random.nextInt(length - end);
      end = Math.min(length, start + 1 + random.nextInt(300));
      spans.add(new Span(start, end));
    }
    return spans;
  }
}
