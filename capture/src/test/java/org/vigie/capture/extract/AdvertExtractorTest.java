package org.vigie.capture.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Channel;
import org.vigie.advert.Provenance;
import org.vigie.capture.extract.page.Extraction;

class AdvertExtractorTest {
  private static final String HEAD =
      "<!doctype html><html lang='en-GB'><head><title>T</title></head>";
  private static final String NAV = "<nav><a href='/'>Home</a> <a href='/about'>About us</a></nav>";

  private final AdvertExtractor extractor = new AdvertExtractor();

  @Test
  void readsAJobPostingFromJsonLdThatIsNotQuiteJson() {
    String html =
        HEAD
            + """
            <body><script type="application/ld+json">
            /* made by hand */
            {"@context":"https://schema.org","@graph":[{"@type":["JobPosting"],
             "title":"Warehouse worker",
             "description":"<p>Packing\tgoods.</p><p>Housing arranged.</p>",
             "datePosted":"2026-02-03","validThrough":"2026-04-01",
             "employmentType":["FULL_TIME","TEMPORARY"],
             "hiringOrganization":{"@type":"Organization","name":"Example Logistics"},
             "jobLocation":[{"@type":"Place","address":{"@type":"PostalAddress",
               "addressLocality":"Lyon","addressCountry":{"@type":"Country","name":"France"}}}],
             "baseSalary":{"@type":"MonetaryAmount","currency":"EUR","value":
               {"@type":"QuantitativeValue","minValue":1800,"maxValue":2100,"unitText":"MONTH"}},
             "identifier":{"@type":"PropertyValue","value":"J-17"},}]}; // end
            </script></body></html>\
            """;

    Advert advert = only(html, "https://jobs.example.org:8443/job/17");

    assertThat(advert.channel()).isEqualTo(Channel.JOB_BOARD);
    assertThat(advert.site()).isEqualTo("jobs.example.org");
    assertThat(advert.title()).isEqualTo("Warehouse worker");
    assertThat(advert.body()).isEqualTo("Packing goods.\nHousing arranged.");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
    assertThat(advert.country()).isEqualTo("FR");
    assertThat(advert.place()).isEqualTo("Lyon");
    assertThat(advert.language()).isEqualTo("en");
    assertThat(advert.sourceId()).isEqualTo("J-17");
    assertThat(advert.mandate()).isEqualTo("m-0");
    assertThat(advert.provenance())
        .isEqualTo(
            new Provenance("test.warc.gz", 7, "sha256:00", Instant.parse("2026-03-01T12:00:00Z")));
    assertThat(advert.fields())
        .containsEntry("organization", "Example Logistics")
        .containsEntry("salary", "1800-2100 EUR per month")
        .containsEntry("employmentType", "FULL_TIME, TEMPORARY")
        .containsEntry("validThrough", "2026-04-01")
        .hasSize(4);
  }

  @Test
  void keepsAMissingEmployerAsAFact() {
    Advert advert =
        only(
            HEAD
                + "<script type='application/ld+json'>{\"@type\":\"JobPosting\","
                + "\"title\":\"Helper\",\"description\":\"Good pay\"}</script>",
            "https://jobs.example.org/1");

    assertThat(advert.fields())
        .containsExactly(java.util.Map.entry("organization.missing", "true"));
  }

  @Test
  void readsAClassifiedFromMicrodata() {
    String html =
        HEAD
            + "<body>"
            + NAV
            + """
            <div itemscope itemtype="https://schema.org/Offer">
              <h1 itemprop="name">Room in a shared flat</h1>
              <p itemprop="description">Quiet room.<br>Ask for Sam.</p>
              <span itemprop="price" content="450">450 euro</span>
              <meta itemprop="priceCurrency" content="EUR">
              <div itemprop="areaServed" itemscope itemtype="https://schema.org/Place">
                <span itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
                  <span itemprop="addressLocality">Cork</span>
                  <meta itemprop="addressCountry" content="IE"></span></div>
              <time itemprop="datePublished" datetime="2026-01-05T10:00:00+01:00">5 Jan</time>
            </div>
            <div class="more"><a href="/ad/2">Another</a></div></body>\
            """;

    Advert advert = only(html, "https://ads.example.org/ad/1");

    assertThat(advert.channel()).isEqualTo(Channel.CLASSIFIEDS);
    assertThat(advert.title()).isEqualTo("Room in a shared flat");
    assertThat(advert.body()).isEqualTo("Quiet room.\nAsk for Sam.");
    assertThat(advert.country()).isEqualTo("IE");
    assertThat(advert.place()).isEqualTo("Cork");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
    assertThat(advert.fields()).containsEntry("price", "450 EUR");
  }

