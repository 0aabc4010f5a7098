package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

  @Test
  void readsTimesThatAreWrappedTwiceOrHaveAPartOfASecond() {
    List<Advert> adverts =
        read(
            """
            {"subject":"Cleaner","body":"Bunk in the back","author":{"displayName":"Kim"},
             "createdAt":{"asEpochSeconds":{"value":1770300000},"zone":"UTC"}},
            {"subject":"Washer","body":"Papers are kept","author":{"displayName":"Lou"},"ts":"1770300000.000100"},
            {"subject":"Sorter","body":"Night work","author":{"displayName":"Sam"},
             "dates":{"display":"2026-02-05 14:00:00"}}
            """);

    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsOnly(Instant.parse("2026-02-05T14:00:00Z"));
  }

  @Test
  void takesNoDayOnWhichAnAdvertEndsForTheOneOnWhichItBegan() {
    List<Advert> adverts =
        read(
            """
            {"title":"Maid","description":"Free ticket, no leave","price":"900","deactivates":"2026-04-01T00:00:00Z"},
            {"title":"Cook","description":"Camp for four months","price":"800","deactivates":"2026-04-01T00:00:00Z"}
            """);

    assertThat(adverts).hasSize(2).extracting(Advert::postedAt).containsOnlyNulls();
  }

  @Test
  void findsTheNumberOnACardAndTheAddressInAListOfTowns() {
    List<Advert> adverts =
        read(
            """
            {"title":"Maid","description":"Free ticket, no leave","price":"900",
             "contactCard":{"name":"Kim","phoneNumbers":[{"number":"+44 7700 900133","verified":true}]},
             "offers":[{"town":"Testham","offerAbsoluteUri":"https://board.example.org/ad/1"}]},
            {"title":"Cook","description":"Camp for four months","price":"800",
             "offers":[{"town":"Testham","offerAbsoluteUri":"https://board.example.org/ad/2"}]}
            """);

    assertThat(adverts.getFirst().fields()).containsEntry("telephone", "+44 7700 900133");
    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly("https://board.example.org/ad/1", "https://board.example.org/ad/2");
  }

  @Test
  void readsEachOfSeveralValuesThatAServerStreamsOneAfterAnother() {
    String story =
        """
        {"data":{"node":{"__typename":"Story","id":"%1$d","creation_time":177056000%1$d,
         "message":{"text":"Work abroad, part %1$d"},"actors":[{"name":"Kim"}]}}}
        """;

    List<Advert> adverts =
        Answer.json(
                "https://board.example.org/api/graphql/",
                story.formatted(1) + story.formatted(2) + "{\"data\":{\"end\":true")
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Work abroad, part 1", "Work abroad, part 2");
  }
}
