package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Span;

class QuotesTest {
  @Test
  void holdAllSentencesThatASpanStandsIn() {
    Quotes quotes = new Quotes("Packer wanted. Rent is taken. Ring us.", "en");

    assertThat(quotes.of(List.of(new Span(0, 29))))
        .containsExactly("Packer wanted. Rent is taken.");
    assertThat(quotes.of(List.of(new Span(15, 19)))).containsExactly("Rent is taken.");
  }

  @Test
  void areThreeAtMostEachOnce() {
    Quotes quotes = new Quotes("One. Two. Three. Four.", "en");

    assertThat(
            quotes.of(
                List.of(
                    new Span(0, 3),
                    new Span(1, 2),
                    new Span(5, 8),
                    new Span(10, 15),
                    new Span(17, 21))))
        .containsExactly("One.", "Two.", "Three.");
  }
}
