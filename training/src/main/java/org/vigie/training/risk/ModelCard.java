package org.vigie.training.risk;

import java.util.List;
import java.util.Locale;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Figures;
import org.vigie.training.evaluation.ScoredSet;

/** Writes what a model is, what it was measured to do, and what it must not be used for. */
final class ModelCard {
  private ModelCard() {}

  static String of(TrainingReport report) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s

        **An employment-scam model, used as a stand-in for deceptive recruitment. Its figures are not
        the accuracy of finding trafficking**: adverts labelled for trafficking are not public, and
        none were used. What it gives is a lead for a person to judge, never a verdict on anyone.

        Written by the training command; don't edit by hand.

        ## Data
        %d English job adverts, %d of them labelled as fraudulent, in %d campaigns (EMSCAD, University
        of the Aegean; not part of this repository). Contacts are left out, and so is length: in this
        data ordinary adverts are long and answered through the platform, so that any contact and any
        short text would look like fraud, which in most channels they are not. Words that stand for
        nationality, ethnicity, religion, sex, orientation or age are left out before any
        feature is made (`masked-words.yaml`). One third of the data is fraudulent, far more than
        where the model is used: **read the probability as a rank, not as a rate, until it has been
        calibrated on adverts of the channel at hand.**

        %d ordinary Irish classified adverts are trained on as ordinary; others of them were kept apart
        to bound false alarms, and others again to count them. Reposts are never on both sides.
        Each counts twice: whole, and by its first 300 characters, since adverts elsewhere are short.

        ## Model
        Maximum entropy (OpenNLP's quasi-Newton trainer), L2 %s, %d features for English text under the headings of a job board, %d for other English
        text, %d for the rest. Features: words and runs of two or three words found in at least %d campaigns, scaled by their
        log ratio (Wang and Manning, 2012) and by text length; indicators of %s; structure
        (empty sections, amounts of money, exclamation marks). Under headings also: how long each part
        is and which parts are empty, words by the part they stand in, runs of three to five letters,
        share of capitals and digits. Platt calibration on scores of
        adverts whose campaign the model had not seen. A contribution is a feature's weight times its
        value; the raw score is their sum.

        """
            .formatted(
                report.name(),
                report.set().size(),
                report.set().risky(),
                report.set().adverts().stream().map(LabelledAdvert::group).distinct().count(),
                report.background(),
                Double.toString(report.settings().l2()),
                report.model().sectioned().sorted().size(),
                report.model().english().sorted().size(),
                report.model().wordless().sorted().size(),
                report.settings().cutoff(),
                report.taxonomy().version()));
    appendOutcomes(report, card);
    if (!report.sectioned().isEmpty()) {
      appendFolds("English text under headings", report.sectioned(), card);
    }
    appendFolds("English text, its headings passed over", report.english(), card);
    appendFolds("Without words (what other languages are scored by)", report.wordless(), card);
    appendFalseAlarms(report, card);
    card.append(
        """
        ## Limits
        - English only. In any other language, in text that says nothing of work, or with fewer than
          %d known words, only indicators and structure are scored, by a model of its own,
          which is weak (its table above), and the outcome is *undetermined*.
        - The first table holds for adverts in the form of headed sections that all of this data has, and
          tells how well other adverts *of that board* are ranked. Other adverts are scored by the
          second set of weights, and worse than its table says: "no company profile" weighs much in
          it and can't be read there.
        - Its labels know two classes, employment scam and all else: a scam, too, is called *risk*.
          Where risk is low, *independent*, *business* or *spam or scam* comes of another model, which
          saw none of these labels (`risk-work-1/card.md`).
        - The data is from 2012 to 2014. Indicators that hardly occur in it (documents retained, papers
          arranged) have hardly any weight here; rules on indicators stand beside the model for that.
        - No native speaker has reviewed any lexicon behind the indicators.
        """
            .formatted(RiskModel.MIN_KNOWN_WORDS));
    return card.toString();
  }

  private static void appendOutcomes(TrainingReport report, StringBuilder card) {
    card.append(
        """
        ## Outcomes
        - *risk* from a probability of %s under headings, where F1 on held-out campaigns is highest; of
          %s in other text, where it is highest too, but not so low that more than 1.5 %% of the
          ordinary adverts kept for it are called risky
        - *undetermined* from %s (%s) up to it: the model abstains
        - under that, where at most one in twenty held-out adverts was fraudulent: *independent*,
          *business* or *spam or scam* if one is likelier than not, else *undetermined*; weak labels
          tell them apart (`risk-work-1/card.md`)

        """
            .formatted(
                number(report.calibration().sectioned().high()),
                number(report.calibration().english().high()),
                number(report.calibration().sectioned().low()),
                number(report.calibration().english().low())));
  }

  private static void appendFolds(String title, List<ScoredSet> folds, StringBuilder card) {
    appendFolds(title, "fraudulent", folds, card);
  }

  /**
   * Appends the figures of each fold, and their mean.
   *
   * @param labelled what adverts labelled 1 are called
   */
  static void appendFolds(
      String title, String labelled, List<ScoredSet> folds, StringBuilder card) {
    card.append("## Measured: ").append(title).append("\n");
    card.append(
        """
        Five folds, no campaign on both sides; calibrator and threshold chosen inside the training part.

        | fold | adverts | %s | average precision | F1 | Brier | ECE |
        |---|---|---|---|---|---|---|
        """
            .formatted(labelled));
    int number = 1;
    for (ScoredSet fold : folds) {
      card.append("| ").append(number++).append(" | ").append(fold.adverts().size());
      card.append(" | ").append(fold.risky());
      appendFigures(fold.figures(), card);
    }
    card.append("| mean | | ");
    appendFigures(Evaluation.mean(folds), card);
    card.append("\n");
  }

  private static void appendFigures(Figures figures, StringBuilder card) {
    card.append(" | ").append(number(figures.averagePrecision()));
    card.append(" | ").append(number(figures.f1()));
    card.append(" | ").append(number(figures.brier()));
    card.append(" | ").append(number(figures.calibrationError())).append(" |\n");
  }

  private static void appendFalseAlarms(TrainingReport report, StringBuilder card) {
    if (report.falseAlarms().isEmpty()) {
      return;
    }
    card.append(
        """
        ## Measured: ordinary adverts called risky
        Unlabelled adverts, all taken to be ordinary.

        | file | adverts | understood | called risky | share |
        |---|---|---|---|---|
        """);
    for (FalseAlarms.Count count : report.falseAlarms()) {
      card.append("| ").append(count.file()).append(" | ").append(count.adverts());
      card.append(" | ").append(count.understood()).append(" | ").append(count.flagged());
      card.append(" | ").append(number((double) count.flagged() / count.adverts())).append(" |\n");
    }
    card.append("\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
