package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void isTheSameForTextsThatDifferInSpaceAlone() {
    assertThat(Wording.of("  Visits\n in \u2003Cork"))
        .isEqualTo(Wording.of("Visits in Cork "))
        .isNotEqualTo(Wording.of("Visits inCork"))
        .isNotEqualTo(Wording.of("Visits in Cork 2"));
    assertThat(Wording.of("")).isEqualTo(Wording.of(" \n"));
  }

  @Test
  void isSpreadOverTwoBytes() {
    int[] wordings = IntStream.range(0, 10_000).map(i -> Wording.of("text " + i)).toArray();

    assertThat(IntStream.of(wordings)).allMatch(wording -> wording >= 0 && wording < Wording.NONE);
    assertThat(IntStream.of(wordings).distinct().count()).isGreaterThan(9_000);
  }
}
