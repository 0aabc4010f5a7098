package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignSampler;
import org.vigie.classifier.sign.StackedInputs;
import org.vigie.classifier.sign.StackedModel;

/**
 * Models of signs each of which has not seen a sentence of a few authors, whom it is asked about.
 */
final class SignFolds {
  /** At most so many authors are left out together: one at a time takes three times as long. */
  private static final int LEFT_OUT = 3;

  /** Two models are learnt at once where the heap has so many bytes. */
  private static final long TWO_AT_ONCE = 3L << 30;

  private static final long SEED = 1;

  private final SignSampler sampler;
  private final List<List<SignLine>> authors;
  private final List<List<SignFit.Example>> said;
  private final List<List<SignFit.Example>> ordinary;
  private List<Apart> unseen = List.of();

  /**
   * @param authors the texts of each author
   * @param said what is learnt from each author's texts
   * @param ordinary an equal share of ordinary texts for each author
   */
  SignFolds(
      SignSampler sampler,
      List<List<SignLine>> authors,
      List<List<SignFit.Example>> said,
      List<List<SignFit.Example>> ordinary) {
    this.sampler = sampler;
    this.authors = authors;
    this.said = said;
    this.ordinary = ordinary;
  }

  /** Returns what is learnt from all authors. */
  FittedSigns ofAll() {
    return fit(author -> false);
  }

  /** Returns the model that hears the others, as it learnt from what they say of unseen authors. */
  StackedModel stacked() {
    return StackedFit.fit(heard(null), SEED);
  }

  /** Returns what is learnt from authors, with their shares of ordinary texts, but some. */
  private FittedSigns fit(IntPredicate but) {
    List<SignFit.Example> examples = new ArrayList<>();
    for (int author = 0; author < said.size(); author++) {
      if (!but.test(author)) {
        examples.addAll(said.get(author));
        examples.addAll(ordinary.get(author));
      }
    }
    return FittedSigns.of(examples);
  }

  /**
   * What is learnt from all authors but some.
   *
   * @param authors those that are left out
   * @param fitted what is learnt
   * @param heard what that says of their texts, and of their shares of the ordinary ones
   */
  private record Apart(List<Integer> authors, FittedSigns fitted, List<StackedFit.Heard> heard) {}

  /**
   * Learns from all but each few authors, who are left out together.
   *
   * @param progress is told what is done next, by several threads
   */
  void learn(Consumer<String> progress) {
    int folds = Math.max(2, Math.ceilDiv(authors.size(), LEFT_OUT));
    int leftOut = Math.ceilDiv(authors.size(), folds);
    unseen =
        forEach(
            folds,
            fold -> {
              List<Integer> out =
                  IntStream.range(fold * leftOut, Math.min((fold + 1) * leftOut, authors.size()))
                      .boxed()
                      .toList();
              progress.accept(
                  "learning from all authors but a few (%d of %d)".formatted(fold + 1, folds));
              FittedSigns fitted = fit(out::contains);
              StackedInputs inputs = new StackedInputs(fitted.model(), fitted.sequence());
              List<StackedFit.Heard> heard =
                  out.stream()
                      .flatMap(author ->
                          Stream.concat(said.get(author).stream(), ordinary.get(author).stream()))
                      .filter(example -> example.steps().length > 0)
                      .map(example -> fitted.heard(example, inputs))
                      .toList();
              return new Apart(out, fitted, heard);
            });
  }

  /**
   * Returns what was heard of the texts of all authors, but of those of some, if they are named.
   */
  private List<StackedFit.Heard> heard(@Nullable Apart but) {
    return unseen.stream()
        .filter(apart -> apart != but)
        .flatMap(apart -> apart.heard().stream())
        .toList();
  }

  /**
   * Returns how models fare on each author, of whom they have not seen a sentence; they must have
   * learnt.
   *
   * @param believing makes of a model one that believes as it is to be measured
   */
  List<SignFigures> read(UnaryOperator<SignModel> believing) {
    return forEach(
            unseen.size(),
            fold -> {
              Apart apart = unseen.get(fold);
              SignReader reader =
                  SignReader.of(
                      sampler,
                      believing.apply(apart.fitted().model()),
                      apart.fitted().sequence(),
                      StackedFit.fit(heard(apart), SEED));
              return apart.authors().stream()
                  .map(author -> SignFigures.of(reader, authors.get(author), false))
                  .toList();
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static <T> List<T> forEach(int count, IntFunction<T> task) {
    int together = Runtime.getRuntime().maxMemory() < TWO_AT_ONCE ? 1 : 2;
    try (ForkJoinPool pool = new ForkJoinPool(together)) {
      return pool.submit(() -> IntStream.range(0, count).parallel().mapToObj(task).toList()).join();
    }
  }
}
