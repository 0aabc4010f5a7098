package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.Extraction;

class StatePostsTest {
  private static final String URL = "https://board.example.org/t/318-compost";

  private static Extraction page(String title, String body, String data) {
    return Answer.html(
            URL,
            "<html><head><title>"
                + title
                + "</title></head><body>"
                + body
                + "<script type=\"application/json\" id=\"data\">"
                + data
                + "</script></body></html>")
        .extract();
  }

  @Test
  void takesSizesOfGoodsForNoAdverts() {
    String sizes =
        """
        {"products":[{"id":1,"title":"Shoe - 8","price":"110","url":"/p/1"},{"id":2,"title":"Shoe - 9","price":"110","url":"/p/2"},
         {"id":3,"title":"Shoe - 10","price":"110","url":"/p/3"}]}
        """;
    String goods =
        """
        <script type="application/ld+json">{"@type":"Product","name":"Shoe","brand":{"@type":"Brand","name":"Invented"},
         "description":"A shoe."}</script>
        """;
    StringBuilder body = new StringBuilder("<h1>Shoe</h1>");
    for (int i = 0; i < 30; i++) {
      body.append("<p>Its part %d is sewn of invented leather and lasts.</p>".formatted(i));
    }

    assertThat(page("Shoes", "<h1>Shoes</h1>", sizes).adverts()).hasSize(3);
    assertThat(page("Shoe", goods + body, sizes).adverts())
        .singleElement()
        .satisfies(advert -> assertThat(advert.body()).contains("invented leather"));
  }

  @Test
  void readsAPageRatherThanDataOfWhichItShowsNothing() {
    String others =
        """
        {"products":[{"id":1,"title":"Lamp","price":"110","url":"/p/1"},{"id":2,"title":"Chair","price":"110","url":"/p/2"},
         {"id":3,"title":"Stool","price":"110","url":"/p/3"}]}
        """;
    String text =
        "<h1>Room</h1><p>A room near the park is free from May on, with a bed and a stove.</p>";

    assertThat(page("Room", text, others).adverts())
        .singleElement()
        .satisfies(advert -> assertThat(advert.body()).contains("near the park"));
  }

  @Test
  void readsAThreadThatAPageHoldsAsDataAlone() {
    List<Advert> adverts =
        page(
                "Invented compost to give away - Garden",
                "<div id=app></div>",
                """
                {"data":{"type":"discussions","id":"318","attributes":{"title":"Invented compost to give away"},
                 "relationships":{"posts":{"data":[{"type":"posts","id":"1"},{"type":"posts","id":"2"}]}}},
                 "included":[{"type":"posts","id":"1","attributes":{"createdAt":"2026-01-01T07:00:00+00:00","contentHtml":"<p>Two cubic metres behind the shed</p>"},
                  "relationships":{"user":{"data":{"type":"users","id":"5"}}}},
                 {"type":"posts","id":"2","attributes":{"createdAt":"2026-01-01T09:00:00+00:00","contentHtml":"<p>May I come on Sunday?</p>"},
                  "relationships":{"user":{"data":{"type":"users","id":"6"}}}},
                 {"type":"users","id":"5","attributes":{"displayName":"Wim"}},{"type":"users","id":"6","attributes":{"displayName":"Ina"}}]}
                """)
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Two cubic metres behind the shed", "May I come on Sunday?");
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("Wim", "Ina");
    assertThat(adverts.getFirst().title()).isEqualTo("Invented compost to give away");
  }

  @Test
  void readsTheOneVacancyOfAPageThatShowsAMenuAlone() {
    List<Advert> adverts =
        page(
                "Search",
                "<header><a href=/en/>Jobs</a><a href=/in>Log in</a></header><div class=list></div><div>Share <a href=/f>One</a> <a href=/g>Two</a></div>",
                """
                {"results":{"total":1,"vacancies":[{"id":1100900,"positionTitle":"Fish packer","positionContent":"A room is free, the flight is paid.",
                 "employerName":"Invented Fish","townName":"Testham","publishDate":"2026-01-05T07:00:00.000+00:00"}]}}
                """)
            .adverts();

    assertThat(adverts).extracting(Advert::title).containsExactly("Fish packer");
  }

