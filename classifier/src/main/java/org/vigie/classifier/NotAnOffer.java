package org.vigie.classifier;

import java.util.List;
import java.util.Map;
import org.vigie.advert.Assessment;
import org.vigie.advert.Finding;
import org.vigie.advert.Genre;
import org.vigie.advert.Outcome;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.finding.ReasonLines;

/**
 * Keeps models of offers from judging what is none: a warning, a lesson or the news uses the same
 * words.
 */
final class NotAnOffer {
  /** The share from which a text is taken for a warning or news. */
  private static final double SURE = 0.6;

  /** No more than this is said of the risk of a text that isn't an offer. */
  private static final double MOST = 0.05;

  private NotAnOffer() {}

  /** Returns assessments as they are, or held down where the text is no offer. */
  static List<Assessment> judged(List<Assessment> assessments, SignReading reading) {
    boolean told = reading.genre() == Genre.WARNING || reading.genre() == Genre.NEWS;
    if (!told || reading.genreProbability() < SURE) {
      return assessments;
    }
    Finding why =
        Finding.of(reading.genre() == Genre.NEWS ? "news-and-no-offer" : "warning-and-no-offer");
    return assessments.stream().map(a -> held(a, why)).toList();
  }

  private static Assessment held(Assessment a, Finding why) {
    return new Assessment(
        a.form(),
        Outcome.UNDETERMINED,
        Math.min(a.riskProbability(), MOST),
        Map.of(),
        a.rawScore(),
        List.of(ReasonLines.reason(why, 0, List.of())),
        a.model(),
        a.taxonomy());
  }
}
