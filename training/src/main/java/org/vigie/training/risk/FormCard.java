package org.vigie.training.risk;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.vigie.advert.Outcome;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormModels;
import org.vigie.classifier.risk.FormRules;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.weak.LabelModel;
import org.vigie.classifier.weak.LabellingFunction;
import org.vigie.training.evaluation.Interval;
import org.vigie.training.evaluation.ScoredSet;

/** Writes what a form's model is, what it was measured to do, and what that doesn't show. */
final class FormCard {
  private static final int RESAMPLES = 1_000;

  private static final String WORK =
      """

      ## What it is used for
      Unlike the models of other forms it weighs indicators and voices alone, since what words, contacts
      and length said of invented offers held for real ones so little that they are
      left out.

      To tell adverts apart that recruitment is assessed for, once the recruitment model finds little
      risk in them: *independent*, *business* or *spam or scam*. Its own risk is shown nowhere. The
      recruitment model's comes of adverts that people labelled as employment scam, which stand there
      for *risk*; none of them was used here, and *spam or scam* here is mass text, by its words and
      links. An advert without any sign is named nothing.
      """;

  private static final String LIMITS_OF_WORDS =
      """
      - The lexicons and the lists of words in `forms.yaml` know both halves of the wording: new to the
        model are its words, not its indicators. On wording that no list knows it is worse than its
        table says.
      - An advert that shows none of the form's words and indicators is *not assessed* for it.
      - Words for nationality, ethnicity, religion, sex, orientation or age are passed over before any
        feature is made (`masked-words.yaml`).
      - How many ordinary adverts of real sites it calls risky stands in `docs/classifier-figures.md`,
        since those adverts are no part of the repository.
      """;

  private static final String LIMITS_OF_SIGNS =
      """
      - The lexicons and the lists of words in `forms.yaml` know both halves of the wording, and it knows
        nothing else: on wording that no list knows it names nothing.
      - It has no gate: it is asked wherever recruitment is assessed.
      - No word is a feature of its own, those for nationality, ethnicity, religion, sex, orientation or
        age among them; no indicator that stands for them is scored.
      - How often it calls firms' offers of real sites independent, spam or scam stands in
        `docs/classifier-figures.md`, since those adverts are no part of the repository.
      """;

  private static final String SIGNS =
      """
      indicators (scored ones, and NX-02 and NX-03), and whether words of one's own voice, of a firm,
      of an employer or of mass text are found.\
      """;

  private static final String WORDS =
      """
      words, pairs of words and runs of four letters found in at least %d templates, indicators
      (scored ones, and NX-02 and NX-03), kinds of contacts, amounts of money, exclamation marks, and
      whether words of one's own voice, of a firm or of mass text are found.\
      """;

  private final String name;
  private final String form;
  private final TrainingSettings settings;
  private final String taxonomy;
  private final FormRules rules;
  private final LabelModel votes;
  private final List<FormReading.Read> all;

  /**
   * A card of one model.
   *
   * @param votes the label model
   * @param all the adverts read, held out or not
   */
  FormCard(
      String name,
      String form,
      TrainingSettings settings,
      String taxonomy,
      FormRules rules,
      LabelModel votes,
      List<FormReading.Read> all) {
    this.name = name;
    this.form = form;
    this.settings = settings;
    this.taxonomy = taxonomy;
    this.rules = rules;
    this.votes = votes;
    this.all = all;
  }

  String text(
      int trained, FormWeights weights, FormCalibration calibration, FormMeasured measured) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s

        **Trained by weak supervision on invented text. Its figures tell how well it finds again what
        a generator planted; they are not the accuracy of finding trafficking**, of which nothing is
        known: adverts labelled for it are not public, and none were used. What the model gives is a
        lead for a person to judge, never a verdict on anyone. It scores adverts, never persons.

        Written by the training command; don't edit by hand.

        ## Data
        %d invented adverts in 19 languages, of which %d are trained with%s:
        risky ones, independent persons, businesses, spam. Wording is clinical and in two halves that
        share no line and no phrase of a lexicon; the second half is measured with, never trained on. No
        native speaker has reviewed any of it. Nobody checked that real adverts are worded so; the
        share of risk among them (a quarter) is invented too: **read the probability as a rank, not as
        a rate.**

        ## Labels
        No label was given by hand, and the generator's truth was not used. %d labelling functions
        (`forms.yaml`) vote: rows of %s, which vote by their grade (T0, T- and unscored rows never for
        risk; SX-03, SX-04 and OT-02 never), lists of words, and how an advert is answered. A
        generative model of their rates (Ratner et al., 2016), fitted by expectation maximisation,
        weighs the votes. How far functions of one category repeat one another is estimated from the
        votes alone: %s here, since the generator plants each sign by itself; in real adverts they
        will repeat one another more. %d adverts of which it is at least 70 %% sure are trained on. Those that no function votes on are trained on as not
        risky and as nothing else: a risk without any sign would have no reason to show.

