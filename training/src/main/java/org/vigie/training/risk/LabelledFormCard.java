package org.vigie.training.risk;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.training.evaluation.ScoredSet;

/** Writes what a form's model trained on labelled adverts is, and what its figures don't show. */
final class LabelledFormCard {
  private LabelledFormCard() {}

  static String of(
      String name,
      String form,
      String taxonomy,
      FormData adverts,
      FormWeights weights,
      FormCalibration calibration,
      List<ScoredSet> folds) {
    TrainingSet open = adverts.open();
    TrainingSettings settings = FormTraining.defaults();
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s

        **Trained on adverts that reviewers labelled for the form %s. Its figures tell how well their
        labels are found again in campaigns it has not seen; how right the labels are, they don't
        tell.** What it gives is a lead for a person to judge, never a verdict on anyone. It scores
        adverts, never persons.

        Written by the training command; don't edit by hand.

        ## Data
        %d labelled adverts, %d of them risky. The form's gate is open for %d of them (%d risky), in
        %d campaigns with risky adverts and %d with ordinary ones; these are trained on. For the others
        it is closed: no model of the form is asked about them, and below they count as of no risk.
        Languages: %s.

        The share of risk is that of the file: **read the probability as a rank, not as a rate, unless
        the file was drawn from the channel at hand without choice.** Adverts that were asked about
        first because a model was unsure of them are such a choice.

        ## Model
        Risk: maximum entropy (OpenNLP's quasi-Newton trainer), L2 %s, %d features found in at least %d
        campaigns: words, pairs of words, runs of four letters, indicators of %s, kinds of contacts and
        structure. A contribution is a feature's weight times its value; the raw score is their sum.
        Platt calibration on scores of adverts whose campaign was not trained on.

        *Independent*, *business* and *spam or scam*, of which labels say nothing, come of invented
        adverts and weak labels alone, as in the model that `./vigie train %s` makes without data.

        - *risk* from a probability of %s, where F1 on held-out campaigns is highest; the model
          abstains from %s up to it
        - under that the likeliest of the others if it has at least one half; else the model abstains

        """
            .formatted(
                name,
                form,
                adverts.all().size(),
                adverts.all().stream().filter(LabelledAdvert::risk).count(),
                open.size(),
                open.risky(),
                LabelledFormTraining.campaigns(open.adverts(), true),
                LabelledFormTraining.campaigns(open.adverts(), false),
                languages(folds),
                Double.toString(settings.l2()),
                weights.table(0).features().size(),
                settings.cutoff(),
                taxonomy,
                form,
                FormCard.number(calibration.high()),
                FormCard.number(calibration.low())));
    ModelCard.appendFolds("labelled adverts", "risky", folds, card);
    card.append(
        """
        ## Limits
        - It has learnt what these reviewers called risky in these channels, and no more.
        - Its words are those of the languages above; in others indicators and structure alone weigh.
        - Words for nationality, ethnicity, religion, sex, orientation or age are passed over before any
          feature is made (`masked-words.yaml`).
        """);
    return card.toString();
  }

  private static String languages(List<ScoredSet> folds) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (ScoredSet fold : folds) {
      fold.byLanguage()
          .forEach((code, set) -> counts.merge(code, set.adverts().size(), Integer::sum));
    }
    return counts.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %d", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
