package org.vigie.search.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.IntsRef;
import org.junit.jupiter.api.Test;

/** Counting numbers that stand in rows, beside counting them by column. */
class FacetTableTest {
  @Test
  void countsAsAPlainLoopDoesHoweverLargeTheNumbers() {
    Random random = new Random(16);
    for (int largest : new int[] {1, 255, 65_535, 65_536, 200_000}) {
      int documents = 1 + random.nextInt(2_000);
      int[] first = numbers(random, documents, largest);
      int[] second = numbers(random, documents, 3);
      first[random.nextInt(documents)] = largest;
      int[] docs = random.ints(300, 0, documents).sorted().distinct().toArray();
      int[][] counts = {new int[largest + 1], new int[4]};
      int[][] expected = {new int[largest + 1], new int[4]};
      for (int doc : docs) {
        expected[0][first[doc]]++;
        expected[1][second[doc]]++;
      }

      FacetTable.of(List.of(first, second), documents)
          .count(new IntsRef(docs, 0, docs.length), counts);

      for (int column = 0; column < counts.length; column++) {
        // What has no value at all has no row, so nobody is told how many have none.
        counts[column][0] = 0;
        expected[column][0] = 0;
        assertThat(counts[column]).as("up to %d", largest).isEqualTo(expected[column]);
      }
    }
  }

  @Test
  void hasNoRowOfADocumentWithoutAnyNumber() {
    int[] counts = new int[2];
    FacetTable.of(List.of(new int[70]), 70)
        .count(new IntsRef(new int[] {0, 63, 69}, 0, 3), new int[][] {counts});
    assertThat(counts).containsExactly(0, 0);
  }

  private static int[] numbers(Random random, int documents, int largest) {
    int[] numbers = new int[documents];
    Arrays.setAll(numbers, doc -> random.nextInt(3) == 0 ? random.nextInt(largest + 1) : 0);
    return numbers;
  }
}
