package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "call +44 7700 900123",
        "(555) 010-0199 12",
        "06.39.98.12.34",
        "tel: 0639981234, evenings",
        "+1-555-0100"
      })
  void seesANumberHoweverItIsGrouped(String text) {
    assertThat(TelephoneShape.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-24 10:30",
        "24.11.2026 10",
        "a flat of 120 m2 for 1 200 000",
        "1,234,567,890 in all",
        "12345678901234567890",
        "rooms 12 and 14"
      })
  void takesNoDateAmountOrLongIdentifierForOne(String text) {
    assertThat(TelephoneShape.isIn(text)).isFalse();
  }
}
