package org.vigie.capture.extract.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;

/** Telephone numbers that stand alone in a list or a table of offers. */
class NumbersBesideTest {
  private static final List<String> OFFERS =
      List.of(
          "Nice room to let near the park",
          "Two room flat in the centre",
          "Bar work for the summer season",
          "Garden help wanted twice a week",
          "Old bicycle in good order");
  private static final String NUMBER = "+44 7700 900123";

  @Test
  void belongToTheItemAboveThem() {
    List<Advert> adverts = list(2, "<div class=card>Tel. " + NUMBER + "</div>", "");

    assertThat(adverts).hasSize(5);
    assertThat(adverts.get(2).body()).endsWith("\nTel. " + NUMBER);
    assertThat(adverts)
        .filteredOn(advert -> !advert.title().equals(OFFERS.get(2)))
        .allSatisfy(advert -> assertThat(advert.body()).doesNotContain(NUMBER));
  }

  @Test
  void areTheSitesBelowTheLastItem() {
    assertThat(list(4, "<div>" + NUMBER + "</div>", ""))
        .allSatisfy(advert -> assertThat(advert.body()).doesNotContain(NUMBER));
  }

  @Test
  void belongToTheLastItemWhereOthersHaveThemThereToo() {
    List<Advert> adverts =
        list(1, "<div>" + NUMBER + "</div>", "<div class=card>07700 900456</div>");

    assertThat(adverts.get(1).body()).endsWith(NUMBER);
    assertThat(adverts.get(4).body()).endsWith("07700 900456");
  }

  @Test
  void areNeitherDatesNorPagesNorAmounts() {
    for (String other :
        List.of("<div>2026-01-02</div>", "<div>Page 1 2 3 4</div>", "<div>1 200 000</div>")) {
      assertThat(list(2, other, ""))
          .as(other)
          .hasSize(5)
          .allSatisfy(advert -> assertThat(advert.body()).endsWith("more"));
    }
  }

  @Test
  void areAnOfferInARowThatSaysNothingElse() {
    StringBuilder table = new StringBuilder("<table><tr><th>Offer<th>Phone<th>Date</tr>");
    for (int i = 0; i < 5; i++) {
      table.append(
          "<tr><td>%s<td>07700 90011%d<td>2026-01-0%d</tr>"
              .formatted(i == 2 ? "" : OFFERS.get(i) + ", ask today", i, i + 1));
    }
    table.append("<tr><td><td><td>2026-01-06</tr></table>");

    List<Advert> adverts = adverts("<title>Offers</title>" + table);

    assertThat(adverts).hasSize(5);
    assertThat(adverts.get(2).text().strip()).isEqualTo("07700 900112");
  }

  private static List<Advert> list(int below, String number, String last) {
    StringBuilder page =
        new StringBuilder("<title>Offers</title><nav><a href=/>Home</a></nav><main>");
    for (int i = 0; i < OFFERS.size(); i++) {
      page.append(
          """
          <div class=card><h3><a href=/ad/%1$d>%2$s</a></h3><span class=price>£ 5%1$d</span>
          <p>%2$s, from today, ask for more</p></div>
          """
              .formatted(i, OFFERS.get(i)));
      page.append(i == below ? number : "");
    }
    return adverts(page + last + "</main>");
  }

  private static List<Advert> adverts(String html) {
    Capture capture =
        new Capture(
            "https://board.example.org/list",
            Instant.parse("2026-01-05T08:00:00Z"),
            200,
            Map.of("content-type", "text/html"),
            "",
            "c",
            0,
            "m");
    return new AdvertExtractor().extract(capture, html.getBytes(UTF_8)).adverts();
  }
}
