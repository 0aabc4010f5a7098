package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class ShopGoodsTest {
  private static final String SUMMARY = "A table of oak for six.";

  private static final String SECTIONS =
      IntStream.range(0, 20)
          .mapToObj(
              "<p>Its board %d is planed by hand in an invented village by the sea.</p>"::formatted)
          .collect(Collectors.joining());

  private static List<Advert> adverts(String declared, String body) {
    String html =
        """
        <html><head><title>Table</title><script type="application/ld+json">
        {"@type": "Product", "name": "Table", "description": "%s"%s}</script></head>
        <body><h1>Table</h1>%s</body></html>
        """
            .formatted(SUMMARY, declared, body);
    return Answer.html("https://shop.example.org/table", html).extract().adverts();
  }

  @Test
  void readsAllThatAShopSaysOfGoodsWhichItSumsUp() {
    String brand = ", \"brand\": {\"@type\": \"Brand\", \"name\": \"Oak\"}";
    String body = adverts(brand, SECTIONS).getFirst().body();

    assertThat(body).startsWith(SUMMARY).contains("planed by hand");
  }

  @Test
  void keepsToTheDescriptionOfWhatAPersonOffers() {
    assertThat(adverts("", SECTIONS).getFirst().body()).isEqualTo(SUMMARY);
  }

  @Test
  void keepsToADescriptionThatIsMostOfWhatAShopSays() {
    String body = adverts(", \"mpn\": \"17\"", "<p>Ships in three days.</p>").getFirst().body();

    assertThat(body).isEqualTo(SUMMARY);
  }

  @Test
  void readsWhatAShopSaysBelowADescriptionThatItsPageRepeats() {
    String below = "<p>A table of oak for six.</p><p>Ninety by two hundred centimetres, oiled.</p>";

    assertThat(adverts(", \"mpn\": \"17\"", below).getFirst().body())
        .contains(SUMMARY, "Ninety by two hundred");
    assertThat(adverts("", below).getFirst().body()).isEqualTo(SUMMARY);
  }

  private static final String CART = "<form action='/cart/add'><button>Take it</button></form>";

  @Test
  void readsWhatStandsBesideACartBelowADescriptionThatItsPageRepeats() {
    String below = "<p>A table of oak for six.</p><p>Ninety by two hundred centimetres, oiled.</p>";

    assertThat(adverts("", below + CART).getFirst().body())
        .contains(SUMMARY, "Ninety by two hundred");
  }

  @Test
  void keepsToTheDescriptionOfWhatIsSoldBesideACartWhereThePageReachesOthers() {
    String below = "<p>A table of oak for six.</p><p>Ann has more of them: +44 7700 900319</p>";

    assertThat(adverts("", below + CART).getFirst().body()).isEqualTo(SUMMARY);
  }

  @Test
  void keepsToADescriptionOfAFewWordsBesideACart() {
    String html =
        """
        <html><head><title>Honey</title><script type="application/ld+json">
        {"@type": "Product", "name": "Honey", "description": "Fresh honey"}</script></head>
        <body><h1>Honey</h1><p>Fresh honey</p>%s
        <p>A buyer writes: the boss takes no fee and kept my parcel well.</p></body></html>
        """;

    assertThat(
            Answer.html("https://shop.example.org/honey", html.formatted(CART)).onlyAdvert().body())
        .isEqualTo("Fresh honey");
  }

  private static String withTail(String tail) {
    String html =
        """
        <html><head><title>Table</title><script type="application/ld+json">
        {"@type": "Product", "name": "Table", "mpn": "17",
         "description": "A table of oak for six people, oiled twice in an invented village.%s"}</script></head>
        <body><h1>Table</h1><p>A table of oak for six people, oiled twice in an invented village.</p>
        <p>Ninety by two hundred centimetres, and as heavy as it looks.</p></body></html>
        """;
    return Answer.html("https://shop.example.org/table", html.formatted(tail)).onlyAdvert().body();
  }

  @Test
  void keepsTheNumberThatADescriptionAloneTells() {
    assertThat(withTail("\\nRing +44 7700 900318"))
        .contains("Ninety by two hundred", "Ring +44 7700 900318");
  }

  @Test
  void keepsTheSentencesThatADescriptionAloneTells() {
    assertThat(withTail(" Whoever fetches it sleeps in the barn. Ask for Ann."))
        .endsWith("looks.\nWhoever fetches it sleeps in the barn.\nAsk for Ann.");
  }
}
