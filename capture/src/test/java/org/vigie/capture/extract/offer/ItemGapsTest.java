package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;

/** A page is invented that carries its vacancies as data and shows more of them to its readers. */
class ItemGapsTest {
  @Test
  void takesFromTheShownListWhatTheDataLeavesOut() {
    String job =
        """
        {"jobTitle":"Cook at house %1$d","snippet":"Four days a week, meals are given.","companyName":"Farm %1$d","pubDate":"2026-05-0%1$dT00:00:00Z","key":"k%1$d"}
        """;
    String item =
        """
        <li class="card"><h2><a href="/rc/clk?jk=k%1$d">Cook at house %1$d</a></h2><span class="company-name">Farm %1$d</span>
          <div class="text-location">%2$s</div><div class="pay">1%1$d £ an hour</div><p>Four days a week, meals are given.</p></li>
        """;

    List<Advert> adverts =
        Answer.html(
                "https://jobs.example.org/search?q=cook",
                "<html lang=en><title>Jobs</title><body><ul>"
                    + item.formatted(1, "Testham")
                    + item.formatted(2, "Milltown")
                    + item.formatted(3, "Overton")
                    + "</ul><script type=\"application/json\" id=\"data\">{\"results\":["
                    + job.formatted(1)
                    + ","
                    + job.formatted(2)
                    + ","
                    + job.formatted(3)
                    + "]}</script>")
            .extract()
            .adverts();

    assertThat(adverts).extracting(Advert::place).containsExactly("Testham", "Milltown", "Overton");
    assertThat(adverts)
        .extracting(one -> one.fields().get("price"))
        .containsExactly("11 £ an hour", "12 £ an hour", "13 £ an hour");
    assertThat(adverts)
        .extracting(one -> one.fields().get(Advert.EMPLOYER))
        .containsExactly("Farm 1", "Farm 2", "Farm 3");
  }

  private static Advert.Builder advert(String path) {
    return Advert.builder(
            Channel.CLASSIFIEDS, "board.example.org", Instant.parse("2026-01-02T00:00:00Z"))
        .url("https://board.example.org" + path)
        .title("Waitress");
  }

  @Test
  void saysNothingByATitleThatTwoAdvertsShare() {
    Advert item = advert("/list").place("Testham").field("author", "Ann").build();

    List<Advert> filled =
        ItemGaps.filled(
            List.of(advert("/offers/1001").build(), advert("/offers/1002").build()), List.of(item));

    assertThat(filled).extracting(Advert::place).containsOnly("");
    assertThat(ItemGaps.filled(List.of(advert("/offers/1001").build()), List.of(item)).getFirst())
        .extracting(Advert::place)
        .isEqualTo("Testham");
  }

  @Test
  void givesAnAdvertThatHasATitleAloneTheTextOfItsItem() {
    Advert item = advert("/offers/1001").body("Six days a week in a bar by the sea.").build();

    assertThat(ItemGaps.filled(List.of(advert("/offers/1001").build()), List.of(item)).getFirst())
        .extracting(Advert::body)
        .isEqualTo("Six days a week in a bar by the sea.");
  }
}
