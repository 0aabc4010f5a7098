package org.vigie.lab.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void tellsWhatAShareOfAllDontExceed() {
    List<Duration> all =
        IntStream.rangeClosed(1, 200).mapToObj(i -> Duration.ofMillis(201 - i)).toList();

    assertThat(new Latencies(all).row("rule"))
        .containsExactly("rule", "200", "100", "180", "198", "200");
    assertThat(new Latencies(List.of(Duration.ofSeconds(2))).percentile(0.99))
        .isEqualTo(Duration.ofSeconds(2));
  }
}
