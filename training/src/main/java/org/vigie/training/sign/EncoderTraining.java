package org.vigie.training.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.encoder.EncoderException;
import org.vigie.classifier.encoder.EncoderHead;
import org.vigie.classifier.encoder.MaskedEncoder;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.SignReader;

/**
 * The training of what an operator's encoder adds to the models of signs: on the texts that these
 * learn from, measured on authors whom neither has read.
 */
public final class EncoderTraining {
  private static final long SEED = 1;

  /** Of a hundred texts an encoder may fail for one. */
  private static final int MOST_FAILED = 100;

  /** Ordinary texts are many times as many as those that an author wrote to mislead. */
  private static final float OF_ORDINARY = 0.1f;

  /**
   * They are learnt from where log-odds are no further from those from which a sign is believed.
   */
  private static final float NEAR = 4;

  private final Path models;
  private final SignTraining texts;
  private final float threshold;
  private final float least;

  EncoderTraining(Path models, SignTraining texts, float threshold) {
    this.models = models;
    this.texts = texts;
    this.threshold = threshold;
    this.least = (float) Math.log(threshold / (1 - threshold));
  }

  /**
   * Reads concepts, frames, the sentences that Vigie brings along, ordinary texts, and from which
   * probability on the model of signs in use believes.
   *
   * @param data folder of public data outside the repository; what is not there is left out
   * @throws IllegalArgumentException if no model of signs is in use, or it is not the listed one
   */
  public static EncoderTraining load(Path models, Path data) throws IOException {
    Manifest manifest = Manifest.readOrEmpty(models);
    String name = manifest.requireActive(SignReader.FORM);
    manifest.requireUnaltered(models, name);
    SignModel model = SignModel.read(models.resolve(name));
    float threshold = model.thresholds()[model.outcome("said")];
    return new EncoderTraining(models, SignTraining.load(models, data), threshold);
  }

  /**
   * Trains and measures; the manifest lists the encoder, but does not put it in use.
   *
   * @param given folder of the encoder: its network, tokenizer and sheet
   * @param name its folder under the models, such as {@code encoder-1}
   * @param progress is told what is done next
   * @return its card
   * @throws IllegalArgumentException if the name is none, or the encoder does not work
   */
  public String train(Path given, String name, Consumer<String> progress) throws IOException {
    SignTraining.requireName(name);
    try (MaskedEncoder encoder = MaskedEncoder.open(given, models)) {
      float[] trial = encoder.trial();
      EncoderFolds folds = EncoderFolds.of(texts, progress);
      return learn(folds, encoder, trial, progress).write(given, models, name);
    }
  }

  /** Returns what is learnt of an encoder, with what it adds to models that stand in no folder. */
  LearntEncoder learn(
      EncoderFolds folds, MaskedEncoder encoder, float[] trial, Consumer<String> progress) {
    progress.accept("encoding texts");
    List<List<EncoderFit.Sample>> samples =
        folds.all().stream().map(fold -> samples(fold, encoder)).toList();
    List<LearntEncoder.Row> rows = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      progress.accept(
          "reading a share of the authors, with the encoder and without (%d of %d)"
              .formatted(i + 1, samples.size()));
      EncoderHead head = EncoderFit.fit(but(samples, i), trial, SEED);
      rows.addAll(rows(folds.all().get(i), encoder, head));
    }
    return new LearntEncoder(
        encoder.sheet(), EncoderFit.fit(but(samples, -1), trial, SEED), texts.authors(), rows);
  }

  private static List<EncoderFit.Sample> but(List<List<EncoderFit.Sample>> samples, int but) {
    return IntStream.range(0, samples.size())
        .filter(i -> i != but)
        .boxed()
        .flatMap(i -> samples.get(i).stream())
        .toList();
  }

  /**
   * Returns what can be learnt from: of texts that speak of no sign, those that it is asked about.
   */
  private List<EncoderFit.Sample> samples(EncoderFolds.Fold fold, MaskedEncoder encoder) {
    List<StackedFit.Heard> heard =
        fold.heard().stream()
            .filter(h -> encoder.sheet().isFor(h.line().language()))
            .filter(h -> !isOrdinary(h) || Math.abs(fold.says(h) - least) < NEAR)
            .toList();
    List<EncoderFit.Sample> samples = new ArrayList<>(heard.size());
    int failed = 0;
    for (StackedFit.Heard of : heard) {
      try {
        float[] vector = encoder.vector(of.line().text());
        samples.add(
            new EncoderFit.Sample(
                vector, fold.says(of), of.line().isSaid(), isOrdinary(of) ? OF_ORDINARY : 1));
      } catch (EncoderException e) {
        failed++;
        if (failed > heard.size() / MOST_FAILED) {
          throw new IllegalArgumentException(
              "the encoder failed for %d of %d texts: %s"
                  .formatted(failed, heard.size(), e.getMessage()),
              e);
        }
      }
    }
    return samples;
  }

  private static boolean isOrdinary(StackedFit.Heard heard) {
    return heard.line().families().isEmpty();
  }

  private List<LearntEncoder.Row> rows(
      EncoderFolds.Fold fold, MaskedEncoder encoder, EncoderHead head) {
    SignEncoder asked = SignEncoder.of("that is tried", encoder, head);
    List<LearntEncoder.Row> rows = new ArrayList<>();
    for (int author : fold.authors()) {
      List<SignLine> lines =
          texts.authors().get(author).stream()
              .filter(line -> encoder.sheet().isFor(line.language()))
              .toList();
      long before = asked.use().asked();
      SignFigures with = figures(fold, lines, asked);
      long share = asked.use().asked() - before;
      rows.add(new LearntEncoder.Row(author, share, figures(fold, lines, null), with));
    }
    return rows;
  }

  private SignFigures figures(
      EncoderFolds.Fold fold, List<SignLine> lines, @Nullable SignEncoder encoder) {
    return SignFigures.of(fold.reader(texts.sampler(), threshold, encoder), lines, false);
  }
}
