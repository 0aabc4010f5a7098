package org.vigie.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
      new EnumMap<>(
          Map.of(
              Family.ORGAN, "organ-removal",
              Family.MARRIAGE, "forced-marriage",
              Family.CRIME, "begging"));

  private static final String BEG = "beg";

  /** What speaks of one of these speaks of a crime, whether or not somebody begs as well. */
  private static final Set<String> OTHER_CRIMES =
      Set.of("steal", "drugs", "parcel", "bank-account", "scam", "chat-work");

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
    List<Assessment> all = new ArrayList<>();
    for (String form : Assessment.MODELLED) {
      Assessment own =
          assessments.stream().filter(a -> a.form().equals(form)).findFirst().orElse(null);
      for (Evidence evidence : evidence(form, own != null, reading, indicators)) {
        if (!evidence.reasons.isEmpty()) {
          all.add(evidence.raised(own, model, taxonomy));
        } else if (own != null) {
          all.add(own);
        }
      }
    }
    return all;
  }

  /** Returns what is said of a form: of others, of each that is named apart. */
  private static List<Evidence> evidence(
      String form, boolean open, SignReading reading, List<Indicator> indicators) {
    boolean begging = isOfBegging(reading);
    if (form.equals(Assessment.OTHER)) {
      List<Evidence> named =
          NAMED.entrySet().stream()
              .filter(e -> begging || e.getKey() != Family.CRIME)
              .map(e ->
                  Evidence.of(e.getValue(), Set.of(e.getKey()), open, reading.said(), indicators))
              .filter(Evidence::saysItsOwn)
              .toList();
      if (!named.isEmpty()) {
        return named;
      }
    }
    Set<Family> families = new HashSet<>(OWN.getOrDefault(form, Set.of()));
    families.removeIf(family -> begging && family == Family.CRIME);
    Evidence evidence = Evidence.of(form, families, open, reading.said(), indicators);
    if (evidence.reasons.isEmpty() && open) {
      evidence.addNearest(reading.nearest());
    }
    return List.of(evidence);
  }

  /** Returns whether the text speaks of begging and of no other crime. */
  private static boolean isOfBegging(SignReading reading) {
    Set<String> concepts =
        reading.concepts().stream().map(SignReading.Concept::name).collect(Collectors.toSet());
    return concepts.contains(BEG) && Collections.disjoint(concepts, OTHER_CRIMES);
  }

  /** How surely a sign is right beside the surest, which are right nine times of ten. */
  private static double sureness(double probability) {
    return Math.min(1, Math.round(probability / 0.9 * 100) / 100.0);
  }

  /** What is said of one form. */
  private static final class Evidence {
    private final String form;
    private final Set<Family> own;
    private final boolean open;
    private final Set<Family> counted = EnumSet.noneOf(Family.class);

    /** The signs, surest first. */
    private final List<Reason> reasons = new ArrayList<>();

    /** Probability that none of it is right. */
    private double doubt = 1;

    /**
     * Weighs what is said.
     *
     * @param own families that are signs of this form alone
     * @param open whether the advert is assessed for the form by its words
     */
    static Evidence of(
        String form, Set<Family> own, boolean open, List<Sign> said, List<Indicator> indicators) {
      Evidence evidence = new Evidence(form, own, open);
      evidence.add(said, indicators);
      return evidence;
    }

    private Evidence(String form, Set<Family> own, boolean open) {
      this.form = form;
      this.own = own;
      this.open = open;
    }

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
      boolean ofOneForm = OWN.values().stream().anyMatch(families -> families.contains(family));
      return ofOneForm ? own.contains(family) : open;
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
}
