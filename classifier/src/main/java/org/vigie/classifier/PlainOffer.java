package org.vigie.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Assessment;
import org.vigie.advert.Finding;
import org.vigie.advert.Genre;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.classifier.sign.Polarity;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.finding.ReasonLines;

/**
 * Offers of work of which no model of words can tell an outcome, since it knows one language alone
 * or no word that tells firms from persons: where all is read and no sign is said, they are what
 * such offers are nearly always, those of a business. The risk stays as it is.
 */
final class PlainOffer {
  /** So probable must it be that the text is an offer. */
  private static final double SURE = 0.8;

  /** From this risk on, it stays undetermined. */
  private static final double LOW = 0.3;

  /** From this probability on a sign is nearly said. */
  private static final double NEAR = 0.05;

  /** A text of fewer words says too little for its silence to tell something. */
  private static final int LEAST_WORDS = 12;

  private static final Set<String> OF_WORK = Set.of("work", "worker", "wage");

  private PlainOffer() {}

  /**
   * Returns assessments with an outcome for recruitment where it has none.
   *
   * @param ofWork whether channel, fields or words say that the advert is about work
   */
  static List<Assessment> judged(
      List<Assessment> assessments, SignReading reading, boolean ofWork) {
    if (!saysNoSign(reading)
        || !(ofWork || reading.concepts().stream().anyMatch(c -> OF_WORK.contains(c.name())))) {
      return assessments;
    }
    return assessments.stream().map(one -> isOpen(one) ? ofBusiness(one) : one).toList();
  }

  private static boolean saysNoSign(SignReading reading) {
    return reading.genre() == Genre.OFFER
        && reading.genreProbability() >= SURE
        && reading.explained().words() >= LEAST_WORDS
        && (reading.nearest() == null || reading.nearest().probability() < NEAR)
        && reading.signs().stream().noneMatch(sign -> sign.polarity() == Polarity.SAID);
  }

  private static boolean isOpen(Assessment one) {
    return one.form().equals(RiskModel.FORM)
        && one.outcome() == Outcome.UNDETERMINED
        && one.riskProbability() < LOW;
  }

  private static Assessment ofBusiness(Assessment one) {
    List<Reason> reasons = new ArrayList<>(one.reasons());
    reasons.add(ReasonLines.reason(Finding.of("offer-without-sign"), 0, List.of()));
    return new Assessment(
        one.form(),
        Outcome.BUSINESS,
        one.riskProbability(),
        one.outcomes(),
        one.rawScore(),
        reasons,
        one.model(),
        one.taxonomy());
  }
}
