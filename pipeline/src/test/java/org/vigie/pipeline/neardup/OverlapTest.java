package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlapTest {
  @Test
  void takesASharedFooterForBoilerplate() {
    assertThat(overlap(text("a", 50, "footer", 70), text("b", 50, "footer", 70)).isBoilerplate())
        .isTrue();
  }

  @Test
  void takesASharedPreambleForBoilerplate() {
    assertThat(overlap(text("top", 70, "a", 50), text("top", 70, "b", 50)).isBoilerplate())
        .isTrue();
  }

  @Test
  void takesAPreambleAndAFooterForBoilerplate() {
    assertThat(
            overlap(text("top", 35, "a", 50, "end", 35), text("top", 35, "b", 50, "end", 35))
                .isBoilerplate())
        .isTrue();
  }

  @Test
  void tellsBoilerplateThoughOneAdvertIsLittleElse() {
    List<String> footer = text("footer", 70);
    List<String> advert = text("b", 50, "footer", 70);

    assertThat(overlap(footer, advert).similarity())
        .isGreaterThan(NearDuplicateConfig.defaults().minSimilarity());
    assertThat(overlap(footer, advert).isBoilerplate()).isTrue();
  }

  @Test
  void takesATextWithOtherWordsHereAndThereForTheSameAdvert() {
    List<String> original = text("a", 120);
    List<String> rewritten = new ArrayList<>(original);
    for (int i = 3; i < rewritten.size(); i += 6) {
      rewritten.set(i, "other" + i);
    }

    assertThat(overlap(original, rewritten).isBoilerplate()).isFalse();
  }

  @Test
  void takesATextWithAnotherNamePlaceAndNumberForTheSameAdvert() {
    assertThat(overlap(text("x", 10, "a", 50), text("y", 10, "a", 50)).isBoilerplate()).isFalse();
  }

  @Test
  void judgesATextOfLessThanAStretchByItsSimilarityAlone() {
    assertThat(overlap(text("x", 10, "a", 10), text("y", 10, "a", 10)).isBoilerplate()).isFalse();
  }

  private static Overlap overlap(List<String> left, List<String> right) {
    return Overlap.of(sketch(left), sketch(right));
  }

  private static Sketch sketch(List<String> words) {
    return Sketch.of(Shingles.of(words, 2));
  }

  /** Returns runs of words that no other run has: a name and a length for each. */
  private static List<String> text(Object... runs) {
    List<String> words = new ArrayList<>();
    for (int run = 0; run < runs.length; run += 2) {
      String name = (String) runs[run];
      IntStream.range(0, (int) runs[run + 1]).forEach(i -> words.add(name + i));
    }
    return words;
  }
}