  @Test
  void readsTheFewPostsOfAPageThatSaysNothingWithoutItsScript() {
    String post =
        "{\"headline\":\"%s\",\"content\":\"%s\",\"author\":{\"name\":\"Lia\"},\"createdAt\":\"2026-01-0%dT12:00:00Z\"}";

    List<Advert> adverts =
        page(
                "Notices",
                "<div id=root></div>",
                "{\"posts\":["
                    + post.formatted("Invented room", "With a bath, near the square", 1)
                    + ","
                    + post.formatted("Invented ironing", "Twice a week, ring +1 555 0119", 2)
                    + "]}")
            .adverts();

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Invented room", "Invented ironing");
  }

  @Test
  void readsTheIslandsOfAPageOfAstro() {
    Extraction extraction =
        Answer.html(
                URL,
                "<html><body><h1>Rooms</h1><astro-island props=\"{&quot;ads&quot;:[1,[[0,{&quot;title&quot;:[0,&quot;Invented loft&quot;],"
                    + "&quot;price&quot;:[0,&quot;420 €&quot;],&quot;body&quot;:[0,&quot;Quiet, for one&quot;]}],"
                    + "[0,{&quot;title&quot;:[0,&quot;Invented cellar&quot;],&quot;price&quot;:[0,&quot;120 €&quot;],"
                    + "&quot;body&quot;:[0,&quot;Dry, with light&quot;]}]]]}\"></astro-island></body></html>")
            .extract();

    assertThat(extraction.adverts())
        .extracting(Advert::title)
        .containsExactly("Invented loft", "Invented cellar");
  }

