package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class SignStepsTest {
  private static SignSampler sampler;

  @BeforeAll
  static void load() throws Exception {
    sampler = SignSampler.load(ModelsFolder.path());
  }

  private static SignSampler.Read read(String text, int... masked) {
    NormalizedText normalized = NormalizedText.of(text);
    BitSet bits = new BitSet();
    Arrays.stream(masked).forEach(bits::set);
    return sampler.read(normalized, Words.of(normalized), List.of("en"), bits);
  }

  private static int[][] steps(String text, int... masked) {
    SignSampler.Read read = read(text, masked);
    return sampler.steps(read, 0, read.sentences().size() - 1);
  }

  private static List<Integer> concepts(int[] step) {
    return Arrays.stream(step).filter(SignSteps::isConcept).boxed().toList();
  }

  @Test
  void aWordIsAStepAndSoIsTheEndOfASentence() {
    int[][] steps = steps("blue table near here. green chair");

    assertThat(steps).hasNumberOfRows(8);
    assertThat(concepts(steps[4])).isEqualTo(concepts(steps[7])).hasSize(1);
    assertThat(steps[0]).isNotEqualTo(steps[1]);
  }

  @Test
  void aLaterSentenceHasTheStepsThatItHasAlone() {
    SignSampler.Read read = read("The room is small. The boss keeps our passports.");

    assertThat(sampler.steps(read, 1, 1)).isEqualTo(steps("The boss keeps our passports."));
  }

  @Test
  void aQuestionEndsOtherwise() {
    int[] asked = steps("do they keep it?")[5];
    int[] said = steps("do they keep it.")[4];

    assertThat(concepts(asked)).containsAll(concepts(said)).hasSize(2);
  }

  @Test
  void nothingIsTakenOfAMaskedWord() {
    assertThat(steps("some martian workers", 1)[1]).isEmpty();
    assertThat(steps("some martian workers")[1]).isNotEmpty();
  }

  @Test
  void lettersWrittenTogetherAreReadToTheLast() {
    int[][] odd = steps("老板拿走了吗");
    int[][] even = steps("老板拿走了");

    assertThat(odd.length + even.length).isEqualTo(3 + 1 + 2 + 1);
    assertThat(even[1].length).isGreaterThan(odd[1].length - 3);
    assertThat(Arrays.equals(steps("老板拿走啊")[1], even[1])).isFalse();
  }

  @Test
  void aTextWithoutWordsIsOneEmptyStepAndALongOneIsCut() {
    assertThat(steps("...")).isDeepEqualTo(new int[1][0]);
    assertThat(steps("word ".repeat(5000)).length).isLessThan(200);
    assertThat(SignSteps.fits(read("word ".repeat(5000)))).isFalse();
    assertThat(SignSteps.fits(read("a short text"))).isTrue();
  }
}
