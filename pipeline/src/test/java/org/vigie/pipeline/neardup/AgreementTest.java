package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Map<String, String> TRUTH =
      Map.of("1", "a", "2", "a", "3", "a", "4", "b", "5", "b", "6", "b");

  @Test
  void isOneWhereThePartsAreTheSameUnderOtherNames() {
    Map<String, String> found = Map.of("1", "x", "2", "x", "3", "x", "4", "y", "5", "y", "6", "y");

    assertThat(Agreement.of(TRUTH, found)).isEqualTo(new Agreement(1, 1, 1));
  }

  @Test
  void countsWhatIsTornApartAndWhatIsMixed() {
    Map<String, String> found = Map.of("1", "x", "2", "x", "3", "y", "4", "y", "5", "z", "6", "z");

    Agreement agreement = Agreement.of(TRUTH, found);

    // 2 pairs agree; 6 * 3 / 15 = 1.2 are expected to; (6 + 3) / 2 = 4.5 are the most.
    assertThat(agreement.adjustedRand()).isCloseTo(0.8 / 3.3, within(1e-9));
    assertThat(agreement.precision()).isCloseTo(5.0 / 6, within(1e-9));
    assertThat(agreement.recall()).isCloseTo(5.0 / 9, within(1e-9));
  }
}
