package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhoSignsTest {
  @Test
  void cutsNoSurnameThatBeginsWithASmallWord() {
    assertThat(WhoSigns.bare("Da Silva", false)).isEqualTo("Da Silva");
    assertThat(WhoSigns.bare("von: Berg", false)).isEqualTo("Berg");
    assertThat(WhoSigns.bare("par Anne", true)).isEqualTo("Anne");
    assertThat(WhoSigns.bare("Posted by Ann", false)).isEqualTo("Ann");
  }
}
