package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "€ 1.200",
        "95 000 F Cfa",
        "280DT",
        "RM 1,800 – RM 2,100 per month",
        "60 000 〒",
        "4,200 บาท",
        "180 AZN",
        "from 12 €",
        "400 KM",
        "US$ 350",
        "7 500 kr"
      })
  void tellsAPriceThatIsSaidAlone(String price) {
    assertThat(PriceShape.isIn(price)).isTrue();
    assertThat(PriceShape.isAlone(price)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 rooms", "38 m²", "7 days ago", "Hace 5h", "No 300", "21/11/2026"})
  void tellsOtherNumbersFromPrices(String text) {
    assertThat(PriceShape.isIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"We pay € 12 an hour and give you a room with a view", ""})
  void tellsASentenceFromAPrice(String text) {
    assertThat(PriceShape.isAlone(text)).isFalse();
  }
}
