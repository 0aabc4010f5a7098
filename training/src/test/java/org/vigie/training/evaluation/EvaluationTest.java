package org.vigie.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final ScoredSet FOUR =
      new ScoredSet(
          List.of(
              scored("a", "g1", "en", true, 0.9),
              scored("b", "g2", "en", false, 0.8),
              scored("c", "g3", "fr", true, 0.7),
              scored("d", "g4", "fr", false, 0.1)));

  @Test
  void measuresWhatCanBeReckonedByHand() {
    assertThat(FOUR.averagePrecision()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
    assertThat(FOUR.brier()).isCloseTo((0.01 + 0.64 + 0.09 + 0.01) / 4, within(1e-12));
    assertThat(FOUR.calibrationError()).isCloseTo((0.1 + 0.8 + 0.3 + 0.1) / 4, within(1e-12));
    assertThat(FOUR.f1()).isCloseTo(0.8, within(1e-12));
    assertThat(Confusion.of(FOUR)).isEqualTo(new Confusion(2, 0, 1, 1));
  }

  @Test
  void drawsTheCurveFromTheHighestThresholdDown() {
    assertThat(PrecisionRecall.of(FOUR))
        .containsExactly(
            new PrecisionRecall.Point(0.9, 1, 0.5, 0),
            new PrecisionRecall.Point(0.8, 0.5, 0.5, 0.5),
            new PrecisionRecall.Point(0.7, 2.0 / 3, 1, 0.5),
            new PrecisionRecall.Point(0.1, 0.5, 1, 1));
  }

  @Test
  void takesTheMixOfADayFromOutsideTheData() {
    PrecisionRecall.Point point = new PrecisionRecall.Point(0.5, 0.9, 0.8, 0.02);

    assertThat(new AlertsPerDay(1_000, 0.01).at(point)).isCloseTo(8 + 19.8, within(1e-9));
  }

  @Test
  void tellsLanguagesApart() {
    assertThat(FOUR.byLanguage().keySet()).containsExactly("en", "fr");
    assertThat(Confusion.of(FOUR.byLanguage().firstEntry().getValue()))
        .isEqualTo(new Confusion(1, 0, 1, 0));
  }

  @Test
  void putsTheWorstMistakeFirst() {
    Evaluation evaluation = new Evaluation("m", "f", "p", List.of(FOUR), List.of());

    assertThat(evaluation.worst(2)).extracting(Scored::id).containsExactly("b", "c");
  }

  @Test
  void holdsTheTruthInAboutNineteenOfTwentyIntervals() {
    Random random = new Random(20_261_124L);
    int held = 0;
    for (int trial = 0; trial < 200; trial++) {
      List<Scored> adverts = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        adverts.add(scored("a" + i, "g" + i, "en", random.nextDouble() < 0.3, 0.2));
      }
      Interval interval = Interval.of(new ScoredSet(adverts), EvaluationTest::share, 200, trial);
      held += interval.low() <= 0.3 && 0.3 <= interval.high() ? 1 : 0;
    }

    assertThat(held).isBetween(178, 199);
  }

  @Test
  void isWiderWhereAdvertsComeInCampaigns() {
    Random random = new Random(3);
    List<Scored> single = new ArrayList<>();
    List<Scored> campaigns = new ArrayList<>();
    for (int group = 0; group < 40; group++) {
      boolean risk = random.nextBoolean();
      for (int i = 0; i < 10; i++) {
        single.add(scored(group + "." + i, group + "." + i, "en", risk, 0.5));
        campaigns.add(scored(group + "." + i, "g" + group, "en", risk, 0.5));
      }
    }
    Interval narrow = Interval.of(new ScoredSet(single), EvaluationTest::share, 400, 1);
    Interval wide = Interval.of(new ScoredSet(campaigns), EvaluationTest::share, 400, 1);

    assertThat(wide.high() - wide.low()).isGreaterThan(2 * (narrow.high() - narrow.low()));
    assertThat(Interval.of(new ScoredSet(single), EvaluationTest::share, 400, 1)).isEqualTo(narrow);
  }

  private static double share(ScoredSet set) {
    return (double) set.risky() / set.adverts().size();
  }

  private static Scored scored(
      String id, String group, String language, boolean risk, double probability) {
    return new Scored(id, group, language, risk, 0, probability, probability >= 0.5);
  }
}
