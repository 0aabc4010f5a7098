package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeometricNoiseTest {
  private static final int DRAWS = 200_000;

  @Test
  void comesAsOftenAsTheFormulaSays() {
    for (long[] scale : new long[][] {{1, 1}, {5, 1}, {1000, 700}, {1, 3}}) {
      GeometricNoise noise = new GeometricNoise(new Random(42), scale[0], scale[1]);
      Map<Long, Integer> seen = new HashMap<>();
      for (int i = 0; i < DRAWS; i++) {
        seen.merge(noise.next(), 1, Integer::sum);
      }
      double a = Math.exp(-(double) scale[1] / scale[0]);
      for (long n = -3; n <= 3; n++) {
        double expected = (1 - a) / (1 + a) * Math.pow(a, Math.abs(n));
        double deviation = Math.sqrt(expected * (1 - expected) / DRAWS);
        assertThat((double) seen.getOrDefault(n, 0) / DRAWS)
            .as("%d at scale %d/%d", n, scale[0], scale[1])
            .isCloseTo(expected, within(4.5 * deviation + 1e-9));
      }
    }
  }

  @Test
  void makesOneGroupMoreOrLessNoLikelierThanEpsilonAllows() {
    GeometricNoise noise = new GeometricNoise(new Random(7), 2, 1);
    int[] without = new int[41];
    int[] with = new int[41];
    for (int i = 0; i < DRAWS; i++) {
      without[Math.clamp(noise.next() + 20, 0, 40)]++;
      with[Math.clamp(noise.next() + 21, 0, 40)]++;
    }
    for (int i = 14; i < 27; i++) {
      double ratio = (double) with[i] / without[i];
      assertThat(ratio)
          .as("outcome %d", i - 20)
          .isBetween(Math.exp(-0.5) * 0.9, Math.exp(0.5) * 1.1);
    }
  }

  @Test
  void knowsHowFarNoiseAloneSeldomGoes() {
    GeometricNoise noise = new GeometricNoise(new Random(3), 5, 1);
    long floor = noise.rarerThanOnceIn(1_000);
    int beyond = 0;
    for (int i = 0; i < DRAWS; i++) {
      beyond += noise.next() >= floor ? 1 : 0;
    }
    assertThat(beyond).isBetween(DRAWS / 1_000 / 2, DRAWS / 1_000 + 50);
  }

  @Test
  void hasAScale() {
    assertThatThrownBy(() -> new GeometricNoise(new Random(), 0, 1))
        .hasMessageContaining("numerator must be from 1 to 2^31");
  }
}