        | function | votes for | votes | accuracy as fitted | true accuracy |
        |---|---|---|---|---|
        """
            .formatted(
                name,
                all.size(),
                seen().size(),
                isOfWork() ? "" : ", those of the first half that its gate is open for",
                rules.functions(form).size(),
                taxonomy,
                number(votes.assumedCorrelation()),
                trained));
    rules.functions(form).forEach(function -> appendFunction(function, card));
    appendModel(weights, calibration, card);
    if (isOfWork()) {
      card.append(WORK);
    }
    appendMeasured(measured, card);
    card.append(
        """

        ## Limits
        - It has learnt the generator's idea of these adverts. Real adverts differ in ways that nobody
          wrote into it, and offenders read warning signs too.
        - Label model, features and training were changed some six times after looking at these figures:
          the other half of the wording has served to tune, so they are optimistic.
        - It can't know what only clusters and contacts show: one phone for many persons, a circuit.
        """);
    card.append(isOfWork() ? LIMITS_OF_SIGNS : LIMITS_OF_WORDS);
    return card.toString();
  }

  private boolean isOfWork() {
    return form.equals(FormModels.WORK);
  }

  private List<FormReading.Read> seen() {
    return all.stream().filter(FormTraining::isTrainedWith).toList();
  }

  private void appendFunction(LabellingFunction function, StringBuilder card) {
    List<FormReading.Read> fired =
        seen().stream().filter(r -> r.votes().contains(function.id())).toList();
    long right = fired.stream().filter(r -> r.example().truth() == function.vote()).count();
    card.append(
        "| %s | %s | %d | %s | %s |\n"
            .formatted(
                function.id(),
                function.vote().label(),
                fired.size(),
                fired.isEmpty() ? "" : number(votes.accuracy(function.id())),
                fired.isEmpty() ? "" : number((double) right / fired.size())));
  }

  private void appendModel(FormWeights weights, FormCalibration calibration, StringBuilder card) {
    card.append(
        """

        ## Model
        Maximum entropy (OpenNLP's quasi-Newton trainer), one outcome against the others, L2 %s, %d
        features: %s
        A contribution is a feature's weight times its value; the raw score of risk is their sum.%s
        Platt calibration of each outcome in five folds by language, so that neither template nor wording was trained on,
        against the label model's probabilities; that of risk on each advert as it is and once more without the words of voices,
        since no list knows all that persons and firms say of themselves; those other than risk share what risk leaves.

        - *risk* from a probability of %s; the model abstains from %s up to it
        - under that the likeliest of *independent*, *business* and *spam or scam* if it has at least
          one half; else the model abstains
        """
            .formatted(
                Double.toString(settings.l2()),
                weights.features().size(),
                isOfWork() ? SIGNS : WORDS.formatted(settings.cutoff()),
                isOfWork()
                    ? ""
                    : " Each advert is\ntrained on as it is and once more without its words.",
                number(calibration.high()),
                number(calibration.low())));
  }

  private void appendMeasured(FormMeasured measured, StringBuilder card) {
    ScoredSet scored = measured.scored();
    card.append(
        """

        ## Measured, on invented adverts of the other half of the wording, against their truth
        %d adverts%s, %d of them risky. 95 %% of resamples of whole templates.

        | figure | value | interval |
        |---|---|---|
        """
            .formatted(
                scored.adverts().size(),
                isOfWork() ? "" : " that the gate is open for",
                scored.risky()));
    appendFigure("average precision of risk", scored, ScoredSet::averagePrecision, card);
    appendFigure("F1 of what is called risky", scored, ScoredSet::f1, card);
    appendFigure("Brier score", scored, ScoredSet::brier, card);
    appendFigure("ECE", scored, ScoredSet::calibrationError, card);
    List<FormReading.Read> held = all.stream().filter(r -> r.example().heldOut()).toList();
    card.append("| average precision of the votes alone | ")
        .append(number(FormMeasured.averagePrecisionOfVotes(votes, held)))
        .append(" | |\n| right outcome where one is named | ")
        .append(number(measured.accuracy()))
        .append(" | |\n| abstentions | ")
        .append(number(measured.abstained()))
        .append(" | |\n");
    appendConfusion(measured, card);
  }

  /** Appends a row of a table: a figure with its interval. */
  static void appendFigure(
      String what, ScoredSet set, ToDoubleFunction<ScoredSet> figure, StringBuilder card) {
    Interval interval = Interval.of(set, figure, RESAMPLES, 1);
    card.append(
        "| %s | %s | %s to %s |\n"
            .formatted(
                what,
                number(figure.applyAsDouble(set)),
                number(interval.low()),
                number(interval.high())));
  }

  private static void appendConfusion(FormMeasured measured, StringBuilder card) {
    card.append(
        """

        | truth | assessed | called risk | independent | business | spam or scam | abstained |
        |---|---|---|---|---|---|---|
        """);
    for (Outcome truth : LabelModel.OUTCOMES) {
      card.append("| ").append(truth.label()).append(" | ");
      card.append(number(measured.gateOpen(truth)));
      for (Outcome outcome : LabelModel.OUTCOMES) {
        card.append(" | ").append(measured.count(truth, outcome));
      }
      card.append(" | ").append(measured.count(truth, Outcome.UNDETERMINED)).append(" |\n");
    }
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
