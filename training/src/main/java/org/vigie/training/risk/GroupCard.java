package org.vigie.training.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Outcome;
import org.vigie.classifier.risk.GroupWeights;
import org.vigie.training.evaluation.ScoredSet;

/** Writes what a model of groups is, what it was measured to do, and what that doesn't show. */
final class GroupCard {
  private final String name;
  private final String taxonomy;
  private final TrainingSettings settings;

  GroupCard(String name, String taxonomy, TrainingSettings settings) {
    this.name = name;
    this.taxonomy = taxonomy;
    this.settings = settings;
  }

  /** Returns the card. */
  String text(
      GroupWeights weights, List<GroupExample> seen, List<GroupExample> held, ScoredSet measured) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s

        **Trained by weak supervision on invented clusters. Its figures tell how well it finds again what a
        generator planted; they are not the accuracy of finding trafficking**, of which nothing is known:
        clusters labelled for it are not public, and none were used. It scores groups of adverts, never
        persons, and gives a lead for a person to judge.

        Written by the training command (`./vigie train group`); don't edit by hand.

        ## Data
        %d invented groups of 2 to 24 adverts in 19 languages: campaigns, independent persons who repost,
        firms with offices, spam. Each advert was read as the stream reads it, and added up as the stream
        adds up a cluster. Whether real groups name so many places, persons and contacts nobody checked;
        the share of campaigns among them (%d %%) is invented too: **read the probability as a rank, not as
        a rate.**

        ## What it weighs
        Counts of adverts, persons named, contacts, places, countries and kinds of channels (as binary
        logarithms of one more); mean and highest risk of the adverts; the share of adverts that shows each
        scored indicator of %s; the scored indicators of the group as a whole, and of its contacts over all
        of its adverts. Never who anybody is or where
        anybody comes from; rows of grade T0 and T- and flags of minor risk are not scored, so never weighed.
        Networks are assessed by the same weights on the sums over their clusters, and it was not trained on
        any.

        ## Training
        Maximum entropy of two outcomes (OpenNLP, L-BFGS), L2 %s, features of at least %d languages;
        Platt's calibrator on folds of whole languages. A warning sign that would lower the risk is left
        out, and all is trained again. Contributions are calibrated: they add up to the
        log-odds of the probability.

        | weighs most | log-odds of one |
        |---|---|
        """
            .formatted(
                name,
                seen.size(),
                100 * seen.stream().filter(GroupExample::isRisky).count() / seen.size(),
                taxonomy,
                Double.toString(settings.l2()),
                settings.cutoff()));
    appendWeights(weights, card);
    appendMeasured(held, measured, card);
    return card.toString();
  }

  private static void appendWeights(GroupWeights weights, StringBuilder card) {
    weights.calibrated().sorted().entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Float> e) -> -Math.abs(e.getValue()))
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(20)
        .forEach(e ->
            card.append("| ")
                .append(e.getKey())
                .append(" | ")
                .append(FormCard.number(e.getValue()))
                .append(" |\n"));
  }

  private static void appendMeasured(
      List<GroupExample> held, ScoredSet measured, StringBuilder card) {
    card.append(
        """

        ## Measured, on invented groups of another seed and the other half of the wording
        %d groups, %d of them campaigns. 95 %% of resamples.

        | figure | value | interval |
        |---|---|---|
        """
            .formatted(held.size(), measured.risky()));
    FormCard.appendFigure("average precision", measured, ScoredSet::averagePrecision, card);
    FormCard.appendFigure("F1 at one half", measured, ScoredSet::f1, card);
    FormCard.appendFigure("Brier score", measured, ScoredSet::brier, card);
    FormCard.appendFigure("ECE", measured, ScoredSet::calibrationError, card);
    card.append("\n| planted | groups | at one half or more |\n|---|---|---|\n");
    for (Outcome truth :
        List.of(Outcome.RISK, Outcome.INDEPENDENT, Outcome.BUSINESS, Outcome.SPAM_OR_SCAM)) {
      long groups = 0;
      long called = 0;
      for (int i = 0; i < held.size(); i++) {
        if (held.get(i).truth() == truth) {
          groups++;
          called += measured.adverts().get(i).called() ? 1 : 0;
        }
      }
      card.append("| %s | %d | %d |\n".formatted(truth.label(), groups, called));
    }
  }
}
