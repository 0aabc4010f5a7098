package org.vigie.lab.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.lab.bench.stream.HeapQuarters.Sample;

class HeapQuartersTest {
  @Test
  void tellsTheMedianAndTheMostOfEachQuarter() {
    HeapQuarters quarters = quarters(100, 300, 200, 400, 410, 420, 430, 440);

    assertThat(quarters.rows())
        .containsExactly(
            List.of("quarter of the adverts", "collections", "median MiB", "most MiB"),
            List.of("1", "2", "300", "300"),
            List.of("2", "2", "400", "400"),
            List.of("3", "2", "420", "420"),
            List.of("4", "2", "440", "440"));
    assertThat(quarters.verdict()).endsWith("1.05 times: flat.");
  }

  @Test
  void saysThatAHeapIsNotFlatThatGrowsInTheLastQuarter() {
    assertThat(quarters(100, 200, 300, 500).verdict()).endsWith("1.67 times: not flat.");
  }

  @Test
  void saysThatThereIsTooLittleToCompare() {
    assertThat(new HeapQuarters(100, List.of(new Sample(10, 100))).verdict())
        .startsWith("Too few collections");
  }

  private static HeapQuarters quarters(long... mib) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < mib.length; i++) {
      samples.add(new Sample((i + 1) * 1_000L / mib.length, mib[i]));
    }
    return new HeapQuarters(1_000, samples);
  }
}
