package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescriptionLengthTest {
  private static final double EXACT = 1e-9;

  @Test
  void reckonsWordsByTheVocabularyAndNumbersByTheUniversalCode() {
    // 8 words of 17 bits each, and 8 itself as 2 lg 8 + 1.
    assertThat(DescriptionLength.ofText(8)).isCloseTo(8 * 17 + 7, within(EXACT));
    assertThat(DescriptionLength.ofText(1)).isCloseTo(17 + 1, within(EXACT));
    assertThat(DescriptionLength.ofText(0)).isCloseTo(1, within(EXACT));
  }

  @Test
  void reckonsASlotByItsPlaceAndByWhatFillsIt() {
    // Each place among 7 words is one of 8: three bits, as is the number of slots.
    assertThat(DescriptionLength.ofTemplate(7, 2) - DescriptionLength.ofText(7))
        .isCloseTo(3 * 3, within(EXACT));
    assertThat(DescriptionLength.ofSlot(0)).isCloseTo(1, within(EXACT));
    assertThat(DescriptionLength.ofSlot(2)).isCloseTo(1 + 2 * 17 + 3, within(EXACT));
  }

  @Test
  void savesMoreTheMoreAdvertsBearTheTemplate() {
    DescriptionLength length = new DescriptionLength(1_000, 100, 1_000);

    assertThat(length.saved(1)).isZero();
    assertThat(length.saved(2)).isCloseTo(0.4, within(EXACT));
    assertThat(length.saved(10)).isCloseTo(0.8, within(EXACT));
    assertThat(length.saved(1_000_000)).isCloseTo(0.9, within(1e-5));
  }

  @Test
  void savesNothingOfWhatIsNotKnown() {
    assertThat(DescriptionLength.none().saved(5)).isZero();
    assertThat(Template.empty().length()).isEqualTo(DescriptionLength.none());
  }
}
