package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.ImageHash;

/** The shapes in which vacancies are declared on the web. */
class JobPostingTest {
  private static final String JOB =
      "{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"Picker\","
          + "\"description\":\"Pick apples\",\"hiringOrganization\":{\"@type\":\"Organization\","
          + "\"name\":\"Example Farm\"}}";

  /** Each is the posting of {@link #JOB}, written otherwise. */
  static Map<String, String> shapes() {
    String type = "\"@type\":\"JobPosting\",\"title\":\"Picker\",\"description\":\"Pick apples\"";
    return Map.ofEntries(
        Map.entry("plain", JOB),
        Map.entry("array", "[" + JOB + "]"),
        Map.entry("array in array", "[[" + JOB + "],]"),
        Map.entry("graph", "{\"@graph\":[{\"@type\":\"WebSite\"}," + JOB + "]}"),
        Map.entry(
            "reference within a graph",
            "{\"@graph\":[{\"@id\":\"#org\",\"@type\":\"Organization\",\"name\":\"Example Farm\"},{"
                + type
                + ",\"hiringOrganization\":{\"@id\":\"#org\"}}]}"),
        Map.entry(
            "type as an address", JOB.replace("\"JobPosting", "\"http://schema.org/JobPosting")),
        Map.entry("several types", JOB.replace("\"JobPosting\"", "[\"JobPosting\",\"Thing\"]")),
        Map.entry(
            "prefixed",
            JOB.replace("\"JobPosting", "\"schema:JobPosting")
                .replace("\"title", "\"schema:title")
                .replace("\"description", "\"schema:description")
                .replace("\"hiringO", "\"schema:hiringO")),
        Map.entry("organisation as text", "{" + type + ",\"hiringOrganization\":\"Example Farm\"}"),
        Map.entry(
            "organisation in a list",
            "{" + type + ",\"hiringOrganization\":[{\"legalName\":\"Example Farm\"}]}"),
        Map.entry("comments", "/* a */ " + JOB.replace("{\"@context", "{ // b\n \"@context")),
        Map.entry("comment marks", "<!-- " + JOB + " -->"),
        Map.entry("cdata", "//<![CDATA[\n" + JOB + "\n//]]>"),
        Map.entry("bare cdata", "<![CDATA[" + JOB + "]]>"),
        Map.entry("control characters", JOB.replace("Pick apples", "Pick\t\n\u0001apples")),
        Map.entry("trailing commas", JOB.replace("}}", ",},}")),
        Map.entry("semicolon", JOB + ";"),
        Map.entry("escaped for HTML", JOB.replace("\"", "&quot;")),
        Map.entry("two values", "{\"@type\":\"WebPage\"}\n" + JOB),
        Map.entry("value of a variable", "var job = " + JOB + ";"),
        Map.entry(
            "description as escaped markup",
            JOB.replace("Pick apples", "&lt;p&gt;Pick apples&lt;/p&gt;")));
  }

  static java.util.stream.Stream<String> names() {
    return shapes().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsTheSamePostingInEveryShape(String name) {
    String html =
        "<html><head><script type='application/ld+json'>" + shapes().get(name) + "</script></head>";

    Extraction extraction = Answer.html("https://jobs.example.org/1", html).extract();

    assertThat(extraction.adverts()).hasSize(1);
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.channel()).isEqualTo(Channel.JOB_BOARD);
    assertThat(advert.title()).isEqualTo("Picker");
    assertThat(advert.body().replace("\u0001", "").replaceAll("\\s+", " "))
        .isEqualTo("Pick apples");
    assertThat(advert.fields()).isEqualTo(Map.of("organization", "Example Farm"));
  }

  @Test
  void readsTheOtherScriptsOfAPageWhoseFirstIsBroken() {
    String html =
        "<script type='application/ld+json'>{\"@type\":\"Jo</script>"
            + "<script type='application/ld+json; charset=utf-8'>"
            + JOB
            + "</script>";

    assertThat(Answer.html("https://jobs.example.org/1", html).extract().adverts()).hasSize(1);
  }

  @Test
  void keepsWhereTheWorkIsAndWhereTheEmployerIs() {
    String job =
        JOB.replace(
                "\"name\":\"Example Farm\"",
                "\"name\":\"Example Farm\",\"sameAs\":\"https://farm.example.org/\","
                    + "\"logo\":{\"url\":\"/logo.png\"}")
            .replaceFirst(
                "\"title\"",
                "\"jobLocationType\":\"TELECOMMUTE\",\"jobLocation\":{\"address\":{"
                    + "\"streetAddress\":\"1 Orchard Road\",\"postalCode\":\"00000\","
                    + "\"addressRegion\":\"Munster\",\"addressLocality\":\"Cork\","
                    + "\"addressCountry\":\"IE\"}},\"title\"");

    Advert advert =
        Answer.html(
                "https://jobs.example.org/1",
                "<script type='application/ld+json'>" + job + "</script>")
            .extract()
            .adverts()
            .getFirst();

    assertThat(advert.place()).isEqualTo("Cork");
    assertThat(advert.country()).isEqualTo("IE");
    assertThat(advert.fields())
        .isEqualTo(
            Map.of(
                "organization", "Example Farm",
                "context.locationType", "TELECOMMUTE",
                "context.organizationUrl", "https://farm.example.org/",
                "context.images", ImageHash.ofUrl("https://jobs.example.org/logo.png"),
                "context.street", "1 Orchard Road",
                "context.postalCode", "00000",
                "context.region", "Munster"));
  }

  @Test
  void endsWhereReferencesLeadInCircles() {
    String circle =
        "[{\"@id\":\"a\",\"@type\":\"JobPosting\",\"title\":\"Cook\",\"x\":["
            + "{\"@id\":\"a\"},".repeat(20_000)
            + "1]}]";

    Extraction extraction =
        Answer.html(
                "https://jobs.example.org/1",
                "<script type='application/ld+json'>" + circle + "</script>")
            .extract();

    assertThat(extraction.adverts()).hasSize(1);
  }

  @Test
  void readsPriceAndPictureFromOpenGraph() {
    String html =
        "<html><head><meta property='og:title' content='Flat'>"
            + "<meta property='product:price:amount' content='450'>"
            + "<meta property='product:price:currency' content='EUR'>"
            + "<meta property='og:locality' content='Cork'>"
            + "<meta property='og:image' content='/1.jpg'></head><body><h1>Flat to share</h1>"
            + "<p>A quiet room in a shared flat near the station, heating included.</p>";

    Advert advert =
        Answer.html("https://ads.example.org/ad/1", html).extract().adverts().getFirst();

    assertThat(advert.channel()).isEqualTo(Channel.CLASSIFIEDS);
    assertThat(advert.place()).isEqualTo("Cork");
    assertThat(advert.fields())
        .isEqualTo(
            Map.of(
                "price",
                "450 EUR",
                "context.images",
                ImageHash.ofUrl("https://ads.example.org/1.jpg")));
  }

  @Test
  void namesThePageOfEachOfSeveralPostings() {
    String posting =
        "{\"@type\":\"JobPosting\",\"title\":\"Job %1$d\",\"description\":\"Cabin for eight\",\"url\":\"/j/%1$d\"}";
    String html =
        "<script type=application/ld+json>["
            + posting.formatted(1)
            + ","
            + posting.formatted(2)
            + "]</script>";

    assertThat(Answer.html("https://jobs.example.org/all", html).extract().adverts())
        .extracting(Advert::url)
        .containsExactly("https://jobs.example.org/j/1", "https://jobs.example.org/j/2");
  }
}
