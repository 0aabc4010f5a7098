package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackedModelTest {
  /** Two inputs, two hidden units, two outcomes; the last weight of a row is its bias. */
  private static final StackedModel MODEL =
      new StackedModel(
          List.of("said", "genre:offer"),
          new float[][] {{1, -1, 0.5f}, {-2, 0, 1}},
          new float[][] {{2, 3, -1}, {0, -1, 0.25f}});

  @TempDir Path folder;

  @Test
  void addsUpWhatHiddenUnitsAnswerAboveZero() {
    // The first unit answers 3 - 1 + .5, the second would answer -5 and so answers 0.
    assertThat(MODEL.logOdds(new float[] {3, 1})).containsExactly(4, 0.25f);
    // The first would answer -3.5 and so answers 0, the second 3.
    assertThat(MODEL.logOdds(new float[] {-1, 3})).containsExactly(8, -2.75f);
    assertThat(MODEL.outcome("genre:offer")).isOne();
    assertThat(MODEL.outcome("genre:news")).isNegative();
  }

  @Test
  void saysTheSameAfterItWasWritten() throws IOException {
    MODEL.write(folder);

    StackedModel read = StackedModel.read(folder);

    assertThat(read.outcomes()).isEqualTo(MODEL.outcomes());
    assertThat(read.inputs()).isEqualTo(2);
    float[] inputs = {0.3f, -0.7f};
    assertThat(read.logOdds(inputs)).containsExactly(MODEL.logOdds(inputs));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "{}",
        "{\"outcomes\":[\"said\"],\"hidden\":[[1,2]],\"out\":[]}",
        "{\"outcomes\":[\"said\"],\"hidden\":[[1,2],[1]],\"out\":[[1,1,1]]}",
        "{\"outcomes\":[\"said\"],\"hidden\":[[1,2]],\"out\":[[1]]}",
        "{\"outcomes\":[\"said\"],\"hidden\":[[1,\"x\"]],\"out\":[[1,1]]}",
        "{\"outcomes\":[\"said\"],\"hidden\":[[1,1e99]],\"out\":[[1,1]]}"
      })
  void namesAFileThatIsNone(String content) throws IOException {
    Path file = Files.writeString(folder.resolve(StackedModel.FILE), content);

    assertThatThrownBy(() -> StackedModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void hearsTheTwoLikeliestFamiliesAndAllElseThatBothModelsTell() {
    List<String> outcomes = List.of("family:debt", "family:wages", "said", "genre:news");
    StackedInputs inputs = new StackedInputs(weights(outcomes), sequence(outcomes));

    float[] heard = inputs.of(new float[] {-3, 2, 40, 1}, new float[] {0.5f, -1, -0.25f, -40});

    // Log-odds beyond 12 say no more.
    assertThat(heard).containsExactly(2, -3, 0.5f, 12, 1, -0.25f, -12);
    assertThat(inputs.size()).isEqualTo(heard.length);
  }

  @Test
  void leavesOutWhatOneModelAloneTells() {
    StackedInputs inputs =
        new StackedInputs(
            weights(List.of("said", "stance:asked", "family:debt")),
            sequence(List.of("family:debt", "said")));

    assertThat(inputs.of(new float[] {1, 9, 2}, new float[] {3, 4}))
        .containsExactly(2, -12, 3, 1, 4);
  }

  private static SignModel weights(List<String> outcomes) {
    int count = outcomes.size();
    float[] each = new float[count];
    List<float[]> columns = outcomes.stream().map(name -> new float[0]).toList();
    return SignModel.of(
        outcomes, PlaceIndex.of(new int[SignFeatures.SIZE], 1), columns, each, each);
  }

  private static SequenceModel sequence(List<String> outcomes) {
    float[] table = new float[SignSteps.PLACES * SequenceLayers.WIDTH];
    return SequenceModel.of(outcomes, table, new SequenceLayers(outcomes.size()));
  }
}
