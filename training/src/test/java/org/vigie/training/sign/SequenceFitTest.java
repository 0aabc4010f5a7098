package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.sign.SequenceModel;

class SequenceFitTest {
  private static final int FIRST = 11;
  private static final int SECOND = 12;

  @Test
  void learnsWhatOnlyTheOrderTells() {
    List<SignFit.Question> questions =
        List.of(new SignFit.Question("said", line -> true, SignLine::isSaid));
    SequenceFit fit = new SequenceFit(6, 1);
    SequenceModel model = fit.fit(questions, examples(3000, new Random(2)));

    List<SignFit.Example> others = examples(200, new Random(9));
    long right =
        others.stream().filter(e -> model.logOdds(e.steps())[0] > 0 == e.line().isSaid()).count();
    assertThat(right).isGreaterThan(190);
    assertThat(fit.fit(questions, examples(3000, new Random(2))).rows()).isEqualTo(model.rows());
  }

  /** One of two places comes first, among others that say nothing. */
  private static List<SignFit.Example> examples(int count, Random random) {
    List<SignFit.Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean said = random.nextBoolean();
      int[][] steps = new int[8][];
      for (int k = 0; k < steps.length; k++) {
        steps[k] = new int[] {20 + random.nextInt(5)};
      }
      int at = random.nextInt(7);
      steps[at] = new int[] {said ? FIRST : SECOND};
      steps[at + 1] = new int[] {said ? SECOND : FIRST};
      String line = (said ? "debt\tsaid" : "debt\tdenied") + "\toffer\tplain\ttext";
      examples.add(new SignFit.Example(SignLine.parse("en", line, "here"), new int[0], steps));
    }
    return examples;
  }
}
