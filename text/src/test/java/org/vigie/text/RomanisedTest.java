package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisedTest {
  @ParameterizedTest
  @CsvSource({
    "Паспорт, pasport",
    "διαβατήριο, diabaterio",
    "护照, hu zhao",
    "पासपोर्ट, pasaporta",
    "پاسپورت, paspwrt",
    "վիզա, viza",
    "Łódź, lodz"
  })
  void wordsOfAnyScriptAreReadInAscii(String written, String romanised) {
    assertThat(Romanised.of(written)).isEqualTo(romanised);
  }

  @Test
  void whatIsInAsciiOrHasNoLettersNeedsNoReading() {
    assertThat(Romanised.of("passport")).isEmpty();
    assertThat(Romanised.of("👮")).isEmpty();
  }
}
