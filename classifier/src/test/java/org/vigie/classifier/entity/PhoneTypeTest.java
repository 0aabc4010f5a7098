package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of lines; the numbers are libphonenumber's own examples for a type. */
class PhoneTypeTest {
  @ParameterizedTest
  @CsvSource({
    "+447400123456, mobile",
    "+441212345678, fixed",
    "+448001234567, free",
    "+449012345678, premium",
    "+491806123456, shared cost",
    "+445612345678, voip",
    "+447012345678, personal",
    "+12015550123, fixed or mobile",
    "+33612345678, mobile",
    "+33123456789, fixed",
    "+33891123456, premium",
    "+999, unknown",
    "'', unknown"
  })
  void tellsWhatALineIsByItsPlan(String e164, String label) {
    assertThat(PhoneType.of(e164).label()).isEqualTo(label);
  }
}
