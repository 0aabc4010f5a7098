package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Parts of posts that their data wraps in objects of their own, or keeps beside them. */
class WrappedPostsTest {
  private static List<Advert> read(String items) {
    return Answer.json("https://board.example.org/api", "{\"items\":[" + items + "]}")
        .extract()
        .adverts();
  }

  @Test
  void readsAWageAndAPlaceInObjectsOfTheirOwn() {
    List<Advert> adverts =
        read(
            """
            {"displayTitle":"Carer","snippet":"Room supplied by us","company":"Invented Care","pubDate":1777881600000,
             "formattedLocation":"Testham","salarySnippet":{"currency":"GBP","text":"£9 an hour"}},
            {"displayTitle":"Catcher","snippet":"Night teams in a minibus","company":"Invented Farm","pubDate":1777881600000,
             "formattedLocation":"Testham","salarySnippet":{"text":"£300 a week"}}
            """);

    assertThat(adverts).extracting(Advert::place).containsOnly("Testham");
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("salary"))
        .containsExactly("£9 an hour", "£300 a week");
  }

  @Test
  void readsAWageInFrenchData() {
    List<Advert> adverts =
        read(
            """
            {"intitule":"Aide à domicile","description":"Logement chez la personne","dateCreation":"2026-05-04T08:00:00Z",
             "entreprise":{"nom":"Exemple"},"salaire":{"libelle":"Mensuel de 700 Euros"}}
            """);

    assertThat(adverts.getFirst().fields()).containsEntry("salary", "Mensuel de 700 Euros");
  }

  @Test
  void readsATimeOfADatabasesExportAndWhatStandsBesideTheWrappedPost() {
    String item =
        """
        {"_id":{"$oid":"%1$d"},"geo":{"city":"Testham"},"ad":{"heading":"Deckhand %1$d","content":{"text":"Six months at sea"},
         "published":{"$date":"2026-05-0%1$dT08:00:00Z"},"poster":{"username":"ray"}}}
        """;

    List<Advert> adverts = read(item.formatted(1) + "," + item.formatted(2));

    assertThat(adverts).extracting(Advert::title).containsExactly("Deckhand 1", "Deckhand 2");
    assertThat(adverts).extracting(Advert::place).containsOnly("Testham");
    assertThat(adverts.getFirst().postedAt()).isEqualTo("2026-05-01T08:00:00Z");
  }

  @Test
  void readsATimeThatIsWrappedTwice() {
    List<Advert> adverts =
        read(
            """
            {"heading":"Deckhand","content":{"text":"Six months at sea"},"poster":{"username":"ray"},
             "published":{"$date":{"$numberLong":"1777881600000"}}},
            {"heading":"Cook","content":{"text":"Three months at sea"},"poster":{"username":"kim"},
             "published":{"$date":{"$numberLong":"1777881600000"}}}
            """);

    assertThat(adverts)
        .extracting(advert -> String.valueOf(advert.postedAt()))
        .containsExactly("2026-05-04T08:00:00Z", "2026-05-04T08:00:00Z");
  }

  @Test
  void keepsWhereAShortenedAddressOfAVideoPagesPostLeads() {
    Advert advert =
        Answer.html(
                "https://video.example.org/post/Ug1",
                """
                <html><body><script>var ytInitialData = {"c":[{"backstagePostRenderer":{"postId":"Ug1",
                "authorText":{"runs":[{"text":"Invented"}]},"contentText":{"runs":[{"text":"Apply: "},{"text":"https://wa.me/4477...",
                "navigationEndpoint":{"urlEndpoint":{"url":"https://video.example.org/redirect?q=https%3A%2F%2Fwa.me%2F447700900361"}}}]}}}]};
                </script></body></html>
                """)
            .onlyAdvert();

    assertThat(advert.fields()).containsEntry("context.links", "https://wa.me/447700900361");
  }

  @Test
  void readsWhatIsWrittenOverAVideoAndWhatItsAuthorSaysOfThemselves() {
    Advert advert =
        Answer.html(
                "https://clips.example.org/@crew/video/71",
                """
                <html><body><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">
                {"itemStruct":{"id":"71","desc":"Earn abroad","createTime":"1777881600","stickersOnItem":[{"stickerText":["Call +1 555 0141"]}],
                 "author":{"uniqueId":"crew","nickname":"Crew","signature":"t.me/crew_example"}}}</script></body></html>
                """)
            .onlyAdvert();

    assertThat(advert.body()).isEqualTo("Earn abroad\nCall +1 555 0141");
    assertThat(advert.fields()).containsEntry("context.about", "t.me/crew_example");
  }

  @Test
  void readsTheTitleOfPicturesThatAreShownInTurn() {
    Advert advert =
        Answer.html(
                "https://clips.example.org/@crew/photo/72",
                """
                <html><body><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">
                {"itemStruct":{"id":"72","desc":"Free from May on","createTime":"1777881600","imagePost":{"title":"A room in Testham"},
                 "author":{"uniqueId":"crew","nickname":"Crew"}}}</script></body></html>
                """)
            .onlyAdvert();

    assertThat(advert.title()).isEqualTo("A room in Testham");
  }
}
