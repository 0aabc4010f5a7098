package org.vigie.capture.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PriceMembersTest {
  private static String price(String members) throws JsonProcessingException {
    return PostParts.of(
            new ObjectMapper().readTree("{\"title\":\"Invented room\",%s}".formatted(members)))
        .parts()
        .getOrDefault(PostPart.PRICE, "");
  }

  @Test
  void readsHundredths() throws Exception {
    assertThat(price("\"priceInfo\":{\"priceCents\":2550,\"priceType\":\"FIXED\"}"))
        .isEqualTo("25.5");
    assertThat(price("\"price_cents\":120000,\"currency\":\"EUR\"")).isEqualTo("1200 EUR");
  }

  @Test
  void takesNoHundredthsForNoPrice() throws Exception {
    assertThat(price("\"priceInfo\":{\"priceCents\":0,\"priceType\":\"FAST_BID\"}")).isEmpty();
  }

  @Test
  void readsTheCurrencyThatANameTells() throws Exception {
    assertThat(price("\"price_eur\":250")).isEqualTo("250 EUR");
    assertThat(price("\"priceUSD\":\"19.90\"")).isEqualTo("19.90 USD");
    assertThat(price("\"price_all\":250")).isEmpty();
    assertThat(price("\"price_max\":250")).isEmpty();
  }

  @Test
  void readsHundredthsThatTwoCurrenciesCountInTexts() throws Exception {
    assertThat(price("\"price_byn\":\"150000\",\"price_usd\":\"46000\"")).isEqualTo("1500 BYN");
    assertThat(price("\"price_byn\":150000,\"price_usd\":46000")).isEqualTo("150000 BYN");
    assertThat(price("\"price_byn\":\"0\",\"price_usd\":\"0\"")).isEmpty();
  }

  @Test
  void readsThePriceThatIsAskedForInCash() throws Exception {
    assertThat(price("\"price\":{\"cashPrice\":{\"value\":50},\"financedPrice\":{\"value\":2}}"))
        .isEqualTo("50");
  }

  @Test
  void readsWhatAnObjectOfAttributesHoldsUnderItsName() throws Exception {
    assertThat(
            price(
                "\"features\":{\"/price\":{\"label\":\"Invented\",\"values\":[{\"key\":\"20\",\"value\":\"20 €\"}]}}"))
        .isEqualTo("20 €");
  }

  @Test
  void saysFromWhereToWhereThePricesOfVariantsReach() throws Exception {
    assertThat(
            price("\"variants\":[{\"price\":\"20.00\"},{\"price\":\"35.50\"},{\"price\":\"9\"}]"))
        .isEqualTo("9-35.50");
    assertThat(price("\"variants\":[{\"price\":\"20.00\"},{\"price\":\"20.00\"}]"))
        .isEqualTo("20.00");
  }
}
