package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class ListedTextTest {
  @Test
  void takesOfAnItemWhatItsPageCallsItsDescription() {
    List<Advert> adverts = read("<p class='item-description'>%s</p>", "");

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "Red, with a new saddle and two bells",
            "Blue, hardly ridden, kept in a shed",
            "Green, for a child of nine or ten");
    assertThat(adverts.getFirst().fields()).containsEntry("price", "40 €");
  }

  @Test
  void keepsAllOfAnItemWhoseRestTellsHowToReachSomebody() {
    assertThat(read("<p class='item-description'>%s</p>", "+44 7700 900318"))
        .allSatisfy(advert -> assertThat(advert.body()).contains("Leeds", "900318"));
  }

  @Test
  void keepsAllOfAnItemWhoseNamedPartIsTheLeastOfIt() {
    String beside =
        "Sold by one who rode it to work and back on each day of the last three summers";

    assertThat(read("<p class='teaser'>two days ago</p>", beside))
        .allSatisfy(advert -> assertThat(advert.body()).contains("Leeds", "summers"));
  }

  @Test
  void takesNoPriceAndNoWordsForThoseWhoHearThePageForADescription() {
    String price = "<span class='ui-text'>from 90 € each month</span>";
    String hidden = "<span class='screen-reader-text'>hide this one now</span>";

    assertThat(read(price + hidden + "<div class='q'>%s</div>", ""))
        .extracting(Advert::body)
        .containsExactly(
            "Red, with a new saddle and two bells",
            "Blue, hardly ridden, kept in a shed",
            "Green, for a child of nine or ten");
  }

  private static List<Advert> read(String described, String phone) {
    StringBuilder items = new StringBuilder();
    List<String> texts =
        List.of(
            "Red, with a new saddle and two bells",
            "Blue, hardly ridden, kept in a shed",
            "Green, for a child of nine or ten");
    for (int i = 0; i < texts.size(); i++) {
      items
          .append("<li class='item'><h3><a href='/b/%d'>Bike %d</a></h3>".formatted(i, i))
          .append(described.formatted(texts.get(i)))
          .append("<span class='price'>40 €</span><span>Leeds, yesterday</span>")
          .append("<span>" + phone + "</span><button>Save</button></li>");
    }
    return Answer.html(
            "https://board.example.org/bikes", "<html><body><ul>" + items + "</ul></body></html>")
        .extract()
        .adverts();
  }

  @Test
  void readsTwoItemsThatSayNoMoreThanWhereAndWhen() {
    String item =
        """
        <div class="box"><h3><a href="/i/%d">%s</a></h3><section class="cityname">%s</section>
         <section class="time">today, 08:40</section></div>
        """;
    List<Advert> adverts =
        Answer.html(
                "https://board.example.org/all?page=1",
                "<html><body><main>"
                    + item.formatted(1, "Oak table", "Leeds")
                    + item.formatted(2, "Two chairs", "York")
                    + "</main><div id='CybotCookiebotDialog'><h2>Cookies</h2>We use them to count.</div>"
                    + "<a rel=next href='/all?page=2'>2</a>")
            .extract()
            .adverts();

    assertThat(adverts).extracting(Advert::title).containsExactly("Oak table", "Two chairs");
    assertThat(adverts).extracting(Advert::place).containsExactly("Leeds", "York");
  }
}