  @Test
  void readsEachMessageOfATelegramPreviewAndFollowsOnlyItsPaging() {
    String html =
        HEAD
            + """
            <body><a class="tme_messages_more" href="/s/somechannel?before=40">more</a>
            <div class="tgme_widget_message" data-post="somechannel/41">
              <a class="tgme_widget_message_reply" href="/somechannel/1">
                <div class="tgme_widget_message_text">quoted</div></a>
              <div class="tgme_widget_message_text">First line<br/>write to
                <a href="https://evil.example.net/?before=1">this</a></div>
              <a class="tgme_widget_message_date" href="https://t.example.org/somechannel/41">
                <time datetime="2026-02-01T08:00:00+00:00">08:00</time></a></div>
            <div class="tgme_widget_message" data-post="somechannel/42"><i>only a photo</i></div>
            </body>\
            """;

    Extraction extraction = extract(html, "https://t.example.org/s/somechannel", "text/html");

    assertThat(extraction.links()).containsExactly("https://t.example.org/s/somechannel?before=40");
    assertThat(extraction.adverts()).hasSize(1);
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.channel()).isEqualTo(Channel.MESSAGING);
    assertThat(advert.site()).isEqualTo("t.example.org/somechannel");
    assertThat(advert.url()).isEqualTo("https://t.example.org/somechannel/41");
    assertThat(advert.sourceId()).isEqualTo("somechannel/41");
    assertThat(advert.body()).isEqualTo("First line\nwrite to this");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-02-01T08:00:00Z"));
  }

  @Test
  void readsRssWithItsFullText() {
    String rss =
        """
        <?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <language>fr-FR</language>
        <item><title>Aide à domicile</title><link>https://ads.example.org/ad/9#n9</link>
          <guid isPermaLink="false">9</guid><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate>
          <description>Court</description>
          <content:encoded><![CDATA[<p>Texte entier</p><p>seconde ligne</p>]]></content:encoded>
        </item></channel></rss>\
        """;

    Extraction extraction = extract(rss, "https://ads.example.org/feed.xml", "application/rss+xml");

    assertThat(extraction.links()).containsExactly("https://ads.example.org/ad/9");
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.channel()).isEqualTo(Channel.FEED);
    assertThat(advert.title()).isEqualTo("Aide à domicile");
    assertThat(advert.body()).isEqualTo("Texte entier\nseconde ligne");
    assertThat(advert.url()).isEqualTo("https://ads.example.org/ad/9#n9");
    assertThat(advert.language()).isEqualTo("fr");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-02-02T10:00:00Z"));
  }

  @Test
  void readsAtomWithEscapedMarkup() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><link rel="next" href="?p=2"/>
        <entry><title>Piso</title><link href="/ad/3"/><id>urn:3</id>
        <author><name>Casa</name></author><updated>2026-02-02T10:00:00Z</updated>
        <content type="html">&lt;p&gt;uno&lt;/p&gt;&lt;p&gt;dos&lt;/p&gt;</content></entry></feed>\
        """;

    Extraction extraction = extract(atom, "https://ads.example.org/atom", "application/atom+xml");

    assertThat(extraction.links())
        .containsExactly("https://ads.example.org/atom?p=2", "https://ads.example.org/ad/3");
    assertThat(extraction.adverts().getFirst().body()).isEqualTo("uno\ndos");
    assertThat(extraction.adverts().getFirst().fields()).containsEntry("author", "Casa");
    assertThat(extraction.adverts().getFirst().language()).isEqualTo("es");
  }

  @Test
  void writesTheHostOfALinkInAscii() {
    String html =
        HEAD
            + "<body><a href='https://b\u00fccher.example/\u00fc'>one</a>"
            + "<a href='//\uff11\uff12\uff17.0.0.1/'>two</a><a href='https://stra\u00dfe.example/'>three</a>";

    assertThat(extract(html, "https://ads.example.org/", "text/html").links())
        .containsExactly("https://xn--bcher-kva.example/%C3%BC", "https://127.0.0.1/");
  }

  @Test
  void readsAPlainPageByItsTextAndLeavesItsFrameOut() {
    String html =
        HEAD
            + "<body>"
            + NAV
            + "<div class='wrap'><h1>Seamstress wanted</h1>"
            + "<p>We look for a seamstress for a small workshop near the station.</p>"
            + "<p>Hours from nine to five, and a contract from the first day on.</p>"
            + "<p><a href='/board'>Back to the board</a></p></div>"
            + "<footer>Copyright example.org, all rights reserved, imprint and terms</footer>";

    Advert advert = only(html, "https://plain.example.org/notice/5");

    assertThat(advert.title()).isEqualTo("Seamstress wanted");
    assertThat(advert.body())
        .isEqualTo(
            "We look for a seamstress for a small workshop near the station.\n"
                + "Hours from nine to five, and a contract from the first day on.");
  }

  @Test
  void takesNoAdvertFromAPageInWhichASiteSpeaksAboutItself() {
    String html = HEAD + "<h1>About</h1><p>" + "We print notices word for word. ".repeat(5);

    assertThat(extract(html, "https://ads.example.org/about", "text/html").adverts()).isEmpty();
    assertThat(extract(html, "https://ads.example.org/ad/1", "text/html").adverts()).hasSize(1);
  }

  @Test
  void takesLinksAndNoAdvertFromAListing() {
    StringBuilder html = new StringBuilder(HEAD + "<body>" + NAV + "<ul>");
    for (int i = 1; i <= 4; i++) {
      html.append("<li><a href='/ad/").append(i).append("'>Advert number ").append(i);
      html.append("</a> <span>a short summary of it</span></li>");
    }
    html.append("</ul><a rel='next' href='?page=2'>next</a></body>");

    String url = "https://ads.example.org/ads";
    Extraction extraction = extract(html.toString(), url, "text/html");

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.links())
        .contains("https://ads.example.org/ad/1", "https://ads.example.org/ads?page=2");
    assertThat(extractor.isListing(capture(url), html.toString().getBytes(UTF_8))).isTrue();
  }

  @Test
  void followsNoLinkMarkedNofollowNorPictures() {
    String html =
        HEAD
            + "<body><a rel='nofollow' href='/a'>a</a><a href='/b.jpg'>b</a>"
            + "<a href='mailto:x@example.org'>c</a><a href='javascript:void(0)'>d</a>"
            + "<a href='../e?x=1#part'>e</a><a href='//other.example.org'>f</a></body>";

    assertThat(extract(html, "https://ads.example.org/x/y", "text/html").links())
        .containsExactly("https://ads.example.org/e?x=1", "https://other.example.org/");
    String whole = html.replace("<head>", "<head><meta name='robots' content='NOFOLLOW'>");
    assertThat(extract(whole, "https://ads.example.org/x/y", "text/html").links()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, '%PDF-1.7', not HTML: application/pdf",
    "image/png, 'x', not HTML: image/png",
    "'', 'just words', 'not HTML: no content type, no markup'",
    "text/html, '\u0000\u0001<p>x', not HTML: binary content"
  })
  void saysWhyAPageCannotBeRead(String type, String payload, String failure) {
    assertThat(extract(payload, "https://example.org/x", type).failure()).isEqualTo(failure);
  }

  @Test
  void survivesNestingThatWouldOverflowAStack() {
    String deep = "<div>".repeat(200_000) + "<p>deep</p>";
    String json = "<script type='application/ld+json'>" + "[".repeat(200_000) + "</script>";
    String scopes = "<div itemscope itemprop='a' itemtype='x/Offer'>".repeat(50_000);
    String feed = "<rss><channel>" + "<item>".repeat(100_000);

    assertThat(extract(HEAD + deep, "https://example.org/x", "text/html").failure()).isEmpty();
    assertThat(extract(HEAD + json, "https://example.org/x", "text/html").failure()).isEmpty();
    assertThat(extract(HEAD + scopes, "https://example.org/x", "text/html").failure()).isEmpty();
    assertThat(extract(feed, "https://example.org/x", "text/xml").failure()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"windows-1251", "UTF-8", "windows-1252"})
  void findsTheCharsetThatNobodyDeclared(String charset) {
    String text =
        charset.equals("windows-1252")
            ? "Une chambre à louer près de la gare, très calme et bien meublée"
            : "Требуется помощница по дому, проживание и питание предоставляются";
    String html = "<html><body><h1>x</h1><p>" + text + "</p></body></html>";
    byte[] bytes = html.getBytes(Charset.forName(charset));

    Extraction extraction =
        extractor.extract(SharedPages.capture("https://example.org/ad/1", "text/html"), bytes);

    assertThat(extraction.adverts().getFirst().body()).isEqualTo(text);
  }

  @Test
  void takesNothingFromAnErrorPage() {
    Capture gone =
        new Capture(
            "https://example.org/x",
            Instant.EPOCH,
            404,
            java.util.Map.of("content-type", "text/html"),
            "",
            "f",
            0,
            "");
    assertThat(extractor.extract(gone, "<p>gone".getBytes(UTF_8)))
        .isEqualTo(new Extraction(java.util.List.of(), java.util.List.of(), ""));
  }

  private Advert only(String html, String url) {
    Extraction extraction = extract(html, url, "text/html; charset=utf-8");
    assertThat(extraction.failure()).isEmpty();
    assertThat(extraction.adverts()).hasSize(1);
    return extraction.adverts().getFirst();
  }

  private Extraction extract(String text, String url, String type) {
    return extractor.extract(SharedPages.capture(url, type), text.getBytes(UTF_8));
  }

  private static Capture capture(String url) {
    return SharedPages.capture(url, "text/html");
  }
}
