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
 * Keeps models of offers from judging what is none. A warning, a lesson or the news uses the same
 * words and says nothing of its own; a complaint or a request is judged by what it says alone.
 */
final class NotAnOffer {
  /** The share from which a text is taken for what it is told to be. */
  private static final double SURE = 0.6;

  /** What tells of things as they are to others, whatever it says. */
  private static final Map<Genre, String> TOLD =
      Map.of(Genre.WARNING, "warning-and-no-offer", Genre.NEWS, "news-and-no-offer");

  /** What says something of its writer, in words that no model of offers was made for. */
  private static final Map<Genre, String> OWN =
      Map.of(Genre.COMPLAINT, "complaint-and-no-offer", Genre.REQUEST, "request-and-no-offer");

  /** No more than this is said of the risk of a text that isn't an offer. */
  private static final double MOST = 0.05;

  private NotAnOffer() {}

  /** Returns what words tell, held down where they are those of a complaint or a request. */
  static List<Assessment> ofWords(List<Assessment> assessments, SignReading reading) {
    return held(assessments, reading, OWN);
  }

  /** Returns assessments as they are, or held down where the text is a warning or news. */
  static List<Assessment> judged(List<Assessment> assessments, SignReading reading) {
    return held(assessments, reading, TOLD);
  }

  private static List<Assessment> held(
      List<Assessment> assessments, SignReading reading, Map<Genre, String> genres) {
    String code = genres.get(reading.genre());
    if (code == null || reading.genreProbability() < SURE) {
      return assessments;
    }
    return assessments.stream().map(a -> held(a, Finding.of(code))).toList();
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
