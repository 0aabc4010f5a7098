package org.vigie.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.finding.ReasonLines;

/**
 * What the signs that a text says add to the risk of each form: signs and what they tell come
 * before the words of one board.
 *
 * <p>Each said sign is independent evidence, right as often as its grade is held to be and as
 * surely as it is said; the risk is that at least one of them is right (a noisy or, Pearl 1988,
 * section 4.3.2). One sign alone stays near one half, since one sign alone means little.
 */
final class SignRisk {
  /** Families that are signs of one form alone; all others are signs of control, in any form. */
  private static final Map<String, Set<Family>> OWN =
      Map.of(
          "sexual",
          Set.of(Family.THIRD_PARTY),
          "forced-criminality",
          Set.of(Family.COMPOUND, Family.CRIME),
          Assessment.OTHER,
          Set.of(Family.ORGAN, Family.MARRIAGE));

  /** What a form is called that one model judges with others, by what says it. */
  private static final Map<Family, String> NAMED =
      Map.of(
          Family.ORGAN, "organ-removal",
          Family.MARRIAGE, "forced-marriage",
          Family.CRIME, "begging");

  private static final String BEG = "beg";

  /** Who says one of these speaks of a crime, whether or not somebody begs as well. */
  private static final Set<String> OTHER_CRIMES =
      Set.of("steal", "drugs", "carry", "parcel", "bank-account", "sell");

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

  private SignRisk() {}

  /** Returns the assessments with what is said in them, the same where nothing is. */
  static List<Assessment> with(
      List<Assessment> assessments,
      SignReading reading,
      List<Indicator> indicators,
      String model,
      String taxonomy) {
    List<Sign> said = reading.said();
    boolean begging = isOfBegging(said);
    List<Assessment> all = new ArrayList<>();
    for (String form : Assessment.MODELLED) {
      Assessment own =
          assessments.stream().filter(a -> a.form().equals(form)).findFirst().orElse(null);
      Evidence evidence = new Evidence(form, own != null, begging);
      evidence.add(said, indicators);
      if (evidence.reasons.isEmpty() && own != null) {
        evidence.addNearest(reading.nearest());
      }
      if (!evidence.reasons.isEmpty()) {
        all.add(evidence.raised(own, model, taxonomy));
      } else if (own != null) {
        all.add(own);
      }
    }
    return all;
  }

  /** Returns whether what is said of crime is begging alone. */
  private static boolean isOfBegging(List<Sign> said) {
    List<Sign> crimes = said.stream().filter(sign -> sign.family() == Family.CRIME).toList();
    return crimes.stream().anyMatch(sign -> sign.concepts().contains(BEG))
        && crimes.stream()
            .noneMatch(sign -> sign.concepts().stream().anyMatch(OTHER_CRIMES::contains));
  }

  /** How surely a sign is right beside the surest, which are right nine times of ten. */
  private static double sureness(double probability) {
    return Math.min(1, Math.round(probability / 0.9 * 100) / 100.0);
  }

  /** What is said of one form. */
  private static final class Evidence {
    private final String form;
    private final boolean open;
    private final boolean begging;
    private final Set<Family> counted = new LinkedHashSet<>();

    /** The signs, surest first. */
    private final List<Reason> reasons = new ArrayList<>();

    /** Probability that none of it is right. */
    private double doubt = 1;

    /**
     * @param open whether the advert is assessed for the form by its words
     * @param begging whether what it says of crime is begging alone
     */
    Evidence(String form, boolean open, boolean begging) {
      this.form = form;
      this.open = open;
      this.begging = begging;
    }

    void add(List<Sign> said, List<Indicator> indicators) {
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

    /**
     * Adds what is not believed by no more than it is probable, so that it ranks what is unsure.
     */
    private void addNearest(@Nullable Sign nearest) {
      double near = nearest == null ? 0 : Math.floor(nearest.probability() * 1000) / 1000;
      if (nearest == null || near < LEAST_NEAR || !isOf(nearest.family())) {
        return;
      }
      doubt *= 1 - near;
      reasons.add(
          ReasonLines.reason(
              Finding.of("feature-near-sign").with("sign", nearest.row()),
              Math.log(1 / (1 - near)),
              nearest.spans()));
    }

    /** Signs of control count in each form that the advert is assessed for. */
    private boolean isOf(Family family) {
      if (begging && family == Family.CRIME) {
        return form.equals(Assessment.OTHER);
      }
      Set<Family> own = OWN.getOrDefault(form, Set.of());
      boolean ofOneForm = OWN.values().stream().anyMatch(families -> families.contains(family));
      return ofOneForm ? own.contains(family) : open;
    }

    /** Returns what the form is called by what was said first of those that have a name. */
    private String named() {
      return form.equals(Assessment.OTHER)
          ? counted.stream().map(NAMED::get).filter(Objects::nonNull).findFirst().orElse(form)
          : form;
    }

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
          named(),
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
}
