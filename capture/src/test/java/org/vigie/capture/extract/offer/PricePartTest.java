package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.ShownDates;

class PricePartTest {
  private static final Predicate<String> DATES = ShownDates.of("en", List.of())::isAlone;

  private static String price(String html) {
    Element item = Jsoup.parseBodyFragment(html).body();
    return PricePart.of(item, item.text().strip(), DATES);
  }

  @Test
  void takesTheElementThatSaysAPriceAndNoMore() {
    assertThat(price("<span>Lyon</span> <b>€ 20</b> <i>1 March 2026</i>")).isEqualTo("€ 20");
    assertThat(price("<i>2 March 2026</i> <b>from € 1 200 a month</b> <u>Lyon</u>"))
        .isEqualTo("from € 1 200 a month");
  }

  @Test
  void takesThePartOfALineBetweenDots() {
    assertThat(price("Lyon · 20.00 EUR · 3 March 2026")).isEqualTo("20.00 EUR");
  }

  @Test
  void takesTheAmountFromALineThatSaysADayBeside() {
    assertThat(price("€ 1 200 1 March 2026")).isEqualTo("€ 1 200");
    assertThat(price("20,50 € 01.03.2026")).isEqualTo("20,50 €");
  }

  @Test
  void leavesALineOfOnePriceOrOfTwoWhole() {
    assertThat(price("from € 20 a day")).isEqualTo("from € 20 a day");
    assertThat(price("€ 20 – € 30")).isEqualTo("€ 20 – € 30");
    assertThat(price("<b>€ 20</b> <b>€ 30</b>")).isEqualTo("€ 20 € 30");
  }

  @Test
  void givesCardsThePriceWithoutTheirPlaceAndDay() {
    String card =
        "<div class=ad><h3><a href=/%1$s>Cook %1$s wanted</a></h3><p>Two hands for the kitchen of a house by the"
            + " lake, each day but Sunday.</p><span>Mill %1$s</span> <b>€ 2%1$s</b> <i>%1$s March 2026</i></div>";
    StringBuilder cards = new StringBuilder("<h1>Work</h1>");
    for (String number : List.of("1", "2", "3")) {
      cards.append(card.replace("%1$s", number));
    }

    assertThat(Answer.html("https://valley.example.org/", cards.toString()).extract().adverts())
        .extracting((Advert advert) -> advert.fields().get("price"))
        .containsExactly("€ 21", "€ 22", "€ 23");
  }
}
