package org.vigie.capture.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.site.SiteTemplate;
import org.vigie.capture.extract.site.SiteTemplateFile;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.text.ProcessorTime;

/** Public surfaces of networks, classifieds and job boards, in invented pages of their forms. */
class SurfacesTest {
  private static Extraction extract(String url, String type, String body) {
    return new AdvertExtractor().extract(SharedPages.capture(url, type), body.getBytes(UTF_8));
  }

  @Test
  void partsTwoPostsOfAWallWithTheContactsOfEach() {
    String wall =
        """
        {"response": {"count": 2, "items": [
          {"id": 11, "owner_id": -7, "from_id": -7, "date": 1470057082, "text": "Room to let, +1 555 0101"},
          {"id": 12, "owner_id": -7, "from_id": -7, "date": 1470057182, "text": "Bicycle, +1 555 0102"}]}}
        """;

    Extraction read = extract("https://api.example.org/wall", "application/json", wall);

    assertThat(read.adverts())
        .extracting(Advert::sourceId)
        .containsExactly("wall-7_11", "wall-7_12");
    assertThat(read.adverts().getFirst().body()).contains("0101").doesNotContain("0102");
    assertThat(read.adverts().getFirst().postedAt()).isEqualTo(Instant.ofEpochSecond(1470057082));
  }

  @Test
  void readsAPostOfTheAtProtocolAndNotTheOneThatItQuotes() {
    String feed =
        """
        {"feed": [{"post": {"uri": "at://did:plc:a/app.bsky.feed.post/1",
          "author": {"handle": "kim.example.org", "displayName": "Kim"},
          "record": {"text": "An invented post", "createdAt": "2026-01-02T03:04:05Z"},
          "embed": {"record": {"uri": "at://did:plc:b/app.bsky.feed.post/2", "value": {"text": "Quoted"},
            "author": {"handle": "lee.example.org"}}}}}]}
        """;

    Extraction read = extract("https://api.example.org/feed", "application/json", feed);

    assertThat(read.adverts()).hasSize(1);
    Advert post = read.adverts().getFirst();
    assertThat(post.body()).isEqualTo("An invented post");
    assertThat(post.fields()).containsEntry("author", "Kim");
    assertThat(post.channel()).isEqualTo(Channel.SOCIAL);
  }

  @Test
  void takesAListOfObjectsThatHaveTextAndTimeForAdverts() {
    String answer =
        """
        {"total": 2, "hits": [
          {"ref": 1, "headline": "Invented cook", "employer": {"name": "Example Ltd"},
           "description": {"text": "Cooks for six."}, "publication_date": "2026-01-02T03:04:05"},
          {"ref": 2, "headline": "Invented driver", "employer": {"name": "Example Ltd"},
           "description": {"text": "Drives a van."}, "publication_date": "2026-01-03T03:04:05"}]}
        """;

    Extraction read = extract("https://api.example.org/jobs", "application/json", answer);

    assertThat(read.adverts())
        .extracting(Advert::title)
        .containsExactly("Invented cook", "Invented driver");
    assertThat(read.adverts())
        .allMatch(job -> job.fields().get("organization").equals("Example Ltd"));
  }

  @Test
  void saysOfAnAnswerThatHoldsNoPostsThatItIsUnknown() {
    Extraction read =
        extract("https://api.example.org/x", "application/json", "{\"a\": {\"b\": [1, 2, 3]}}");

    assertThat(read.adverts()).isEmpty();
    assertThat(read.unread()).isEqualTo("unknown-json");
  }

  @Test
  void readsThePreviewThatANetworkGivesOfAPost() {
    String page =
        """
        <html><head><meta property="og:site_name" content="Instagram">
        <meta property="og:url" content="https://www.instagram.com/p/Abc123/">
        <meta property="og:title" content='Kim on Instagram: "An invented caption"'>
        <meta property="og:description" content='12 likes, 3 comments - kim_example on May 8, 2021: "An invented caption". '>
        </head><body></body></html>
        """;

    Advert post =
        extract("https://www.instagram.com/p/Abc123/", "text/html", page).adverts().getFirst();

    assertThat(post.body()).isEqualTo("An invented caption");
    assertThat(post.fields())
        .containsEntry("author", "Kim")
        .containsEntry("context.handle", "kim_example");
    assertThat(post.postedAt()).isEqualTo(Instant.parse("2021-05-08T00:00:00Z"));
  }

  @Test
  void readsAPreviewWhoseCaptionEndsInAnotherQuote() {
    String page =
        """
        <html><head><meta property="og:site_name" content="Instagram">
        <meta property="og:description" content='Kim on Instagram: “He said: "come" today”. '>
        </head><body></body></html>
        """;

    assertThat(
            extract("https://www.instagram.com/p/A/", "text/html", page)
                .adverts()
                .getFirst()
                .body())
        .isEqualTo("He said: \"come\" today");
  }

  @Test
  void isNotHeldUpByAPreviewFullOfQuotesThatDontEnd() {
    String page =
        "<html><head><meta property='og:site_name' content='Instagram'><meta"
            + " property='og:description' content='a on Instagram: "
            + ": &quot;".repeat(60_000)
            + "x'></head><body></body></html>";

    ProcessorTime.within(
        Duration.ofSeconds(10), () -> extract("https://www.instagram.com/p/A/", "text/html", page));
  }

