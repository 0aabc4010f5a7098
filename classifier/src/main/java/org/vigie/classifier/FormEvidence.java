package org.vigie.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Assessment;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Sign;
import org.vigie.text.finding.ReasonLines;

/**
 * What a text says of one form.
 *
 * <p>Each said sign is independent evidence, right as often as its grade is held to be and as
 * surely as it is said; the risk is that at least one of them is right (a noisy or, Pearl 1988,
 * section 4.3.2). One sign alone stays near one half, since one sign alone means little.
 */
final class FormEvidence {
  /** How often a row of a grade is held to be right, as models/forms.yaml has it. */
  private static final Map<EvidenceGrade, Double> RIGHT =
      new EnumMap<>(
          Map.of(
              EvidenceGrade.TESTED_PREDICTIVE, 0.75,
              EvidenceGrade.RESEARCH, 0.65,
              EvidenceGrade.EXPERT, 0.6,
              EvidenceGrade.HYPOTHESIS, 0.5));

  /** How sure a sign is that a phrase of a list shows, and that no categoriser believes. */
  private static final double OF_A_PHRASE = 0.75;

  /** From here on what a text says is told as risk: one sign alone never is. */
  private static final double RISK = 0.75;

  /** What is less probable isn't even nearly said. */
  private static final double LEAST_NEAR = 0.01;

  private static final double MOST = 1 - 1e-9;

  private final String form;
  private final Set<Family> own;
  private final Set<Family> control;
  private final Set<Family> counted = EnumSet.noneOf(Family.class);

  /** The signs, surest first. */
  private final List<Reason> reasons = new ArrayList<>();

  /** Probability that none of it is right. */
  private double doubt = 1;

  /**
   * Weighs what is said.
   *
   * @param own families that are signs of this form alone
   * @param control families that count in each form for which the advert is assessed by its words
   */
  static FormEvidence of(
      String form,
      Set<Family> own,
      Set<Family> control,
      List<Sign> said,
      List<Indicator> indicators) {
    FormEvidence evidence = new FormEvidence(form, own, control);
    evidence.add(said, indicators);
    return evidence;
  }

  private FormEvidence(String form, Set<Family> own, Set<Family> control) {
    this.form = form;
    this.own = own;
    this.control = control;
  }

  /** Returns whether nothing counts. */
  boolean isEmpty() {
    return reasons.isEmpty();
  }

  /** Returns whether a sign of this form alone is said. */
  boolean saysItsOwn() {
    return !Collections.disjoint(counted, own);
  }

  private void add(List<Sign> said, List<Indicator> indicators) {
    said.stream()
        .filter(sign -> isOf(sign.family()))
        .sorted(Comparator.comparingDouble(Sign::probability).reversed())
        .forEach(sign ->
            indicators.stream()
                .filter(indicator -> indicator.id().equals(sign.row()))
                .forEach(i -> add(i, sign.family(), sureness(sign.probability()))));
    for (Indicator indicator : indicators) {
      Family.ofRow(indicator.id())
          .filter(family -> !indicator.spans().isEmpty() && isOf(family))
          .ifPresent(family -> add(indicator, family, OF_A_PHRASE));
    }
  }

  /** Two rows of a family say the same thing: it counts once. Unscored rows never count. */
  private void add(Indicator indicator, Family family, double sureness) {
    double right = RIGHT.getOrDefault(indicator.grade(), 0.0) * sureness;
    if (indicator.scored() && right > 0 && counted.add(family)) {
      doubt *= 1 - right;
      reasons.add(
          ReasonLines.reason(
              Reason.sign(indicator.id()), Math.log(1 / (1 - right)), indicator.spans()));
    }
  }

  /** How surely a sign is right beside the surest, which are right nine times of ten. */
  private static double sureness(double probability) {
    return Math.min(1, Math.round(probability / 0.9 * 100) / 100.0);
  }

  /** Adds what is not believed by no more than it is probable, so that it ranks what is unsure. */
  void addNearest(@Nullable Sign nearest) {
    double near = nearest == null ? 0 : Math.floor(nearest.probability() * 1000) / 1000;
    if (nearest == null || near < LEAST_NEAR || !isOf(nearest.family())) {
      return;
    }
    doubt *= 1 - near;
    reasons.add(
        ReasonLines.reason(
            Finding.of(Reason.NEAR_SIGN)
                .with("sign", nearest.row())
                .with("probability", Double.toString(near)),
            Math.log(1 / (1 - near)),
            nearest.spans()));
  }

  private boolean isOf(Family family) {
    return own.contains(family) || control.contains(family);
  }

  /**
   * Returns the assessment of this form with what is said.
   *
   * @param own what its words tell; {@code null} if no model of words assesses the form
   */
  Assessment raised(@Nullable Assessment own, String model, String taxonomy) {
    double before = own == null ? 0 : own.riskProbability();
    // Never quite certain, so that its log-odds are a number.
    double risk = Math.min(MOST, 1 - (1 - before) * doubt);
    double raw = logOdds(risk);
    List<Reason> all = new ArrayList<>(reasons);
    if (own != null) {
      double shift = raw - logOdds(before);
      raw = own.rawScore() + shift;
      all = joined(sharesOf(shift), own.reasons());
    }
    all.sort(Comparator.comparingDouble((Reason r) -> -Math.abs(r.contribution())));
    // What is nearly said only ranks.
    boolean said = !counted.isEmpty();
    Outcome outcome =
        said && risk >= RISK ? Outcome.RISK : own == null ? Outcome.UNDETERMINED : own.outcome();
    boolean cleared = said && (outcome == Outcome.BUSINESS || outcome == Outcome.INDEPENDENT);
    return new Assessment(
        form,
        cleared ? Outcome.UNDETERMINED : outcome,
        risk,
        own == null ? Map.of() : shared(own.outcomes(), before, risk),
        raw,
        all,
        own == null ? model : own.model(),
        own == null ? taxonomy : own.taxonomy());
  }

  /** Returns the signs with what each moves the log-odds, in proportion to its evidence. */
  private List<Reason> sharesOf(double shift) {
    double sum = reasons.stream().mapToDouble(Reason::contribution).sum();
    return reasons.stream()
        .map(r -> new Reason(r.feature(), r.contribution() / sum * shift, r.spans(), r.finding()))
        .toList();
  }

  /** A sign that the model weighs as well is one reason, which adds what both do. */
  private static List<Reason> joined(List<Reason> signs, List<Reason> own) {
    Map<String, Reason> all = new LinkedHashMap<>();
    Stream.concat(signs.stream(), own.stream())
        .forEach(reason -> all.merge(reason.feature(), reason, Reason::joined));
    return new ArrayList<>(all.values());
  }

  private static double logOdds(double probability) {
    double bounded = Math.min(MOST, Math.max(1 - MOST, probability));
    return Math.log(bounded / (1 - bounded));
  }

  /** What risk takes, the other outcomes lose, each in its share. */
  private static Map<Outcome, Double> shared(
      Map<Outcome, Double> outcomes, double before, double risk) {
    if (outcomes.isEmpty() || before >= 1) {
      return outcomes;
    }
    Map<Outcome, Double> shared = new EnumMap<>(Outcome.class);
    outcomes.forEach((outcome, share) ->
        shared.put(outcome, outcome == Outcome.RISK ? risk : share * (1 - risk) / (1 - before)));
    return shared;
  }
}
