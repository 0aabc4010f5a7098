package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bias",
        "letters:port",
        "word:a",
        "word:<number>",
        "run:of a",
        "part:benefits: word:to",
        "form:length 3 of benefits",
        "form:parts + - +"
      })
  void thatNobodyCanCheckIsNoReason(String name) {
    assertThat(Feature.canBeChecked(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word:passport",
        "word:護照",
        "word:عمل",
        "word:여권",
        "run:wages of",
        "part:benefits: run:a room",
        "indicator:RC-07",
        "contacts:none",
        "style:capitals",
        "structure:no company profile",
        "voice:firm"
      })
  void thatAPersonFindsInTheAdvertIsOne(String name) {
    assertThat(Feature.canBeChecked(name)).isTrue();
  }
}
