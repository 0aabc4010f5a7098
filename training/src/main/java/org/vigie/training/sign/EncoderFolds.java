package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignSampler;
import org.vigie.classifier.sign.StackedInputs;
import org.vigie.classifier.sign.StackedModel;

/**
 * Models of signs that have not read a share of the authors, and what they say of these: an encoder
 * is to learn where models err on texts that are new to them.
 *
 * @param all the shares
 */
record EncoderFolds(List<Fold> all) {
  /** Authors are left out a third at a time. */
  static final int COUNT = 3;

  private static final long SEED = 1;

  EncoderFolds {
    all = List.copyOf(all);
  }

  /**
   * A share of the authors, and what was learnt from all others.
   *
   * @param authors their places in {@link SignCorpus#AUTHORS}
   * @param fitted the models
   * @param heard what these say of the texts of the share
   * @param stacked what hears the models, and has not heard them of the share
   */
  record Fold(
      List<Integer> authors,
      FittedSigns fitted,
      List<StackedFit.Heard> heard,
      StackedModel stacked) {
    /** Returns the log-odds that a text says a sign. */
    float says(StackedFit.Heard text) {
      return stacked.logOdds(text.inputs())[stacked.outcome("said")];
    }

    /** Returns a reader that has not read the authors. */
    SignReader reader(SignSampler sampler, float threshold, @Nullable SignEncoder encoder) {
      return SignReader.of(
          sampler, fitted.model().believedFrom(threshold), fitted.sequence(), stacked, encoder);
    }
  }

  /** Learns once for each share of the authors, from those of the others. */
  static EncoderFolds of(SignTraining texts, Consumer<String> progress) {
    List<List<SignFit.Example>> said = texts.authors().stream().map(texts::examples).toList();
    List<List<SignFit.Example>> ordinary =
        SignTraining.shares(texts.examples(texts.background()), COUNT);
    return of(
        said,
        ordinary,
        fold -> {
          progress.accept(
              "learning from all but a share of the authors (%d of %d)".formatted(fold + 1, COUNT));
          return FittedSigns.of(examples(said, ordinary, other -> other != fold));
        });
  }

  /** What is learnt from all shares but one. */
  @FunctionalInterface
  interface Learner {
    FittedSigns fitted(int fold);
  }

  /** Returns the shares by what a learner learns from the others. */
  static EncoderFolds of(
      List<List<SignFit.Example>> said, List<List<SignFit.Example>> ordinary, Learner learner) {
    List<FittedSigns> fitted = IntStream.range(0, COUNT).mapToObj(learner::fitted).toList();
    List<List<StackedFit.Heard>> heard =
        IntStream.range(0, COUNT)
            .mapToObj(
                fold -> heard(fitted.get(fold), examples(said, ordinary, other -> other == fold)))
            .toList();
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < COUNT; fold++) {
      List<StackedFit.Heard> others = new ArrayList<>();
      for (int other = 0; other < COUNT; other++) {
        others.addAll(other == fold ? List.of() : heard.get(other));
      }
      folds.add(
          new Fold(
              authors(said.size(), fold),
              fitted.get(fold),
              heard.get(fold),
              StackedFit.fit(others, SEED)));
    }
    return new EncoderFolds(folds);
  }

  private static List<Integer> authors(int count, int fold) {
    return IntStream.range(0, count).filter(author -> author % COUNT == fold).boxed().toList();
  }

  private static List<SignFit.Example> examples(
      List<List<SignFit.Example>> said, List<List<SignFit.Example>> ordinary, IntPredicate folds) {
    List<SignFit.Example> examples = new ArrayList<>();
    for (int fold = 0; fold < COUNT; fold++) {
      if (folds.test(fold)) {
        authors(said.size(), fold).forEach(author -> examples.addAll(said.get(author)));
        examples.addAll(ordinary.get(fold));
      }
    }
    return examples;
  }

  private static List<StackedFit.Heard> heard(FittedSigns fitted, List<SignFit.Example> examples) {
    StackedInputs inputs = new StackedInputs(fitted.model(), fitted.sequence());
    return examples.stream()
        .filter(example -> example.steps().length > 0)
        .map(example -> fitted.heard(example, inputs))
        .toList();
  }
}
