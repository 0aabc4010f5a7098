package org.vigie.cli.command.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;

class CrawlTryCommandTest {
  private static final String URL = "https://board.example.org/offer/1";

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void start() throws Exception {
    here = Here.in(folder);
    vigie("init", "--trial");
    Files.writeString(
        folder.resolve("page.html"),
        """
        <html lang="en"><body><h1>Kitchen help wanted</h1>
        <div class="text"><p>Washing up, evenings. Look at https://bad.example.net/x now\u202e.</p></div>
        <a href="/offer/2">Next</a><a href="https://other.example.net/">Elsewhere</a></body></html>
        """);
    Files.writeString(
        folder.resolve("board.yaml"),
        """
        hosts: [board.example.org]
        detail: ["/offer/*"]
        selectors: {title: h1, text: div.text, price: .price}
        """);
  }

  @Test
  void showsWhatATemplateFindsAndWhichSelectorMatchedNothing() {
    assertThat(vigie("crawl", "try", URL, "--file", "page.html", "--template", "board.yaml"))
        .isZero();

    assertThat(here.out())
        .contains("read by      site template board, detail page")
        .contains("title matched 1 value")
        .contains("price matched nothing")
        .contains("Kitchen help wanted")
        .contains("hxxps://bad[.]example[.]net/x now<U+202E>.")
        .contains("in scope     1 link\n    hxxps://board[.]example[.]org/offer/2")
        .contains("out of scope 1 link\n    hxxps://other[.]example[.]net/");
    assertThat(folder.resolve("vigie-workspace/captures")).doesNotExist();
    assertThat(folder.resolve("vigie-workspace/captures-frontier")).doesNotExist();
  }

  @Test
  void looksForTemplatesInTheWorkspace() throws Exception {
    Path sites = Files.createDirectories(folder.resolve("vigie-workspace/sites"));
    Files.move(folder.resolve("board.yaml"), sites.resolve("board.yaml"));

    assertThat(vigie("crawl", "try", URL, "--file", "page.html")).as(here.err()).isZero();
    assertThat(here.out()).contains("read by      site template board, detail page");

    Files.writeString(sites.resolve("other.yaml"), "host: [board.example.org]");
    assertThat(vigie("crawl", "try", URL, "--file", "page.html")).isEqualTo(4);
    assertThat(here.err())
        .startsWith("vigie: site template: ")
        .contains("other.yaml: host is no known key");
  }

  @Test
  void saysThatAPageHeldMoreThanIsLookedAt() throws Exception {
    assertThat(vigie("crawl", "try", URL, "--file", "page.html")).isZero();
    assertThat(here.out()).contains("cut          no");

    Files.writeString(folder.resolve("page.html"), "<h1>x</h1>" + "<br>".repeat(300_000));

    assertThat(vigie("crawl", "try", URL, "--file", "page.html")).isZero();
    assertThat(here.out()).contains("cut          yes: it held more than is looked at");
  }

  @Test
  void printsTheSameAsJson() {
    assertThat(vigie("crawl", "try", URL, "--file", "page.html", "--json")).isZero();

    assertThat(here.out())
        .startsWith("{\"url\":\"" + URL + "\"")
        .contains("\"reader\":\"detected: page\"");
  }

  @Test
  void namesTheKeyOfATemplateThatIsUnknown() throws Exception {
    Files.writeString(folder.resolve("board.yaml"), "host: [board.example.org]");

    assertThat(vigie("crawl", "try", URL, "--file", "page.html", "--template", "board.yaml"))
        .isEqualTo(4);
    assertThat(here.err()).contains("board.yaml: host is no known key");
  }

  @Test
  void saysThatATemplateOfOtherAddressesReadsNothing() throws Exception {
    String elsewhere = URL.replace("/offer/", "/elsewhere/");
    assertThat(elsewhere).isNotEqualTo(URL);
    assertThat(vigie("crawl", "try", elsewhere, "--file", "page.html", "--template", "board.yaml"))
        .isZero();
    assertThat(here.err()).contains("--template isn't used");
    assertThat(here.out()).contains("read by      detected");

    assertThat(vigie("crawl", "try", URL, "--file", "page.html", "--template", "board.yaml"))
        .isZero();
    assertThat(here.err()).isEmpty();
  }

  @Test
  void asksNoRealSiteUnderATrialMandate() {
    assertThat(vigie("crawl", "try", URL)).isEqualTo(3);
    assertThat(here.err()).contains("a crawl of real sites needs a real mandate");
  }

  private int vigie(String... words) {
    return here.vigie(words);
  }
}
