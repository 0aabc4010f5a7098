package org.vigie.lab.bench.fasttext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Figures;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.risk.LabelledTexts;
import org.vigie.training.risk.ModelEvaluation;

/**
 * Employment scam, not trafficking: the recruitment model and fastText, each trained anew for every
 * fold of the same split, no campaign on both sides.
 */
final class RecruitmentComparison {
  /** Words and pairs of words, as in fastText's own examples of text classification. */
  private static final List<String> OPTIONS =
      List.of(
          "-wordNgrams",
          "2",
          "-dim",
          "50",
          "-epoch",
          "50",
          "-lr",
          "0.5",
          "-bucket",
          "200000",
          "-loss",
          "softmax");

  private static final String RISK = "risk";
  private static final String ORDINARY = "ordinary";

  static final String TITLE = "Employment scam beside fastText";

  private RecruitmentComparison() {}

  /** Returns what stands below the title, in Markdown. */
  static String section(Path models, Path data, Path scratch)
      throws IOException, InterruptedException {
    return """
    Not trafficking. Five folds, no campaign on both sides, mean over folds. fastText (%s) reads the words that Vigie finds,
    and finding them is not in its time; Vigie's time is that of the whole assessment, contacts, places and reasons included.

    |what|average precision|F1|Brier|µs an advert|
    |---|---:|---:|---:|---:|
    %s\
    """
        .formatted(String.join(" ", OPTIONS), rows(models, data, scratch));
  }

  private static String rows(Path models, Path data, Path scratch)
      throws IOException, InterruptedException {
    String model = Manifest.read(models).requireActive(RiskModel.FORM);
    Evaluation vigie = new ModelEvaluation(models, model).on(data);
    List<LabelledTexts.Labelled> adverts = LabelledTexts.read(data);
    List<String> texts = adverts.stream().map(LabelledTexts.Labelled::text).toList();
    FastText fastText = new FastText(scratch);
    List<ScoredSet> folds = new ArrayList<>();
    for (ScoredSet fold : vigie.folds()) {
      folds.add(scored(fold, adverts, fastText));
    }
    AdvertAssessor assessor = AdvertAssessor.load(models);
    return row("fastText", Evaluation.mean(folds), fastText.micros(words(texts)))
        + row(
            "Vigie (time of the whole assessment)",
            vigie.mean(),
            CpuTime.micros(texts, text -> assessor.assess(advert(text))));
  }

  private static ScoredSet scored(
      ScoredSet fold, List<LabelledTexts.Labelled> adverts, FastText fastText)
      throws IOException, InterruptedException {
    Set<String> held = fold.adverts().stream().map(Scored::id).collect(Collectors.toSet());
    List<FastText.Example> training = new ArrayList<>();
    List<LabelledTexts.Labelled> measuring = new ArrayList<>();
    for (LabelledTexts.Labelled advert : adverts) {
      if (held.contains(advert.id())) {
        measuring.add(advert);
      } else {
        String label = advert.risk() ? RISK : ORDINARY;
        training.add(new FastText.Example(label, words(advert.text())));
      }
    }
    fastText.train(training, OPTIONS);
    List<FastText.Answer> answers =
        fastText.answers(words(measuring.stream().map(LabelledTexts.Labelled::text).toList()));
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean called = answers.get(i).label().equals(RISK);
      double probability = answers.get(i).probability();
      double risk = called ? probability : 1 - probability;
      LabelledTexts.Labelled advert = measuring.get(i);
      scored.add(new Scored(advert.id(), advert.group(), "en", advert.risk(), risk, risk, called));
    }
    return new ScoredSet(scored);
  }

  private static String row(String name, Figures figures, double micros) {
    return String.format(
        Locale.ROOT,
        "|%s|%.3f|%.3f|%.3f|%.0f|%n",
        name,
        figures.averagePrecision(),
        figures.f1(),
        figures.brier(),
        micros);
  }

  private static List<String> words(List<String> texts) {
    return texts.stream().map(RecruitmentComparison::words).toList();
  }

  /** fastText takes what stands between blanks for a word: it is given Vigie's words. */
  private static String words(String text) {
    return Words.of(NormalizedText.of(text)).stream()
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }

  private static Advert advert(String text) {
    return Advert.builder(Channel.FILE, "bench", Instant.EPOCH).body(text).build();
  }
}
