package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** What a page says beside what it lists. Pages are invented. */
class ListingTextTest {
  private static final String PROSE =
      IntStream.range(0, 8)
          .mapToObj(
              "<p>Pot %d is turned by hand from the clay of an invented valley and fired for three days.</p>"
                  ::formatted)
          .collect(Collectors.joining());

  private static final String ITEM =
      "<li class=p><a href='/p/%1$d'>Pot %1$d</a><i>Clay of the valley, glazed twice</i><b>%1$d.00 EUR</b></li>";

  private static String items(int count, String item) {
    return IntStream.range(10, 10 + count).mapToObj(item::formatted).collect(Collectors.joining());
  }

  private static List<Advert> adverts(String body) {
    return Answer.html("https://shop.example.org/pots", "<html lang=en>" + body)
        .extract()
        .adverts();
  }

  @Test
  void makesNoThirdAdvertOfTwoDeclaredOnesThatThePageTellsAgain() {
    String declared =
        """
        {"@type": "Product", "name": "Pot 1", "description": "Ring +44 7700 900318", "offers": {"@type": "Offer", "price": "12"}},
        {"@type": "Product", "name": "Pot 2", "description": "Ring +44 7700 900319", "offers": {"@type": "Offer", "price": "14"}}
        """;
    String told = PROSE + "<p>Pot 1: ring +44 7700 900318</p><p>Pot 2: ring +44 7700 900319</p>";
    List<Advert> adverts =
        adverts(
            "<head><title>Pots</title><script type='application/ld+json'>[%s]</script></head><body><h1>Pots</h1>%s"
                .formatted(declared, told));

    assertThat(adverts).extracting(Advert::title).containsExactly("Pot 1", "Pot 2");
  }

  @Test
  void readsPricedItemsBelowAParagraphThatIntroducesThem() {
    String intro =
        "<p>Pots bring the colour of the hills into a room at any time of the year, and each of ours is turned"
            + " by hand, glazed by hand and fired in the old kiln behind the mill.</p>";
    List<Advert> adverts = adverts("<body><h1>Pots</h1>" + intro + "<ul>" + items(20, ITEM));

    assertThat(adverts).hasSize(21);
    assertThat(adverts.getFirst().body()).contains("the colour of the hills");
    assertThat(adverts.get(1).title()).isEqualTo("Pot 10");
  }

  @Test
  void keepsToTheOneAdvertThatOthersStandBelow() {
    String own =
        "<p>One pot, used for a year and sold since we move to the hills, where the kitchen has no room for it,"
            + " to be fetched in Testham before the end of May: +44 7700 900318.</p>";

    assertThat(adverts("<body><h1>Pot</h1>" + own + "<ul>" + items(20, ITEM))).hasSize(1);
  }

  @Test
  void keepsToTheOneAdvertWhoseLinkReachesSomebodyAboveOthersOfItsKind() {
    String own =
        "<p>One pot, used for a year and sold since we move to the hills, where the kitchen has no room for it,"
            + " to be fetched in Testham before the end of May.</p><a href='tel:+447700900318'>Ring us</a>";

    List<Advert> adverts = adverts("<body><h1>Pot</h1>" + own + "<ul>" + items(20, ITEM));

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().fields()).containsEntry("telephone", "+447700900318");
  }

  @Test
  void keepsToTheOneAdvertWithAPriceOfItsOwnAboveOthersOfItsKind() {
    String own =
        "<p>One pot, used for a year and sold since we move to the hills, where the kitchen has no room for it,"
            + " to be fetched in Testham before the end of May.</p><p>12 EUR</p>";

    assertThat(adverts("<body><h1>Pot</h1>" + own + "<ul>" + items(20, ITEM))).hasSize(1);
  }
}
