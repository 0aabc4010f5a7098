package org.vigie.web.pages.advert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndisguisedTest {
  @ParameterizedTest
  @CsvSource({
    "p\u0430ssport kept, passport kept",
    "p\u200Bassport, passport",
    "p4ssp0rt, passport",
    "f e e s, fees",
    "pass\uFF50ort, passport"
  })
  void readsWhatADisguiseHides(String written, String meant) {
    assertThat(Undisguised.find(written)).contains(meant);
  }

  @Test
  void findsNoneInPlainWordsOfAnyScript() {
    for (String plain : new String[] {"Passport kept", "робота", "عمل", "Orléans", ""}) {
      assertThat(Undisguised.find(plain)).as(plain).isEmpty();
    }
  }
}
