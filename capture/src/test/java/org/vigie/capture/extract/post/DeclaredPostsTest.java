package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.Extraction;

/** Posts that a page tells apart by JSON-LD, by microformats, by state, or as comments. */
class DeclaredPostsTest {
  private static final String URL = "https://town.example.org/p/1";

  private static List<Advert> read(String html) {
    return Answer.html(URL, "<!doctype html><html lang='en'>" + html).extract().adverts();
  }

  @Test
  void readsAQuestionAndEachOfItsAnswersForItself() {
    List<Advert> posts =
        read(
            """
            <head><title>Question</title><script type="application/ld+json">
            {"@context":"https://schema.org","@type":"QAPage","mainEntity":{"@type":"Question",
             "name":"May a boss keep my passport?","text":"He says it is the rule of the house.",
             "dateCreated":"2026-02-01T10:00:00Z","author":{"@type":"Person","name":"Lena"},
             "acceptedAnswer":{"@type":"Answer","text":"No, nobody may.","dateCreated":"2026-02-01T11:00:00Z",
               "author":{"@type":"Person","name":"Bo"}},
             "suggestedAnswer":[{"@type":"Answer","text":"Ask the embassy: +44 7700 900123",
               "author":{"@type":"Person","name":"Kim"}}]}}
            </script></head><body><div id="root"></div></body></html>
            """);

    assertThat(posts)
        .extracting(Advert::body)
        .containsExactly(
            "He says it is the rule of the house.",
            "No, nobody may.",
            "Ask the embassy: +44 7700 900123");
    assertThat(posts).extracting(Advert::title).containsOnly("May a boss keep my passport?");
    assertThat(posts)
        .extracting(post -> post.fields().get("author"))
        .containsExactly("Lena", "Bo", "Kim");
    assertThat(posts.get(1).postedAt()).isEqualTo(Instant.parse("2026-02-01T11:00:00Z"));
  }

  @Test
  void readsEntriesThatMicroformatsMark() {
    String entry =
        """
        <div class="entry h-entry"><a class="u-url" href="/@wren/%d"><time class="dt-published"
        datetime="2026-01-0%dT08:00:00Z">1 Jan</time></a><a class="p-author h-card">Wren</a>
        <div class="e-content"><p>Text number %d of the allotment.</p></div></div>
        """;
    List<Advert> posts =
        read("<body>" + entry.formatted(1, 1, 1) + entry.formatted(2, 2, 2) + "</body></html>");

    assertThat(posts)
        .extracting(Advert::body)
        .containsExactly("Text number 1 of the allotment.", "Text number 2 of the allotment.");
    assertThat(posts)
        .extracting(Advert::url)
        .containsExactly("https://town.example.org/@wren/1", "https://town.example.org/@wren/2");
    assertThat(posts).extracting(post -> post.fields().get("author")).containsOnly("Wren");
    assertThat(posts.get(1).postedAt()).isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
  }

  @Test
  void readsCommentsApartFromTheArticleSoThatTheyShareNoContact() {
    List<Advert> posts =
        read(
            """
            <head><title>Grape harvest</title><meta property="og:type" content="article"></head><body>
            <article><h1>Grape harvest</h1><div class="entry-content"><p>We look for three people for
            the grape harvest from 9 to 20 September. Lunch and a bed are free of charge. Write to
            vines@example.org for more about the work.</p></div></article>
            <div id="comments"><ol class="comment-list"><li id="comment-7"><article class="comment-body">
            <div class="comment-author vcard"><b class="fn">Giro</b></div><div class="comment-metadata">
            <a href="#comment-7"><time datetime="2026-02-04T02:17:40Z">4 Feb</time></a></div>
            <div class="comment-content"><p>High pay, women only, leave today. Call +44 7700 900299</p>
            </div></article></li></ol></div></body></html>
            """);

    assertThat(posts).hasSize(2);
    assertThat(posts.get(0).body()).contains("vines@example.org").doesNotContain("900299");
    assertThat(posts.get(1).body())
        .isEqualTo("High pay, women only, leave today. Call +44 7700 900299");
    assertThat(posts.get(1).fields()).containsEntry("author", "Giro");
  }

