package org.vigie.casework.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;

/** The sentence of an advert that a sign stands in. */
class QuoteTest {
  private static final String KEPT = "keep your passport";

  @Test
  void isTheSentenceWithTheSignMarked() {
    Quote quote =
        quote("Good pay. We keep your passport!\nStart now.", "LX-07", KEPT).orElseThrow();
    assertThat(quote.text()).isEqualTo("We keep your passport!");
    assertThat(quote.marks()).containsExactly(new Span(3, 21));
    assertThat(quote.signs()).extracting(Quote.QuotedSign::id).containsExactly("LX-07");
  }

  @Test
  void doesNotEndWithinAnAmountOrAnAddress() {
    String text = "Call now. No contract, 4.60 euros at jobs.example.org. Start now.";
    assertThat(quote(text, "RC-12", "No contract").orElseThrow().text())
        .isEqualTo("No contract, 4.60 euros at jobs.example.org.");
  }

  @Test
  void marksWhatStandsSideBySideAsOne() {
    String text = "Bring your passport.";
    List<Span> marks = List.of(new Span(5, 19), new Span(0, 5), new Span(6, 10));
    assertThat(new Quote("a-1", List.of(), text, marks).marks()).containsExactly(new Span(0, 19));
    assertThat(new Quote("a-1", List.of(), text, List.of(new Span(5, 11))).marks())
        .containsExactly(new Span(6, 10));
  }

  @Test
  void isCutBetweenWordsWhereASentenceDoesNotEnd() {
    String many = "word ".repeat(100);
    Quote quote = quote(many + KEPT + " " + many, "LX-07", KEPT).orElseThrow();
    assertThat(quote.text())
        .contains(KEPT)
        .hasSizeLessThan(280)
        .startsWith("word ")
        .endsWith("word");
    assertThat(quote.marks().getFirst().of(quote.text())).isEqualTo(KEPT);
  }

  @Test
  void hasDotsForTheWordingOfMaskedSignsAndQuotesNoneForTheirSake() {
    String text = "We keep your passport, explicitword.";
    Indicator masked = sign("SX-10", text, "explicitword");
    assertThat(Quote.of(advert(text, List.of(sign("LX-07", text, KEPT), masked)), masked))
        .isEmpty();
    assertThat(
            Quote.of(
                    advert(text, List.of(sign("LX-07", text, KEPT), masked)),
                    sign("LX-07", text, KEPT))
                .orElseThrow()
                .text())
        .isEqualTo("We keep your passport, ············.");
  }

  @Test
  void isNothingForASignThatComesOfFields() {
    Indicator fields =
        new Indicator(
            "RC-01", "pay", "recruitment", EvidenceGrade.EXPERT, true, List.of(), "of fields");
    assertThat(Quote.of(advert("A job.", List.of(fields)), fields)).isEmpty();
  }

  private static Optional<Quote> quote(String text, String id, String wording) {
    Indicator sign = sign(id, text, wording);
    return Quote.of(advert(text, List.of(sign)), sign);
  }

  private static Indicator sign(String id, String text, String wording) {
    int start = text.indexOf(wording);
    return new Indicator(
        id,
        "a sign",
        "control",
        EvidenceGrade.EXPERT,
        true,
        List.of(new Span(start, start + wording.length())),
        "");
  }

  private static AssessedAdvert advert(String text, List<Indicator> signs) {
    Advert advert =
        Advert.builder(
                Channel.CLASSIFIEDS, "ads.example.org", Instant.parse("2026-01-05T08:00:00Z"))
            .body(text)
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        Entities.none(),
        signs,
        new Assessment("recruitment", Outcome.RISK, 0.9, 2, List.of(), "invented-1", "1"));
  }
}