  @Test
  void readsAThreadOfAnImageboardWithoutTheNumbersThatItAnswers() {
    List<Advert> adverts =
        Answer.json(
                "https://boards.example.org/diy/thread/990011",
                """
                {"posts":[{"no":990011,"name":"Anonymous","sub":"Invented vise","com":"How do I free<br>the screw?","time":1767225600,"resto":0},
                 {"no":990012,"name":"Rusty","com":"<a href=\\"#p990011\\" class=\\"quotelink\\">&gt;&gt;990011</a><br>Oil &amp; heat","time":1767229200,"resto":990011}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("How do I free\nthe screw?", "Oil & heat");
    assertThat(adverts.getLast().postedAt()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
  }

  @Test
  void readsPostsOfAWordPressAnswerAndLeavesOutWhatIsProtected() {
    String post =
        "{\"id\":%d,\"date\":\"2026-02-10T10:00:00\",\"date_gmt\":\"2026-02-10T09:00:00\",\"link\":\"https://a.example.org/%1$d\","
            + "\"title\":{\"rendered\":\"%s\"},\"content\":{\"rendered\":\"%s\",\"protected\":%s},"
            + "\"author\":2,\"_embedded\":{\"author\":[{\"name\":\"Ann Example\"}]}}";

    List<Advert> adverts =
        Answer.json(
                "https://a.example.org/wp-json/wp/v2/posts",
                "["
                    + post.formatted(
                        1, "Invented room &#8211; centre", "<p>Bright, for a student</p>", "false")
                    + ","
                    + post.formatted(2, "Protected: minutes", "", "true")
                    + "]")
            .extract()
            .adverts();

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().title()).isEqualTo("Invented room – centre");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-02-10T09:00:00Z"));
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann Example");
  }

  @Test
  void readsTwoAdvertsOfDataWhoseTitlesThePageShows() {
    String card = "<a href='/i/%1$s'><h3>%2$s</h3><span>%3$s</span></a>";
    List<Advert> adverts =
        page(
                "Rooms",
                "<div class=drawer>"
                    + card.formatted("a1", "Attic room", "80")
                    + card.formatted("a2", "Cellar room", "60")
                    + "</div><div id=onetrust-banner-sdk>We and our partners keep things on your device.</div>",
                """
                {"hits":[{"id":"a1","title":"Attic room","description":"Under the roof, dry.","price":80,
                   "location":{"governorate":"North"},"publishedOn":"2026-05-01T08:00:00Z",
                   "metadata":{"publisher":{"name":"Ann"}}},
                  {"id":"a2","title":"Cellar room","description":"Cool in summer.","price":60,
                   "location":{"governorate":"South"},"publishedOn":"2026-05-02T08:00:00Z"}]}
                """)
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Under the roof, dry.", "Cool in summer.");
    assertThat(adverts).extracting(Advert::place).containsExactly("North", "South");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
  }

  @Test
  void readsAQuestionAndItsAnswersThatStandUnderTheirNumbers() {
    List<Advert> adverts =
        page(
                "Is a deposit of three months usual where you live, too?",
                "<div id=app></div>",
                """
                {"entities":{"questions":{"3180":{"id":"3180","title":"Is a deposit of three months usual where you live, too?",
                   "detail":"She wants it at once.","created":1767225600,"author":{"name":"Ann"}}},
                 "answers":{"41":{"id":"41","content":"No.","createdTime":1767225700,"author":{"name":"Ben"}},
                   "42":{"id":"42","content":"Never.","createdTime":1767225800,"author":{"name":"Cleo"}}}}}
                """)
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("She wants it at once.", "No.", "Never.");
  }

  @Test
  void readsTheOneOfferOfAListThatNothingButDataShows() {
    List<Advert> adverts =
        page(
                "Jobs",
                "<div id=app></div>",
                """
                {"search":{"total":1,"vacancies":[{"id":11,"positionTitle":"Fish packer","positionContent":"A bunk is free.",
                 "employerName":"Cold Bay","townName":"Testham","publishDate":"2026-05-01T07:00:00Z"}]}}
                """)
            .adverts();

    assertThat(adverts).extracting(Advert::title).containsExactly("Fish packer");
  }

  @Test
  void takesTheOneOfferThatAnEmptyPageHoldsAsData() {
    String offer =
        """
        {"detail":{"record":{"id":41,"title":"Cook in a mountain hut","description":"Bed and meals are given, wages at the end of the season, no papers needed.",
         "createdAt":"2026-02-20T08:00:00Z","location":"Testham"}},"settings":{"name":"Board","description":"A board for jobs in the hills and elsewhere."}}
        """;

    assertThat(page("Jobs", "<div id=root></div>", offer).adverts())
        .extracting(Advert::title)
        .containsExactly("Cook in a mountain hut");
  }

  @Test
  void takesNothingFromTheSettingsOfAnEmptyPage() {
    String settings =
        """
        {"settings":{"name":"Board","description":"A board for jobs in the hills and elsewhere, with maps, alerts and letters.","url":"https://board.example.org"}}
        """;

    assertThat(page("Jobs", "<div id=root></div>", settings).adverts()).isEmpty();
  }

  @Test
  void readsAdvertsWithoutAPriceThatSayHowLongAgoTheyArePosted() {
    String advert =
        "{\"itemId\":\"m%d\",\"title\":\"Invented room %d\",\"description\":\"With a bath, near the square.\","
            + "\"priceInfo\":{\"priceCents\":0,\"priceType\":\"FAST_BID\"},\"location\":{\"cityName\":\"Testham\"},"
            + "\"date\":\"Vandaag\",\"sellerInformation\":{\"sellerName\":\"Lia\"},\"vipUrl\":\"/v/m%d\"}";
    List<Advert> adverts =
        page(
                "Rooms",
                "<div id=__next></div>",
                "{\"props\":{\"pageProps\":{\"searchRequestAndResponse\":{\"listings\":["
                    + advert.formatted(1, 1, 1)
                    + ","
                    + advert.formatted(2, 2, 2)
                    + ","
                    + advert.formatted(3, 3, 3)
                    + "]}}}}")
            .adverts();

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(
            "https://board.example.org/v/m1",
            "https://board.example.org/v/m2",
            "https://board.example.org/v/m3");
    assertThat(adverts.getFirst().place()).isEqualTo("Testham");
    assertThat(adverts.getFirst().fields())
        .containsEntry("author", "Lia")
        .doesNotContainKey("price");
    assertThat(adverts.getFirst().postedAt()).isNotNull();
  }
}