  @Test
  void takesARequestForScriptsInCyrillicLettersForNoAdvert() {
    String shell =
        "<html><body><div><h1>Доска</h1><p>Включите JavaScript в своём браузере и откройте эту страницу ещё раз"
            + " сегодня.</p></div><div id=root></div><script src=/app.js></script></body></html>";

    Extraction extraction = extract("https://a.example.org/x/4", "text/html", shell);

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo("needs-script");
  }

  @Test
  void saysWhyAPageGivesNothing() {
    String shell = "<html><body><div id=root></div><script src=/app.js></script></body></html>";
    String door =
        "<html><body><form><input name=u><input type=password></form><p>Log in</p></body></html>";

    assertThat(extract("https://a.example.org/x/1", "text/html", shell).unread())
        .isEqualTo("needs-script");
    assertThat(extract("https://a.example.org/x/2", "text/html", door).unread())
        .isEqualTo("log-in");
    assertThat(extract("https://a.example.org/x/3", "text/html", "<p>.</p>").unread())
        .isEqualTo("empty-shell");
  }

  @Test
  void partsAListingWhoseItemsNamePrices() {
    StringBuilder page = new StringBuilder("<html><body><h1>Rooms</h1><ul>");
    for (int i = 1; i <= 5; i++) {
      page.append(
          "<li class=ad><a href=/ad/%d><h2>Invented room %d</h2></a><p>%d00 EUR, Lyon</p></li>"
              .formatted(i, i, i));
    }

    Extraction read =
        extract("https://a.example.org/rooms", "text/html", page + "</ul></body></html>");

    assertThat(read.adverts()).hasSize(5);
    assertThat(read.adverts().get(1).title()).isEqualTo("Invented room 2");
    assertThat(read.adverts().get(1).url()).isEqualTo("https://a.example.org/ad/2");
    assertThat(read.doubtful()).isTrue();
  }

  @Test
  void readsTheXmlOfAJobBoardInItsOwnWords() {
    String xml =
        """
        <?xml version="1.0"?><offres><offre><Reference_x>7</Reference_x><Intitule>Invented cook</Intitule>
        <Texte_offre>Cooks for six people every day.</Texte_offre><company>Example Ltd</company></offre>
        <offre><Reference_x>8</Reference_x><Intitule>Invented driver</Intitule>
        <Texte_offre>Drives a van of goods.</Texte_offre><company>Example Ltd</company></offre></offres>
        """;

    Extraction read = extract("https://a.example.org/jobs.xml", "application/xml", xml);

    assertThat(read.adverts()).extracting(Advert::sourceId).containsExactly("7", "8");
  }

  @Test
  void readsThePostsThatASiteFilePointsTo() {
    SiteTemplate template =
        SiteTemplateFile.parse(
            """
            hosts: [a.example.org]
            listing: ["/ads*"]
            each: "json:__NEXT_DATA__/props/ads/*"
            selectors:
              title: "json:/name"
              text: "json:/words"
              price: "json:/cost/shown"
              link: "json:/path"
            """,
            "a",
            "a.yaml");
    String page =
        """
        <html><body><script id="__NEXT_DATA__" type="application/json">{"props": {"ads": [
        {"name": "Invented room", "words": "For one.", "cost": {"shown": "300 EUR"}, "path": "/ad/1"},
        {"name": "Invented bicycle", "words": "Red.", "cost": {"shown": "30 EUR"}, "path": "/ad/2"}]}}</script></body></html>
        """;

    Extraction read =
        new AdvertExtractor(SiteTemplates.of(template))
            .extract(
                SharedPages.capture("https://a.example.org/ads", "text/html"),
                page.getBytes(UTF_8));

    assertThat(read.adverts())
        .extracting(Advert::url)
        .containsExactly("https://a.example.org/ad/1", "https://a.example.org/ad/2");
    assertThat(read.adverts().getFirst().fields()).containsEntry("price", "300 EUR");
  }

  @Test
  void saysOfAnAnswerThatItCannotReadWholeThatItIsBroken() {
    String post = "{\"title\": \"Invented\", \"price\": 1, \"text\": \"An offer\", \"a\": [0,0]},";
    String many = "[" + post.repeat(120_000) + "{}]";
    String deep = "{\"a\":".repeat(80) + "{}" + "}".repeat(80);

    for (String answer : List.of(many, deep, "{\"a\": ")) {
      Extraction read = extract("https://api.example.org/x", "application/json", answer);
      assertThat(read.adverts()).isEmpty();
      assertThat(read.unread()).isEqualTo("broken-json");
    }
  }

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsALongListOfJobsInTimeThatGrowsWithItsLength() {
    String job =
        "<job><title>Invented</title><description>An offer</description><price>4</price></job>";
    String jobs = "<?xml version='1.0'?><jobs>" + job.repeat(10_000) + "</jobs>";

    assertThat(extract("https://example.org/jobs.xml", "application/xml", jobs).adverts())
        .hasSize(10_000);
  }

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsLinksInDeepPartsInTimeThatGrowsWithTheirNumber() {
    String page = "<html><body>" + "<div class=a>".repeat(400) + "<a href=/x>y</a>".repeat(50_000);

    assertThat(extract("https://example.org/", "text/html", page).adverts()).isEmpty();
  }
}
