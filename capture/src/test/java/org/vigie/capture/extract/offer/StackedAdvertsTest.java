package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;
import org.vigie.text.ProcessorTime;

/** Pages are invented. */
class StackedAdvertsTest {
  private static final String COOK =
      "We look for a cook for our small house by the lake, room and food are given.";
  private static final String NANNY =
      "A family looks for somebody who lives with them and minds two small children.";
  private static final String MASON =
      "Ten masons are needed at once for a wall by the river, paid each week.";

  private static List<Advert> adverts(String body) {
    return Answer.html("https://valley.example.org/small.htm", "<html lang=en><body>" + body)
        .extract()
        .adverts();
  }

  private static String entry(String form, String name, String day, String text) {
    return form.replace("NAME", name).replace("DAY", day).replace("TEXT", text);
  }

  private static String entries(String form) {
    return "<h1>Guestbook</h1>"
        + entry(form, "Ann Other", "01.03.2025 10:00", COOK + " Call +44 7700 900341.")
        + entry(form, "Ben Some", "02.03.2025 11:30", NANNY + " Write to ben@example.org.")
        + entry(form, "Cas One", "03.03.2025 09:15", MASON);
  }

  private static void areParted(List<Advert> adverts) {
    assertThat(adverts).hasSize(3);
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("Ann Other", "Ben Some", "Cas One");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            COOK + " Call +44 7700 900341.", NANNY + " Write to ben@example.org.", MASON);
  }

  @Test
  void partsAGuestbookWithATableForEachEntry() {
    areParted(
        adverts(
            entries(
                "<table><tr><td><b>NAME</b> wrote on DAY</td></tr><tr><td>TEXT</td></tr></table>")));
  }

  @Test
  void partsAGuestbookWithTwoRowsForEachEntry() {
    String rows = entries("<tr><td><b>NAME</b> wrote on DAY</td></tr><tr><td>TEXT</td></tr>");

    areParted(adverts(rows.replace("</h1>", "</h1><table>") + "</table>"));
  }

  @Test
  void partsPostsWithALineAboveEach() {
    areParted(adverts(entries("<p><i>Posted DAY by NAME</i></p><p>TEXT</p>")));
  }

  @Test
  void partsAdvertsThatAreTermsOfAList() {
    List<Advert> adverts =
        adverts(
            "<h1>Small ads</h1><dl><dt>Cook for the lake<dd>"
                + COOK
                + " Call +44 7700 900341. <small>1 March 2025</small><dt>Nanny<dd>"
                + NANNY
                + " Write to ben@example.org. <small>2 March 2025</small></dl>");

    assertThat(adverts).extracting(Advert::title).containsExactly("Cook for the lake", "Nanny");
    assertThat(adverts.getLast().body()).isEqualTo(NANNY + " Write to ben@example.org.");
    assertThat(adverts.getLast().postedAt()).isEqualTo(Instant.parse("2025-03-02T00:00:00Z"));
  }

  @Test
  void partsAdvertsWithRulesBetweenThem() {
    List<Advert> adverts =
        adverts(
            "<h2>Adverts</h2><p>Send us yours.</p><p>"
                + COOK
                + "<br>Ann, +44 7700 900341</p><hr><p>"
                + NANNY
                + "<br>Ben, +44 7700 900342</p><hr><p>"
                + MASON
                + "<br>Cas, +44 7700 900343</p><hr>");

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            COOK + "\nAnn, +44 7700 900341",
            NANNY + "\nBen, +44 7700 900342",
            MASON + "\nCas, +44 7700 900343");
  }

  @Test
  void partsAdvertsUnderHeadingsOfTheirOwn() {
    List<Advert> adverts =
        adverts(
            "<h1>Board</h1><h3>Cook</h3><p>"
                + COOK
                + "</p><p>+44 7700 900341</p><h3>Nanny</h3><p>"
                + NANNY
                + "</p><p>ben@example.org</p><h3>Masons</h3><p>"
                + MASON
                + "</p><p>cas@example.org</p>");

    assertThat(adverts).extracting(Advert::title).containsExactly("Cook", "Nanny", "Masons");
    assertThat(adverts.get(1).body()).isEqualTo(NANNY + "\nben@example.org");
  }

  @Test
  void keepsWhatStandsAroundThePartsAsAnAdvertOfItsOwn() {
    String intro =
        "<p>Our own inn needs a porter for nights, ask at the desk or ring +44 7700 900349 first.</p>";
    List<Advert> adverts =
        adverts(
            entries("<div><b>NAME</b> wrote on DAY<p>TEXT</p></div>")
                .replace("</h1>", "</h1>" + intro));

    assertThat(adverts).hasSize(4);
    assertThat(adverts.getFirst().body()).contains("900349").doesNotContain("900341");
    assertThat(adverts.subList(1, 4)).noneMatch(advert -> advert.body().contains("900349"));
  }

  @Test
  void leavesAnAdvertWithAListOfDetailsWhole() {
    List<Advert> adverts =
        adverts(
            "<h1>Cook wanted</h1><p>"
                + COOK
                + "</p><dl><dt>Where<dd>By the lake, ten minutes on foot from the old station and the mill"
                + "<dt>Pay<dd>€ 12 an hour, more for nights and for all days on which others rest"
                + "<dt>From<dd>1 March 2025 until the end of the season, or longer if both like it"
                + "<dt>Ring<dd>+44 7700 900341 in the morning, when somebody is at the desk of the house"
                + "<dt>Write<dd>cook@example.org in the evening, when nobody is at the desk of the house</dl>");

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().text()).contains("900341", "cook@example.org");
  }

  @Test
  void leavesAnAdvertWithTwoNumbersWhole() {
    String first = COOK + " In the morning ring Ann on +44 7700 900341.";
    String second = "In the evening, when she is out, ring her brother Ben on +44 7700 900342.";

    assertThat(adverts("<h1>Cook wanted</h1><p>" + first + "</p><p>" + second + "</p>")).hasSize(1);
    assertThat(adverts("<h1>Cook</h1><p>" + first + "</p><hr><p>" + second + "</p>")).hasSize(1);
    assertThat(adverts("<h1>Cook</h1><div>" + first + "</div><div>" + second + "</div>"))
        .hasSize(1);
  }

  @Test
  void leavesSectionsThatNameTheSameNumberWhole() {
    String call = " Ring Ann on +44 7700 900341 for that.";
    String sections =
        "<h3>The work</h3><p>" + COOK + call + "</p><h3>The house</h3><p>" + NANNY + call;

    assertThat(adverts("<h1>Inn</h1>" + sections + "</p><h3>The wall</h3><p>" + MASON + call))
        .hasSize(1);
  }

  @Test
  void leavesTheSectionsOfOneAdvertWhole() {
    String sections =
        "<h3>Morning</h3><p>In the morning ring Ann, who is at the desk of the house, +44 7700 900341.</p>"
            + "<h3>Evening</h3><p>In the evening ring Ben, who is at home above the mill, +44 7700 900342.</p>";
    String pay = "<h3>Pay</h3><p>€ 12 an hour, more at night, paid each Friday in cash or by bank.";
    String write = " Write to cas@example.org about that.";
    String advert = "<h1>Cook wanted</h1><p>" + COOK + "</p>" + sections + pay;

    assertThat(adverts(advert)).hasSize(1);
    assertThat(adverts(advert + write)).hasSize(1);
    assertThat(adverts(advert.replace("<h3>", "<hr><h3>"))).hasSize(1);
    assertThat(adverts(advert).getFirst().text()).contains("house by the lake", "900342");
  }

  @Test
  void leavesATableOfAttributesWhole() {
    String rows =
        """
        <tr><td><b>Work</b></td><td>Cooking for twelve guests, breakfast and supper, six days in each week</td></tr>
        <tr><td><b>Pay</b></td><td>€ 12 an hour, paid on Fridays, and € 20 for each night beside that</td></tr>
        <tr><td><b>Begins</b></td><td>On 1 March 2025, and until the end of the season if all goes well</td></tr>
        <tr><td><b>Contact</b></td><td>Ann at the desk of the house, +44 7700 900341, or cook@example.org by night</td></tr>
        """;

    assertThat(adverts("<h1>Cook wanted</h1><table>" + rows + "</table>")).hasSize(1);
  }

  @Test
  void leavesAnArticleWithRulesWhole() {
    String article =
        "<h1>A walk</h1><p>"
            + "We went up early on 1 March 2025 and saw the lake below us the whole day. ".repeat(3)
            + "</p><hr><p>"
            + "The second day, 2 March 2025, it rained and we sat in the hut until noon. ".repeat(3)
            + "</p><hr><p>"
            + "Who wants to come along next year may write to walk@example.org before May. "
                .repeat(2)
            + "</p>";

    assertThat(adverts(article)).hasSize(1);
  }

  @Test
  void leavesAnAdvertThatNamesDaysAndTownsWhole() {
    String days =
        "<div><b>Upper Mill</b> 1.3.2025<p>"
            + COOK
            + "</p></div><div><b>Lower Mill</b> 8.3.2025<p>"
            + NANNY
            + "</p></div><div><b>Old Station</b> 15.3.2025<p>"
            + MASON
            + "</p></div>";

    assertThat(adverts("<h1>On tour</h1>" + days + "<p>Ring +44 7700 900341.</p>")).hasSize(1);
  }

  @Test
  void leavesAnAdvertWithDaysToComeWhole() {
    String days =
        "<div><b>Ann</b> from 1.3.2099 10:00<p>"
            + COOK
            + "</p></div><div><b>Ben</b> from 8.3.2099 11:00<p>"
            + NANNY
            + "</p></div>";

    assertThat(adverts("<h1>On tour</h1>" + days)).hasSize(1);
  }

  @Test
  void readsNoOffersFromThePageOfASitesOwnPeople() {
    String people =
        "<h3>Sales</h3><p>Ask our people in the shop about all that we sell, +44 7700 900341.</p>"
            + "<h3>Repairs</h3><p>Ask our people in the yard about all that broke, +44 7700 900342.</p>"
            + "<h3>Press</h3><p>Ask our people upstairs about all that we say, +44 7700 900343.</p>";

    assertThat(Answer.html("https://valley.example.org/contact.htm", people).extract().adverts())
        .isEmpty();
  }

  @Test
  void readsBoxesWithinBoxesInTimeThatGrowsWithThePage() {
    String box = "<div><b>Ann Other</b> wrote on 01.03.2025 10:00<p>" + COOK + "</p></div>";
    String nest = "<div>".repeat(400) + (box + "<hr>").repeat(2_000) + "</div>".repeat(400);
    StringBuilder shapes = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      String name = "x".repeat(1 + i % 40) + (char) ('a' + i % 26);
      shapes.append("<p class=").append(name).append(">1 March 2025</p><hr><h3>a</h3>");
    }

    assertThat(ProcessorTime.within(Duration.ofSeconds(8), () -> adverts(nest))).isNotEmpty();
    ProcessorTime.within(Duration.ofSeconds(8), () -> adverts(shapes.toString()));
  }

  @Test
  void looksForNamesAndNumbersInTimeThatGrowsWithThePage() {
    String[] runs = {"a".repeat(200_000), "1 ".repeat(100_000), "a.".repeat(100_000) + "@"};
    for (String run : runs) {
      String parts = "<p>" + COOK + run + "</p><hr><p>" + NANNY + run + "</p><hr><p>" + MASON + run;

      ProcessorTime.within(Duration.ofSeconds(8), () -> adverts(parts));
    }
  }
}