  @Test
  void takesWhatAPageShowsOfOthersForNoPartOfItsAdvert() {
    List<Advert> posts =
        read(
            """
            <head><title>Aushilfe Blumenladen</title></head><body><main><h1>Aushilfe Blumenladen</h1>
            <div><p>Freundliche Aushilfe für den Blumenladen gesucht, samstags von acht bis vierzehn Uhr.
            Ein Probetag wird bezahlt. Rückfragen an blumen@example.org oder im Laden.</p></div>
            <div><h2>Ähnliche Anzeigen</h2><p>Kassenhilfe für eine Bäckerei, zwölf Stunden in der Woche,
            Anruf unter +44 7700 900934.</p></div></main></body></html>
            """);

    assertThat(posts)
        .singleElement()
        .satisfies(post -> {
          assertThat(post.body()).contains("blumen@example.org");
          assertThat(post.body()).doesNotContain("900934", "Ähnliche");
        });
  }

  @Test
  void keepsWhatStandsBelowATitleOfOthersIfItIsMostOfThePage() {
    List<Advert> posts =
        read(
            """
            <head><title>Quarto</title></head><body><h3>Veja também</h3><p>Quarto livre em casa partilhada,
            perto do mercado, por 280 euros por mês. Visitas ao domingo de manhã.</p><p>Quem quiser ver liga
            para +353 20 914 3321 depois das seis.</p></body></html>
            """);

    assertThat(posts)
        .singleElement()
        .satisfies(post -> assertThat(post.body()).contains("914 3321"));
  }

  @Test
  void readsAQuestionInJsonWithAllThatAnswersItHoweverDeep() {
    Extraction answer =
        Answer.json(
                "https://news.example.org/items/1",
                """
                {"id":1,"author":"maps","created_at":"2026-01-15T16:00:12Z","title":"Help wanted",
                 "text":"I need a second pair of hands, paid.","children":[
                  {"id":2,"author":"reel","created_at":"2026-01-15T16:30:00Z","text":"Is it on site?",
                   "children":[{"id":3,"author":"maps","created_at":"2026-01-15T17:00:00Z",
                     "text":"It is, sorry.","children":[]}]},
                  {"id":4,"author":"ink","created_at":"2026-01-15T18:00:00Z","text":"They asked for my passport.",
                   "children":[]}]}
                """)
            .extract();

    assertThat(answer.adverts())
        .extracting(post -> post.body())
        .containsExactlyInAnyOrder(
            "I need a second pair of hands, paid.",
            "Is it on site?",
            "It is, sorry.",
            "They asked for my passport.");
  }

  @Test
  void tellsAPageThatAsksForConsentOrALogInFromAnAdvert() {
    Extraction consent =
        Answer.html(
                "https://groups.example.org/x",
                "<html><head><title>Before you continue</title></head><body><h1>Before you continue</h1>"
                    + "<p>We use data to deliver and maintain services, to track outages and to measure"
                    + " how the services are used.</p><form action='https://consent.example.org/save'>"
                    + "<button>Accept all</button></form></body></html>")
            .extract();
    Extraction logIn =
        Answer.html(
                "https://www.facebook.com/groups/1/posts/2",
                "<html><head><title>Log into Facebook</title><meta property='og:site_name' content='Facebook'>"
                    + "<meta property='og:title' content='Log into Facebook'></head><body>"
                    + "<form><input name='email'><input type='password' name='pass'></form></body></html>")
            .extract();

    assertThat(consent.adverts()).isEmpty();
    assertThat(consent.unread()).isEqualTo("consent-wall");
    assertThat(logIn.adverts()).isEmpty();
    assertThat(logIn.unread()).isEqualTo("log-in");
  }

