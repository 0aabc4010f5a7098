package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Span;

class QuotesTest {
  @Test
  void holdAllSentencesThatASpanStandsIn() {
    Quotes quotes = new Quotes("Packer wanted. Rent is taken. Ring us.");

    assertThat(quotes.of(List.of(new Span(0, 29))))
        .containsExactly("Packer wanted. Rent is taken.");
    assertThat(quotes.of(List.of(new Span(15, 19)))).containsExactly("Rent is taken.");
  }

  @Test
  void areThreeAtMostEachOnce() {
    Quotes quotes = new Quotes("One. Two. Three. Four.");

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

  @Test
  void endAtMarksOfAnyScriptButNotAfterAnAbbreviation() {
    assertThat(
            new Quotes("Call Mr. x. today. (Rent is taken.) Ring us.").of(List.of(new Span(0, 4))))
        .containsExactly("Call Mr. x. today.");
    assertThat(new Quotes("提供住宿。护照由经理保管。请来电。").of(List.of(new Span(6, 8))))
        .containsExactly("护照由经理保管。");
    assertThat(new Quotes("कमरा मिलेगा। पासपोर्ट जमा होगा।").of(List.of(new Span(14, 16))))
        .containsExactly("पासपोर्ट जमा होगा।");
  }
}
