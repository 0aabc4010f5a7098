package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.markup.PlainWords;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;

class MainContentTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

  /**
   * Word F1 against the labelled main content of the WCXB development pages, and the shares of
   * snippets kept that belong and left out that don't. The rules for products were made on the
   * pages of half of the sites, by a hash of their name; the other half shows how well they carry
   * over.
   */
  @ParameterizedTest
  @CsvSource({
    "forum, 0.775, 0.765, 0.91, 0.84",
    "listing, 0.745, 0.745, 0.76, 0.90",
    "product, 0.75, 0.725, 0.71, 0.90"
  })
  void findsTheLabelledTextOfRealPages(
      String type, double floor, double othersFloor, double keptFloor, double leftOutFloor)
      throws Exception {
    Path folder = SharedPages.folder("html/extraction").resolve(type);
    Score all = new Score();
    Score tuned = new Score();
    Score others = new Score();
    for (Path file : SharedPages.files(folder, ".html.gz")) {
      String name = file.getFileName().toString().replace(".html.gz", ".json");
      JsonNode label = new JsonMapper().readTree(folder.resolve(name).toFile());
      if (!label.path("ground_truth").path("main_content").asText("").isBlank()) {
        String url = label.path("url").asText();
        String text = content(url, SharedPages.read(file));
        all.add(text, label.path("ground_truth"));
        (isTunedOn(url) ? tuned : others).add(text, label.path("ground_truth"));
      }
    }
    System.out.printf(
        "main content, %s: all %s; tuned on %s; others %s%n", type, all, tuned, others);

    assertThat(all.f1()).as("mean word F1").isGreaterThanOrEqualTo(floor);
    assertThat(others.f1()).as("of other sites").isGreaterThanOrEqualTo(othersFloor);
    assertThat(all.kept()).as("share of snippets kept").isGreaterThanOrEqualTo(keptFloor);
    assertThat(all.leftOut()).as("share left out").isGreaterThanOrEqualTo(leftOutFloor);
  }

  @Test
  void takesADeclaredDescriptionForTheContentWhereItIsMostOfIt() {
    String sentence = "The invented table is made of oak, has four legs and seats six. ".repeat(5);
    String html =
        """
        <html><head><script type="application/ld+json">
        {"@type": "Product", "name": "Table", "description": "%s"}</script></head>
        <body><h1>Table</h1><p>Ships within some invented number of days to any place.</p>
        <div class="fold" style="display:none"><p>%s</p></div></body></html>
        """
            .formatted(sentence, sentence);

    assertThat(content(html)).isEqualTo(sentence.strip());
  }

  @Test
  void leavesOutWhatAShopSaysOnEveryPageByItsTitle() {
    String html =
        """
        <html><head><meta property="og:type" content="product"></head><body>
        <div class="x1"><h1>Table</h1><p>An invented table of oak that seats six people.</p>
        <p>It has four legs, a drawer and came out of an attic.</p></div>
        <div class="x2"><p>You may also like</p><p>An invented chair of ash for one.</p></div>
        <h2>Frequently asked questions</h2><p>Who carries it up? We do not.</p>
        <h2>Size</h2><p>It is two metres long and one metre wide.</p></body></html>
        """;

    assertThat(content(html))
        .contains("oak", "attic", "two metres long")
        .doesNotContain("chair", "carries");
  }

  @Test
  void readsAProductsPageFromItsTitleOnWithoutLinesThatTellAReaderNothing() {
    String html =
        """
        <html><head><meta property="og:type" content="product"></head><body>
        <p>An invented house of furniture since 1973</p><h1>Table</h1>
        <p>An invented table of oak that seats six people.</p><p>It has four legs and a drawer.</p>
        <p>thumb_file_1: big</p><p>https://example.org/t.png</p><p>49,00</p><p>XL</p></body></html>
        """;

    assertThat(content(html))
        .isEqualTo(
            """
            Table
            An invented table of oak that seats six people.
            It has four legs and a drawer.
            XL\
            """);
  }

  @Test
  void tellsALabelFromTheTitleOfASectionByItsColon() {
    String html =
        """
        <html><head><meta property="og:type" content="product"></head><body><h1>Lamp</h1>
        <p>An invented lamp for a desk or a shelf, of brass and glass.</p>
        <div><p>Recommended:</p><p>A bulb of eight watts at most.</p></div>
        <div><p>Recommended for you</p><p>An invented chair of ash.</p></div></body></html>
        """;

    assertThat(content(html)).contains("eight watts").doesNotContain("chair");
  }

  @Test
  void leavesOutADialogForConsentThatIsLongerThanThePage() {
    String text = "An invented room is free from May on, near the park, for one person. ";
    String smallPrint = "Some technologies are needed for the pages to work as they should. ";
    String html =
        "<body><p>%s</p><div id='onetrust-consent'><p>%s</p></div></body>"
            .formatted(text, smallPrint.repeat(2));

    assertThat(content(html)).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We and our partners use cookies to measure how these pages are read.",
        "\u00a9 2026 Invented House. All rights reserved."
      })
  void leavesOutWhatASiteSaysOnEveryPage(String notice) {
    String text = "An invented room is free from May on, near the park, for one person. ";

    assertThat(content("<body><p>" + text + "</p><p>" + notice + "</p></body>"))
        .isEqualTo(text.strip());
  }

  @Test
  void readsABakersCookies() {
    String text = "An invented baker sells cookies of oat, ten in a bag, on the market square.";

    assertThat(content("<body><p>" + text + "</p></body>")).isEqualTo(text);
  }

  @Test
  void readsWhatIsHiddenOnSomeScreensAlone() {
    String text =
        "An invented notice that is long enough to be the content of this page. ".repeat(3);
    String html =
        "<body><div class='overflow-hidden'><p class='hidden md:block'>%s</p></div>"
            + "<p class='hidden'>Something nobody sees here.</p></body>";

    assertThat(content(html.formatted(text))).isEqualTo(text.strip());
  }

  @Test
  void tellsTheWidgetsThatABuilderMakesAPageOfFromThoseBesideIt() {
    String widget =
        "<div class='builder-widget'><p>%s is cleaned by invented people, room by room.</p></div>";
    String built =
        widget.formatted("The kitchen")
            + widget.formatted("The attic")
            + widget.formatted("The cellar")
            + widget.formatted("The stable");
    String beside = "<p>%s</p><div class='widget'><p>Weather in Testham: rain.</p></div>";

    assertThat(content("<body>" + built + "</body>")).contains("attic", "stable");
    assertThat(content("<body>" + beside.formatted("A room near the park. ".repeat(9)) + "</body>"))
        .contains("near the park")
        .doesNotContain("Weather");
  }

  private static String content(String html) {
    return content("https://example.org/a/1", html.getBytes(StandardCharsets.UTF_8));
  }

  private static String content(String url, byte[] page) {
    return MainContent.of(Payload.of(SharedPages.capture(url, "text/html"), page).page());
  }

  private static boolean isTunedOn(String url) {
    String host = Page.host(url);
    String site = host.startsWith("www.") ? host.substring(4) : host;
    return (sha256(site)[0] & 1) == 0;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Sums over pages. */
  private static final class Score {
    private int pages;
    private double f1;
    private int with;
    private int kept;
    private int without;
    private int leftOut;

    void add(String text, JsonNode truth) {
      pages++;
      f1 += agreement(words(text), words(truth.path("main_content").asText("")));
      String flat = PlainWords.of(text);
      for (JsonNode snippet : truth.path("with")) {
        with++;
        kept += flat.contains(PlainWords.of(snippet.asText())) ? 1 : 0;
      }
      for (JsonNode snippet : truth.path("without")) {
        without++;
        leftOut += flat.contains(PlainWords.of(snippet.asText())) ? 0 : 1;
      }
    }

    double f1() {
      return f1 / pages;
    }

    double kept() {
      return (double) kept / with;
    }

    double leftOut() {
      return (double) leftOut / without;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "F1 %.3f, with %.3f, without %.3f (%d pages)",
          f1(),
          kept(),
          leftOut(),
          pages);
    }
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.merge(matcher.group(), 1, Integer::sum);
    }
    return words;
  }

  private static double agreement(Map<String, Integer> found, Map<String, Integer> truth) {
    int common = 0;
    for (var entry : found.entrySet()) {
      common += Math.min(entry.getValue(), truth.getOrDefault(entry.getKey(), 0));
    }
    int total =
        found.values().stream().mapToInt(Integer::intValue).sum()
            + truth.values().stream().mapToInt(Integer::intValue).sum();
    return total == 0 ? 0 : 2.0 * common / total;
  }

  @Test
  void leavesOutTheLawOfASiteBelowTheText() {
    String text =
        "Two people to weed beets until the end of June, with a bed in the barn and no pay slip.";
    String law =
        "<p>Whoever reads this page agrees to what is written here by those who keep it.</p>"
            .repeat(12);

    String read =
        Answer.html(
                "https://board.example.org/ad/7",
                "<main><h1>Weeding</h1><p>"
                    + text
                    + "</p><h3>Privacy policy</h3>"
                    + law
                    + "</main>")
            .onlyAdvert()
            .body();

    assertThat(read).contains("weed beets").doesNotContain("agrees");
  }

  @Test
  void keepsTheTermsOfTheWork() {
    String read =
        Answer.html(
                "https://board.example.org/ad/8",
                "<main><h1>Weeding</h1><p>Two people to weed beets until the end of June, with a bed"
                    + " in the barn and no pay slip.</p><h2>Terms and conditions</h2><p>Twelve hours"
                    + " a day, and a deposit of 300 euro for the bed.</p></main>")
            .onlyAdvert()
            .body();

    assertThat(read).contains("a deposit of 300 euro");
  }
}
