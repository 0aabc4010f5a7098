package org.vigie.capture.extract.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.TriedPage;
import org.vigie.capture.extract.page.Extraction;

class SiteTemplateTest {
  private static final String URL = "https://board.example.org/offer/1";

  @TempDir Path folder;

  @Test
  void readsAnAdvertWhereItsSiteKeepsIt() throws Exception {
    Extraction extraction = extractor().extract(page(URL), bytes("example-board.html"));

    assertThat(extraction.adverts()).hasSize(1);
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.title()).isEqualTo("Kitchen help wanted");
    assertThat(advert.body())
        .isEqualTo("Washing up and simple cooking, evenings.\nCall us after noon.");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-02-03T10:00:00Z"));
    assertThat(advert.place()).isEqualTo("Lyon");
    assertThat(advert.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "price", "11 EUR per hour",
                "telephone", "+33 6 39 98 00 01",
                "author", "Bistro Exemple"));
    assertThat(extraction.links())
        .containsExactly(
            "https://board.example.org/offers",
            "https://board.example.org/offer/2",
            "https://other.example.net/x");
  }

  @Test
  void readsTheTextOfPartsWithinPartsOnce() throws Exception {
    SiteTemplate parts =
        SiteTemplateFile.parse(
            "{hosts: [board.example.org], detail: ['/*'], selectors: {text: div.part}}",
            "t",
            "t.yaml");
    byte[] page = ("<body>" + "<div class=part>more ".repeat(100)).getBytes(UTF_8);

    Extraction extraction = new AdvertExtractor(SiteTemplates.of(parts)).extract(page(URL), page);

    assertThat(extraction.adverts().getFirst().body())
        .isEqualTo(String.join("\n", Collections.nCopies(100, "more")));
  }

  @Test
  void takesTheNextPageOfAListFirstAndNoAdvertFromIt() throws Exception {
    String list =
        "<body><a href='/offer/3'>A</a><a class='further' href='/offers?from=20'>Further</a></body>";

    Extraction extraction =
        extractor().extract(page("https://www.board.example.org/offers"), list.getBytes(UTF_8));

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.links())
        .containsExactly(
            "https://www.board.example.org/offers?from=20",
            "https://www.board.example.org/offer/3");
  }

  @Test
  void leavesAPageToDetectionWhoseTitleAndTextHaveMoved() throws Exception {
    String changed =
        "<body><h1>Cook wanted</h1><p>An invented offer for a cook who likes to work at noon.</p></body>";

    TriedPage tried =
        TriedPage.of(page(URL), changed.getBytes(UTF_8), SiteTemplates.of(template()));

    assertThat(tried.reader()).isEqualTo("detected: page");
    assertThat(tried.extraction().adverts().getFirst().title()).isEqualTo("Cook wanted");
    assertThat(tried.selectors()).containsEntry("title", 0).containsEntry("text", 0);
  }

  @Test
  void leavesOtherPagesAndOtherSitesToDetection() throws Exception {
    SiteTemplates templates = SiteTemplates.of(template());

    assertThat(templates.of("https://other.example.org/offer/1")).isNull();
    assertThat(template().kind("https://board.example.org/about")).isNull();
  }

  @Test
  void readsAFolderOfTemplatesAndRefusesTwoForOneHost() throws Exception {
    assertThat(SiteTemplates.in(folder.resolve("none")).of(URL)).isNull();
    Files.write(folder.resolve("a.yaml"), bytes("example-board.yaml"));
    assertThat(SiteTemplates.in(folder).of(URL)).extracting(SiteTemplate::name).isEqualTo("a");

    Files.write(folder.resolve("b.yaml"), bytes("example-board.yaml"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteTemplates.in(folder))
        .withMessage("a host must have one template, but board.example.org has a and b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hosts: [a.example.org] | t.yaml: detail: must name at least one pattern, or listing must, but was neither",
        "host: [a.example.org] | t.yaml: host is no known key; known here: channel, detail, each, hosts, listing, selectors",
        "{hosts: [a.example.org], detail: ['/*'], selectors: {titel: h1}} | t.yaml: selectors.titel is no known key; known here: author, link, next, phone, place, posted, price, text, title",
        "{hosts: [a.example.org], detail: ['/*'], selectors: {title: 'h1['}} | t.yaml: selectors.title: must be a CSS selector, but was 'h1['",
        "{hosts: [a.example.org], detail: ['/*'], selectors: {price: b}} | t.yaml: selectors: must have title or text, since detail pages are named, but was neither",
        "{hosts: [a.example.org], detail: [offer], selectors: {title: b}} | t.yaml: detail: a URL pattern must begin with '/', but was 'offer'",
        "{hosts: ['https://a.example.org/'], detail: ['/*']} | t.yaml: hosts: must be host names without port or path, but was 'https://a.example.org/'",
        "{hosts: [a.example.org], detail: '/*'} | t.yaml: detail: must be a list of texts, but was a string",
        "'[1, 2' | t.yaml: line 1: must be YAML, but isn't",
      },
      quoteCharacter = '"')
  void namesTheFileAndTheKeyThatIsWrong(String yaml, String error) {
    String text = yaml.startsWith("'[") ? "[1, 2" : yaml;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteTemplateFile.parse(text, "t", "t.yaml"))
        .withMessageStartingWith(error);
  }

  @ParameterizedTest
  @CsvSource({
    "/offer/*, /offer/1, true",
    "/offer/*, /offer, false",
    "/*/ad-*.html, /paris/ad-7.html, true",
    "/*/ad-*.html, /paris/ad-7.htm, false",
    "/list?page=*, /list?page=2, true",
    "/list, /list?page=2, false",
  })
  void matchesPathsByStars(String glob, String path, boolean matches) {
    assertThat(new UrlGlob(glob).matches("https://a.example.org" + path)).isEqualTo(matches);
  }

  private static AdvertExtractor extractor() throws Exception {
    return new AdvertExtractor(SiteTemplates.of(template()));
  }

  private static SiteTemplate template() throws Exception {
    return SiteTemplateFile.parse(
        new String(bytes("example-board.yaml"), UTF_8), "example-board", "example-board.yaml");
  }

  private static Capture page(String url) {
    return SharedPages.capture(url, "text/html");
  }

  private static byte[] bytes(String name) throws Exception {
    try (InputStream in = SiteTemplateTest.class.getResourceAsStream("/sites/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
