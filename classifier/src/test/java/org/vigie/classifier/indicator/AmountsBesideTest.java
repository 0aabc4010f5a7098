package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Verbs of paying that are a fee of the worker's only with an amount beside them. */
class AmountsBesideTest {
  private static IndicatorFinder finder;
  private static QuantityFinder quantities;

  @BeforeAll
  static void load() throws IOException {
    finder = IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    quantities = QuantityFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Before you travel you pay 300 euro | true",
        "en | 300 euro for the bus is deducted | true",
        "en | you have to pay for the papers 250 \u20AC | true",
        "en | you must pay attention to detail, 15 \u20AC an hour | false",
        "en | We give 300 euro. Tax is deducted | false",
        "en | you never have to pay 300 euro | false",
        "en | you pay nothing | false",
        "en | what we have for you Pay rate between $16 / hour | false",
        "en | 2 euro an hour is deducted | true",
        "en | you pay 300 euro a month | true",
        "fr | vous devez payer 200 \u20AC avant le d\u00E9part | true",
        "de | 200 Euro werden abgezogen | true",
        "es | hay que pagar 200 euros | true",
        "uk | \u043F\u043E\u0442\u0440\u0456\u0431\u043D\u043E \u0441\u043F\u043B\u0430\u0442\u0438\u0442\u0438 5000 \u0433\u0440\u043D | true"
      })
  void areAFeeOnlyInOneClauseWithAnAmount(String language, String text, boolean fee) {
    Advert advert = Advert.builder(Channel.FILE, "example.org", Instant.EPOCH).body(text).build();
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);

    List<Indicator> found =
        finder.find(
            advert,
            normalized,
            words,
            List.of(),
            quantities.find(normalized, words, language, "", List.of()).alone());

    assertThat(found.stream().anyMatch(i -> i.id().equals("RC-06"))).isEqualTo(fee);
  }
}