  @Test
  void leavesThePageOfAnOfferWithAnsweredQuestionsToItsOwnReader() {
    List<Advert> posts =
        read(
            """
            <head><title>Room to let</title><script type="application/ld+json">
            {"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question",
             "name":"Delivery?","acceptedAnswer":{"@type":"Answer","text":"Within three days."}}]}
            </script></head><body><h1>Room to let</h1><p>A quiet room for one person near the station, free
            from May. Call +44 7700 900321 after six in the evening, please.</p></body></html>
            """);

    assertThat(posts).singleElement().satisfies(post -> assertThat(post.body()).contains("900321"));
  }

  @Test
  void keepsTheCommentsOfAPageThatSaysHardlyAWordItself() {
    List<Advert> posts =
        read(
            """
            <head><title>Guests</title></head><body><h1>Guests</h1><div id="comments"><ol
            class="comment-list"><li><article class="comment-body"><b class="fn">Ana</b>
            <div class="comment-content"><p>Call +44 7700 900322 for work abroad, papers paid.</p></div>
            </article></li></ol></div></body></html>
            """);

    assertThat(posts)
        .extracting(Advert::body)
        .contains("Call +44 7700 900322 for work abroad, papers paid.");
  }

  @Test
  void keepsAShortAdvertThatStandsBesideAFormForConsentOrALogIn() {
    List<Advert> posts =
        read(
            """
            <head><title>Room</title></head><body><h1>Room</h1><p>A room for one person near the station,
            call +44 7700 900323.</p><form action="https://consent.example.org/save"><input
            type="password"><button>OK</button></form></body></html>
            """);

    assertThat(posts).singleElement().satisfies(post -> assertThat(post.body()).contains("900323"));
  }

  @Test
  void takesOfABlogsPageTheEntryAloneAndEachCommentForItself() {
    List<Advert> posts =
        read(
            """
            <head><title>Town – Help</title></head><body><main><h1 class="wp-block-post-title">Help in the kitchen</h1>
            <div class="wp-block-post-date"><time datetime="2026-02-01T10:00:00Z">1 Feb</time></div>
            <p class="wp-block-post-author-name">Lena</p>
            <div class="entry-content wp-block-post-content"><p>The school looks for help in its kitchen, mornings only.</p>
             <div class="sharedaddy"><h3>Share this</h3></div></div>
            <div class="wp-block-comments"><ol><li><div class="wp-block-comment-content"><p>Until when?</p></div>
             <ol><li><div class="wp-block-comment-content"><p>Until June.</p></div></li></ol></li></ol></div></main></body>
            """);

    assertThat(posts)
        .extracting(Advert::text)
        .containsExactly(
            "Help in the kitchen\nThe school looks for help in its kitchen, mornings only.",
            "Until when?",
            "Until June.");
    assertThat(posts.getFirst().fields()).containsEntry("author", "Lena");
    assertThat(posts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
  }

  @Test
  void takesAListOfTwoFromDataOfWhichThePageShowsTheTitlesAlone() {
    String data =
        """
        {"found":{"ads":[{"id":710001,"subject":"Help in the morning","body":"Two hours a day, at my father's.",
         "owner":{"name":"Ann"},"first_publication_date":"2026-02-01 10:00:00"},
         {"id":710002,"subject":"A room with a view","body":"Low rent for some company.","owner":{"name":"Ben"},
         "first_publication_date":"2026-02-01 10:00:00"}]}}\
        """;
    String page =
        """
        <body><h1>2 found</h1><article><a href="/ad/710001"><p>Help in the morning</p></a></article>
        <article><a href="/ad/710002"><p>%s</p></a></article>
        <script id="__NEXT_DATA__" type="application/json">%s</script></body>
        """;

    assertThat(read(page.formatted("A room with a view", data)))
        .extracting(Advert::body)
        .containsExactly("Two hours a day, at my father's.", "Low rent for some company.");
    assertThat(read(page.formatted("Something else", data)))
        .extracting(Advert::body)
        .doesNotContain("Low rent for some company.");
  }
}
