package org.vigie.capture.extract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.ImageHash;

class FeedTest {
  private static final String URL = "https://ads.example.org/feed.json";

  @ParameterizedTest
  @CsvSource({
    "application/feed+json, 'https://jsonfeed.org/version/1.1', '\"authors\":[{\"name\":\"Kim\"}]'",
    "application/json, 'https://jsonfeed.org/version/1', '\"author\":{\"name\":\"Kim\"}'",
    "text/plain, 'https://jsonfeed.org/version/1', '\"author\":{\"name\":\"Kim\"}'"
  })
  void readsBothVersionsOfJsonFeed(String type, String version, String author) {
    String json =
        """
        {"version":"%s","title":"Ads","language":"it-IT",
         "next_url":"https://ads.example.org/feed.json?page=2",
         "items":[{"id":"9","url":"/ad/9","title":"Aiuto in casa",%s,
           "content_html":"<p>Vitto e alloggio</p><p>Roma</p>",
           "image":"https://ads.example.org/9.jpg",
           "date_published":"2026-02-02T10:00:00+01:00"},
          {"id":10,"content_text":"Solo testo"},{"id":"11"}]}\
        """
            .formatted(version, author);

    Extraction extraction = Answer.of(URL, type, json).extract();

    assertThat(extraction.next()).isEqualTo("https://ads.example.org/feed.json?page=2");
    assertThat(extraction.links())
        .containsExactly(
            "https://ads.example.org/feed.json?page=2", "https://ads.example.org/ad/9");
    assertThat(extraction.adverts()).hasSize(2);
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.channel()).isEqualTo(Channel.FEED);
    assertThat(advert.body()).isEqualTo("Vitto e alloggio\nRoma");
    assertThat(advert.language()).isEqualTo("it");
    assertThat(advert.url()).isEqualTo("https://ads.example.org/ad/9");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-02-02T09:00:00Z"));
    assertThat(advert.fields())
        .isEqualTo(
            Map.of(
                "author",
                "Kim",
                "context.images",
                ImageHash.ofUrl("https://ads.example.org/9.jpg")));
    assertThat(extraction.adverts().get(1).body()).isEqualTo("Solo testo");
  }

  @Test
  void leavesOutTheLineWithWhichABlogNamesEachItemAndItself() {
    String rss =
        """
        <rss version="2.0"><channel><title>Verger</title><item><title>Jardinier recherché</title>
        <link>https://verger.example.org/1</link><description><![CDATA[<p>Tailler les pommiers.</p>
        <p>L’article <a href="https://verger.example.org/1">Jardinier recherché</a> est apparu en premier
        sur <a href="https://verger.example.org">Verger</a>.</p>]]></description></item></channel></rss>\
        """;

    assertThat(
            Answer.of("https://verger.example.org/feed", "application/rss+xml", rss)
                .extract()
                .adverts())
        .singleElement()
        .satisfies(item -> assertThat(item.body()).isEqualTo("Tailler les pommiers."));
  }

  @Test
  void keepsALastLineThatNamesTheItemAndLeadsNowhere() {
    String rss =
        """
        <rss version="2.0"><channel><title>Offers</title><item><title>Cook</title>
        <link>https://ads.example.org/2</link><description><![CDATA[<p>Work from May on.</p>
        <p>We seek a Cook, call +44 7700 900111</p>]]></description></item></channel></rss>\
        """;

    assertThat(
            Answer.of("https://ads.example.org/feed", "application/rss+xml", rss)
                .extract()
                .adverts())
        .singleElement()
        .satisfies(item -> assertThat(item.body()).endsWith("call +44 7700 900111"));
  }

  @Test
  void goesOnInTheArchiveOfAFeedThatIsNotPaged() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/feed"/>
        <link rel="prev-archive" href="/feed/2026-01"/><entry><title>Cook</title></entry></feed>\
        """;

    assertThat(
            Answer.of("https://ads.example.org/feed", "application/atom+xml", atom)
                .extract()
                .next())
        .isEqualTo("https://ads.example.org/feed/2026-01");
  }

  @ParameterizedTest
  @CsvSource({"feed.rss, application/rss+xml", "xmlRss_pubDate.xml, text/xml"})
  void readsTheFeedsOfCrawlerCommons(String file, String type) throws Exception {
    Path path = SharedPages.folder("crawl/rss").resolve(file);

    Extraction extraction =
        Answer.of("https://example.org/f", type, Files.readAllBytes(path)).extract();

    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.adverts()).isNotEmpty();
    assertThat(extraction.links()).isNotEmpty();
  }

  @Test
  void readsAnAuthorThatAFeedEscapesTwice() {
    String rss =
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Ads</title><item><title>Aide</title>
        <link>https://ads.example.org/1</link><author>Centre de l&amp;#039;Exemple</author><description>Logement</description></item>
        </channel></rss>
        """;

    assertThat(
            Answer.of("https://ads.example.org/rss", "application/rss+xml", rss)
                .onlyAdvert()
                .fields())
        .containsEntry("author", "Centre de l'Exemple");
  }

  @Test
  void keepsTheMessengerThatTheTextOfAnItemLinksTo() {
    String rss =
        """
        <rss version="2.0"><channel><title>Ads</title><item><title>Maid</title><link>https://ads.example.org/5</link>
        <description>&lt;p&gt;To live in. &lt;a href="https://wa.me/447700900344?text=Hello"&gt;Write here&lt;/a&gt;&lt;/p&gt;</description>
        </item></channel></rss>
        """;

    Advert advert =
        Answer.of("https://ads.example.org/feed", "application/rss+xml", rss).onlyAdvert();

    assertThat(advert.fields())
        .containsEntry("context.links", "https://wa.me/447700900344")
        .containsEntry("telephone", "+447700900344");
  }
}
