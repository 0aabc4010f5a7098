package org.vigie.training.sign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.classifier.sign.SequenceModel;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.StackedInputs;

/**
 * What is learnt from examples.
 *
 * @param model weights of single features
 * @param sequence the network that reads their order
 */
record FittedSigns(SignModel model, SequenceModel sequence) {
  /** How often the network sees each text: with four times it fared no better. */
  private static final int EPOCHS = 3;

  private static final long SEED = 1;

  static FittedSigns of(List<SignFit.Example> examples) {
    SignModel model = SignFit.withDefaults().fit(SignQuestions.all(), examples);
    SequenceModel sequence = new SequenceFit(EPOCHS, SEED).fit(SignQuestions.ofTopics(), examples);
    return new FittedSigns(balanced(model, examples), sequence);
  }

  /**
   * Returns a model that asks half as much more of a kind of text as it has more examples: which
   * kinds authors wrote most of says little about what will be read.
   */
  private static SignModel balanced(SignModel model, List<SignFit.Example> examples) {
    Map<String, Long> counts =
        examples.stream()
            .filter(example -> !example.line().genre().isEmpty())
            .collect(Collectors.groupingBy(e -> e.line().genre(), Collectors.counting()));
    long all = counts.values().stream().mapToLong(count -> count).sum();
    float[] biases = model.biases().clone();
    counts.forEach((genre, count) ->
        biases[model.outcome("genre:" + genre)] -=
            (float) (0.5 * Math.log((count + 1.0) / (all - count + 1))));
    return model.withBiases(biases);
  }

  /** Returns what it says of a text. */
  StackedFit.Heard heard(SignFit.Example example, StackedInputs inputs) {
    int[] places = example.places().clone();
    Arrays.sort(places);
    return new StackedFit.Heard(
        example.line(), inputs.of(model.logOddsOf(places), sequence.logOdds(example.steps())));
  }
}
