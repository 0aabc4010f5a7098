package org.vigie.capture.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.markup.BlockText;
import org.vigie.capture.extract.markup.ParsedMarkup;
import org.vigie.capture.extract.markup.TextBlocks;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;

class ExtractionBoundsTest {
  private static final String URL = "https://example.org/offers/1";

  /** Room for what the just-in-time compiler and other tests do meanwhile. */
  private static final double MAX_GROWTH = 2.3;

  private static final int TRIES = 7;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>word ",
        "<div>word</div>",
        "<p>some words that stand in a paragraph of their own</p>",
        "<i a=1 b=2 c=3 d>x</i>",
        "words and nothing else ",
        "<table><tr><td>cell ",
        "<ul><li><a href=/x>to</a> ",
        "&amp;&lt;&eacute; ",
        "<!-- said aside -->x ",
        "<p><b><i><u>word ",
        "<b class=author>ann</b><i class=date>1 May 2026</i><p class=text>word ",
        "<div class=author><div class=date><div class=city>",
        "<table><tr><th>a<th>b<th>c<tr><td>1<td>2<td>three four five six ",
        "<div typeof=Offer><b property=name>x</b>",
        "<div class=post><b>ann</b><time>1 May 2026</time><div class=text>word ",
        "<div class=post><b>ann</b><time>1 May 2026</time><p class=text>some words</p></div>",
        "<table><tr><td>ann</td><td><i>1 May 2026</i></td></tr></table>",
        "<div><span class=label>Place</span><div>",
        "<li class=price><a href=/x>4 €</a><span>Price</span><b>5 €</b>"
      })
  void takesTwiceTheTimeForAPageOfTwiceTheLength(String part) {
    byte[] page = part.repeat(200_000 / part.length()).getBytes(UTF_8);
    byte[] twice = part.repeat(400_000 / part.length()).getBytes(UTF_8);
    extract(page);
    extract(twice);

    assertThat(growth(page, twice)).isLessThanOrEqualTo(MAX_GROWTH);
  }

  @Test
  void takesTwiceTheTimeForTwiceAsManyItemsThatLieInEachOther() {
    byte[] page = nested(3_000);
    byte[] twice = nested(6_000);
    extract(page);
    extract(twice);

    assertThat(growth(page, twice)).isLessThanOrEqualTo(MAX_GROWTH);
  }

  /** Some three items have the same class, and each lies within the one before. */
  private static byte[] nested(int items) {
    StringBuilder page = new StringBuilder("<body>");
    for (int i = 0; i < items; i++) {
      String name =
          Integer.toString(i / 3, 26)
              .chars()
              .collect(
                  StringBuilder::new,
                  (b, c) -> b.append((char) ('a' + c % 26)),
                  StringBuilder::append)
              .toString();
      page.append("<div class=")
          .append(name)
          .append("><a href=/x")
          .append(i)
          .append(">a b c d e</a><p>one two three four five</p>");
    }
    return page.toString().getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!--a-->", "<a href=/x>to</a>", "<p>word ", "<i a=1 b=2>x</i>"})
  void takesTwiceTheTimeForTheLinksOfAPageOfTwiceTheLength(String part) {
    byte[] page = (part.repeat(5_000) + "x".repeat(500_000)).getBytes(UTF_8);
    byte[] twice = (part.repeat(10_000) + "x".repeat(1_000_000)).getBytes(UTF_8);
    cpuTimeOfLinks(page);
    cpuTimeOfLinks(twice);

    double growth = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && growth > MAX_GROWTH; i++) {
      growth = Math.min(growth, (double) cpuTimeOfLinks(twice) / cpuTimeOfLinks(page));
    }

    assertThat(growth).isLessThanOrEqualTo(MAX_GROWTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<br>", "<!-->", "<table><b>", "<i a b c>", "<p><b><i><u><p>x"})
  void boundsWhatAPageBecomesInMemoryAndSaysSo(String part) {
    ParsedMarkup parsed = ParsedMarkup.html(part.repeat((2 << 20) / part.length()), URL);

    assertThat(parsed.cut()).isTrue();
    assertThat(parts(parsed.document())).isLessThan(2 * ParsedMarkup.MAX_PARTS);
  }

  @Test
  void boundsElementsThatAreMadeAnewInEachParagraph() {
    StringBuilder page = new StringBuilder("<p>");
    for (String tag : new String[] {"b", "i", "u", "s", "em", "tt", "big", "code", "small"}) {
      page.append('<').append(tag);
      for (int i = 0; i < 100; i++) {
        page.append(" a").append(i);
      }
      page.append('>');
    }
    ParsedMarkup parsed = ParsedMarkup.html(page.append("<p>x".repeat(7_000)).toString(), URL);

    assertThat(parsed.cut()).isTrue();
    assertThat(parts(parsed.document())).isLessThan(2 * ParsedMarkup.MAX_PARTS);
  }

  @Test
  void marksTheExtractionOfAPageThatWasCut() {
    byte[] page = ("<a href=/first>x</a>" + "<br>".repeat(300_000)).getBytes(UTF_8);

    Extraction extraction = extract(page);

    assertThat(extraction.cut()).isTrue();
    assertThat(extraction.links()).containsExactly("https://example.org/first");
    assertThat(new AdvertExtractor().links(SharedPages.capture(URL, "text/html"), page).cut())
        .isTrue();
  }

  @Test
  void marksTheExtractionOfAPageWithMoreTextThanIsLookedAt() {
    byte[] page = "words ".repeat(TextBlocks.MAX_CHARS / 5 + 1).getBytes(UTF_8);

    Extraction extraction = extract(page);

    assertThat(extraction.cut()).isTrue();
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.text()).hasSizeLessThanOrEqualTo(Advert.MAX_TEXT);
    assertThat(Integer.parseInt(advert.fields().get("context.cut.text")))
        .isBetween(Advert.MAX_TEXT, TextBlocks.MAX_CHARS + TextBlocks.MAX_CHARS / 5);
  }

  /** Body, paragraph and text are three of what is looked at. */
  @ParameterizedTest
  @CsvSource({
    "3, ''",
    "4, a",
    "5, a",
    "6, a\ud83d\ude00",
    "7, a\ud83d\ude00",
    "8, a\ud83d\ude00\ud83d\ude00"
  })
  void cutsTextsBetweenCharactersThatTakeTwo(int most, String text) {
    var body = ParsedMarkup.html("<p>a\ud83d\ude00\ud83d\ude00", URL).document().body();

    assertThat(BlockText.of(body, most).text()).isEqualTo(text);
  }

  @Test
  void cutsDescriptionsBetweenCharactersThatTakeTwo() {
    Page page = Page.parse(SharedPages.capture(URL, "text/html"), new StringReader(""), false);
    page.described("x".repeat(Page.MAX_TEXTS - 2));

    assertThat(page.described("a\ud83d\ude00")).isEqualTo("a");
    assertThat(page.cut()).isTrue();
  }

  @Test
  void marksTheExtractionOfADescriptionInJsonThatWasCut() {
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": "1", "title": "An invented offer", "content_html": "<p>words</p>%s"}]}
        """
            .formatted("<br>".repeat(300_000));
    var capture = SharedPages.capture("https://example.org/feed", "application/feed+json");

    Extraction extraction = new AdvertExtractor().extract(capture, json.getBytes(UTF_8));

    assertThat(extraction.adverts()).hasSize(1);
    assertThat(extraction.cut()).isTrue();
  }

  @Test
  void readsAnElementOfManyNamesOnceAndNestedOnesUpToABound() {
    String names = String.join(" ", Collections.nCopies(2_000, "name"));
    String nested = "<div itemprop='%s'>%s".formatted(names, "words ".repeat(20_000)).repeat(60);
    byte[] page = ("<div itemscope itemtype='https://schema.org/Offer'>" + nested).getBytes(UTF_8);

    assertThat(extract(page).cut()).isTrue();
  }

  /** Spaces, comments and tags are no text, but cost as much to look at. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "<!--a-->", "<b></b>", "<script>a</script>", "\u00a0"})
  void countsWhatIsLookedAtForAValueEvenIfNothingComesOfIt(String filling) {
    String scope = "<div itemscope itemtype='https://schema.org/Offer'>";
    String nested = "<div itemprop=name>".repeat(200);

    assertThat(extract(bytes(scope + nested + filling.repeat(10_000))).cut()).isTrue();
    assertThat(extract(bytes(scope + "<div itemprop=name>" + filling.repeat(10_000))).cut())
        .isFalse();
  }

  @Test
  @Timeout(60)
  void looksUpFewOfAMillionPartsThatAThingClaimsToHave() {
    StringBuilder page = new StringBuilder("<p>".repeat(50_000));
    page.append("<div itemscope itemtype='https://schema.org/Offer' itemref='");
    for (int i = 0; i < 1_000_000; i++) {
      page.append(i).append(' ');
    }

    assertThat(extract(bytes(page.append("'>x</div>").toString())).failure()).isEmpty();
  }

  @Test
  void takesFewNamesForOneProperty() {
    StringBuilder page =
        new StringBuilder("<div itemscope itemtype='https://schema.org/Offer'><b itemprop='");
    for (int i = 0; i < 500_000; i++) {
      page.append("n").append(i).append(' ');
    }
    Answer answer = Answer.html(URL, page.append("'>x</b></div>").toString());

    assertThat(answer.payload().microdata().getFirst().properties()).hasSizeLessThan(1_000);
  }

  @Test
  void readsADescriptionThatManyPostingsReferToUpToABound() {
    StringBuilder page = new StringBuilder("<script type='application/ld+json'>{'@graph':[");
    page.append("{'@id':'#d','name':'%s'}".formatted("words ".repeat(300_000)));
    for (int i = 0; i < 500; i++) {
      page.append(",{'@type':'JobPosting','title':'Cook','description':{'@id':'#d'}}");
    }

    Extraction extraction =
        extract(bytes(page.append("]}</script>").toString().replace('\'', '"')));

    assertThat(extraction.cut()).isTrue();
    assertThat(extraction.adverts()).isNotEmpty();
    assertThat(extraction.adverts().stream().mapToLong(advert -> advert.body().length()).sum())
        .isLessThanOrEqualTo(Page.MAX_TEXTS);
  }

  @Test
  void leavesOutManyQuotesInTimeInProportionToTheirNumber() {
    byte[] page = thread(20_000);
    byte[] twice = thread(40_000);
    assertThat(extract(page).adverts().getFirst().body()).isEqualTo("own\nown");
    extract(twice);

    assertThat(growth(page, twice)).isLessThanOrEqualTo(MAX_GROWTH);
  }

  private static byte[] thread(int quotes) {
    return bytes(
        """
        <html><head><title>T</title></head><body><h1>T</h1>
        <article class="message" data-content="post-1"><div class="message-body">
        <div class="bbWrapper">own%s<p>own</p></div></div></article>
        """
            .formatted("<blockquote>said</blockquote>".repeat(quotes)));
  }

  private static byte[] bytes(String page) {
    return page.getBytes(UTF_8);
  }

  @Test
  void takesALongOrdinaryPageWhole() {
    String page = cards(1_900, 100);

    assertThat(page.length()).isGreaterThan(3 << 20);
    assertThat(extract(page.getBytes(UTF_8)).cut()).isFalse();
  }

  @Test
  void saysThatOfALongerListTheRestIsLeftOut() {
    assertThat(extract(cards(15_000, 10).getBytes(UTF_8)).cut()).isTrue();
  }

  private static String cards(int cards, int words) {
    String card = "<div class=card><h3><a href=/o/%d>Offer</a></h3><span>%s</span></div>\n";
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < cards; i++) {
      page.append(card.formatted(i, "words of an offer ".repeat(words)));
    }
    return page.toString();
  }

  private static Extraction extract(byte[] page) {
    return new AdvertExtractor().extract(SharedPages.capture(URL, "text/html"), page);
  }

  /** Returns how many times as long one page takes as another, as soon as that is little enough. */
  private static double growth(byte[] page, byte[] twice) {
    double growth = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && growth > MAX_GROWTH; i++) {
      growth = Math.min(growth, (double) cpuTime(twice) / cpuTime(page));
    }
    return growth;
  }

  private static long cpuTime(byte[] page) {
    return cpuTimeOf(() -> extract(page));
  }

  private static long cpuTimeOfLinks(byte[] page) {
    return cpuTimeOf(
        () -> new AdvertExtractor().links(SharedPages.capture(URL, "text/html"), page));
  }

  private static long cpuTimeOf(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static int parts(Node document) {
    int[] parts = {0};
    NodeTraversor.traverse((node, depth) -> parts[0] += 1 + node.attributesSize(), document);
    return parts[0];
  }
}
