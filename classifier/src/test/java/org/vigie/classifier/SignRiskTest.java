package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Assessment;
import org.vigie.advert.Finding;
import org.vigie.advert.Genre;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Polarity;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;
import org.vigie.classifier.sign.SignReading.Explained;
import org.vigie.text.finding.ReasonLines;

class SignRiskTest {
  private static final List<Span> SPANS = List.of(new Span(0, 5));
  private static final double OWN_RISK = 0.7;

  @ParameterizedTest
  @ValueSource(doubles = {0.21, 0.3, 0.5, 0.9, 0.999})
  void noSignThatIsSaidLowersARiskThatStandsOnItAlone(double probability) throws IOException {
    Sign sign = sign(Family.THIRD_PARTY, probability);

    Assessment assessment = only(with(List.of(), reading(List.of(sign), null), indicators(sign)));

    assertThat(assessment.form()).isEqualTo("sexual");
    assertThat(assessment.reasons()).singleElement().satisfies(this::raises);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.21, 0.5, 0.999})
  void aSignMovesTheLogOddsOfAModelByWhatItIsSaidToAdd(double probability) throws IOException {
    Sign sign = sign(Family.DEBT, probability);
    Assessment own = own();

    Assessment raised = only(with(List.of(own), reading(List.of(sign), null), indicators(sign)));

    double added = raised.reasons().stream().mapToDouble(Reason::contribution).sum();
    assertThat(raised.reasons()).allSatisfy(this::raises);
    assertThat(raised.rawScore()).isCloseTo(own.rawScore() + added, within(1e-9));
    assertThat(logOdds(raised.riskProbability()))
        .isCloseTo(logOdds(own.riskProbability()) + added, within(1e-9));
  }

  /** The model weighs some rows itself: what is said of one is no second reason. */
  @Test
  void aSignThatTheModelWeighsAsWellIsOneReasonWithAllItsSpans() throws IOException {
    Sign sign = sign(Family.DEBT, 0.9);
    Span other = new Span(20, 30);
    Assessment own = own(reason(sign.row(), 1.5, List.of(other)), reason("LX-03", 0.4, SPANS));
    Assessment bare = own();

    Assessment raised = only(with(List.of(own), reading(List.of(sign), null), indicators(sign)));
    double said =
        only(with(List.of(bare), reading(List.of(sign), null), indicators(sign)))
            .reasons()
            .getFirst()
            .contribution();

    assertThat(raised.reasons())
        .extracting(Reason::feature)
        .containsExactlyInAnyOrder("indicator " + sign.row(), "indicator LX-03");
    Reason one = raised.reasons().getFirst();
    assertThat(one.contribution()).isCloseTo(1.5 + said, within(1e-9));
    assertThat(one.spans()).containsExactly(SPANS.getFirst(), other);
  }

  private static Reason reason(String row, double contribution, List<Span> spans) {
    return ReasonLines.reason(Reason.sign(row), contribution, spans);
  }

  @Test
  void whatIsNearlySaidRanksAndDecidesNothing() throws IOException {
    Sign nearest = sign(Family.DEBT, 0.2);
    Assessment own = own();

    Assessment ranked = only(with(List.of(own), reading(List.of(), nearest), List.of()));

    assertThat(ranked.riskProbability()).isGreaterThan(0.75);
    assertThat(ranked.outcome()).isEqualTo(own.outcome());
  }

  private void raises(Reason reason) {
    assertThat(reason.contribution()).isPositive();
  }

  private static Assessment own(Reason... reasons) {
    return new Assessment(
        "recruitment",
        Outcome.UNDETERMINED,
        OWN_RISK,
        Map.of(),
        -2.5,
        List.of(reasons),
        "risk-recruitment-1",
        "taxonomy-2");
  }

  private static List<Assessment> with(
      List<Assessment> own, SignReading reading, List<Indicator> indicators) {
    return SignRisk.with(own, reading, indicators, "signs-1", "taxonomy-2");
  }

  private static Assessment only(List<Assessment> assessments) {
    assertThat(assessments).hasSize(1);
    return assessments.getFirst();
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  private static Sign sign(Family family, double probability) {
    return new Sign(family.mainRow(), family, Polarity.SAID, SPANS, List.of(), probability, "");
  }

  private static SignReading reading(List<Sign> signs, @Nullable Sign nearest) {
    return new SignReading(signs, nearest, Genre.OFFER, 0.9, Explained.NOTHING, List.of());
  }

  private static List<Indicator> indicators(Sign sign) throws IOException {
    return List.of(Taxonomy.load(ModelsFolder.path()).indicator(sign.row(), SPANS, Finding.NONE));
  }
}
