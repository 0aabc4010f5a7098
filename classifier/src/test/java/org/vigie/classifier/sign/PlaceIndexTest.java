package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlaceIndexTest {
  private static final int LEAST = 3;

  @Test
  void numbersThePlacesThatEnoughExamplesHaveInAscendingOrder() {
    int[] counts = new int[SignFeatures.SIZE];
    TreeSet<Integer> enough = new TreeSet<>();
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      int place = random.nextInt(SignFeatures.SIZE);
      counts[place] = 1 + random.nextInt(2 * LEAST);
      if (counts[place] >= LEAST) {
        enough.add(place);
      } else {
        enough.remove(place);
      }
    }
    counts[0] = LEAST;
    counts[SignFeatures.SIZE - 1] = LEAST;
    enough.addAll(List.of(0, SignFeatures.SIZE - 1));

    PlaceIndex index = PlaceIndex.of(counts, LEAST);

    assertThat(index.size()).isEqualTo(enough.size());
    int number = 0;
    for (int place = 0; place < SignFeatures.SIZE; place++) {
      assertThat(index.number(place)).isEqualTo(enough.contains(place) ? number++ : -1);
    }
    assertThat(index.before(SignFeatures.WORDS_FROM))
        .isEqualTo(enough.headSet(SignFeatures.WORDS_FROM).size());
  }

  @Test
  void isTheSameAfterItsBitsWereWritten() {
    int[] counts = new int[SignFeatures.SIZE];
    new Random(8).ints(1000, 0, SignFeatures.SIZE).forEach(place -> counts[place] = LEAST);
    PlaceIndex index = PlaceIndex.of(counts, LEAST);

    PlaceIndex again = PlaceIndex.ofBits(index.bits());

    assertThat(again.size()).isEqualTo(index.size());
    for (int place = 0; place < SignFeatures.SIZE; place++) {
      assertThat(again.number(place)).isEqualTo(index.number(place));
    }
  }

  @Test
  void refusesBitsOfAnotherNumberOfPlaces() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceIndex.ofBits(new long[3]))
        .withMessageContaining("but there are 3");
  }
}
