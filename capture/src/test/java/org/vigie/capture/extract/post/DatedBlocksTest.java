package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Pages are invented, and of no software that anybody runs. */
class DatedBlocksTest {
  private static final String URL = "https://talk.example.org/room/17";

  private static List<Advert> adverts(String title, String body) {
    return Answer.html(URL, "<html lang=en><title>" + title + "</title><body>" + body)
        .extract()
        .adverts();
  }

  @Test
  void partsBlocksOfWhichNoClassNameIsKnown() {
    List<Advert> adverts =
        adverts(
            "The farm at Testham - Places",
            """
            <h1>The farm at Testham</h1>
            <div class="q7"><div class="x1"><div class="x2">Ann Bee</div><div class="x3">Guide, 14 visits</div></div>
              <div><span class="x4">2 months ago</span><span class="x5">They kept our papers and paid nothing until July.</span></div></div>
            <div class="q7"><div class="x1"><div class="x2">Carl Dee</div><div class="x3">Guide, 2 visits</div></div>
              <div><span class="x4">a year ago</span><span class="x5">Good food, and the bus was on time every day.</span></div></div>
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "They kept our papers and paid nothing until July.",
            "Good food, and the bus was on time every day.");
    assertThat(adverts)
        .extracting(one -> one.fields().get("author"))
        .containsExactly("Ann Bee", "Carl Dee");
  }

  @Test
  void readsADateInFrontOfTheAuthorAndATimeOfMilliseconds() {
    String post =
        """
        <li class="row" id="n%1$d"><i data-timestamp="%2$d">1 May 2026</i> by <b>%3$s</b>
          <div class="sig">Bed wanted</div><p>%4$s</p></li>
        """;

    List<Advert> adverts =
        adverts(
            "Is this rent usual?",
            "<h1>Is this rent usual?</h1><ul>"
                + post.formatted(1, 1_777_593_600_000L, "ann", "She asks for three months at once.")
                + post.formatted(2, 1_777_597_200_000L, "ben", "Never before you have seen it.")
                + "</ul>");

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("She asks for three months at once.", "Never before you have seen it.");
    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-01T01:00:00Z"));
    assertThat(adverts).extracting(Advert::url).containsExactly(URL + "#n1", URL + "#n2");
  }

  @Test
  void readsHeadsAndBodiesThatTakeTurns() {
    List<Advert> adverts =
        adverts(
            "Print",
            """
            <h1>Board</h1>
            <div class="top">Title: <b>Rent</b><br>By: <b>ann</b> on <b>1 May 2026, 10:00</b></div>
            <div class="below">She asks for three months at once.<br>Call +1 555 0141</div>
            <div class="top">Title: <b>Re: Rent</b><br>By: <b>ben</b> on <b>2 May 2026, 11:30</b></div>
            <div class="below">Never before you have seen the room yourself.</div>
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "She asks for three months at once.\nCall +1 555 0141",
            "Never before you have seen the room yourself.");
    assertThat(adverts).extracting(one -> one.fields().get("author")).containsExactly("ann", "ben");
  }

  @Test
  void readsAPostAndAnAnswerOfAnotherShape() {
    List<Advert> adverts =
        adverts(
            "Is this rent usual?",
            """
            <h1><a href="/room/17">Is this rent usual?</a></h1>
            <article><div class="content">She asks for three months at once, in cash.</div>
              <a href="/u/ann">ann</a> <time datetime="2026-05-01T09:30:00Z">May</time></article>
            <section><blockquote><a href="/u/ben">ben</a> <time datetime="2026-05-02T09:30:00Z">May</time>
              <div class="content">Ask the others who live there first.</div></blockquote></section>
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "She asks for three months at once, in cash.", "Ask the others who live there first.");
  }

  @Test
  void takesOffersThatLeadElsewhereOrNameAPriceForNoPosts() {
    String linked =
        """
        <div class="card"><a href="/r/%1$d">Quiet room number %1$d</a><b>Ann</b><i>%1$d May 2026</i>
          <p>It has a bed, a desk and a window to the court.</p></div>
        """;
    String priced =
        """
        <div class="card"><b>Ann</b><i>%1$d May 2026</i><span>%1$d00 €</span>
          <p>It has a bed, a desk and a window to the court.</p></div>
        """;

    for (String card : List.of(linked, priced)) {
      List<Advert> adverts =
          adverts("Rooms", card.formatted(1) + card.formatted(2) + card.formatted(3));

      assertThat(adverts).noneMatch(one -> "Ann".equals(one.fields().get("author")));
    }
  }

  @Test
  void leavesTeasersThatAreLinksAsAWholeToListings() {
    String item =
        """
        <a class="row" href="/ad/%1$d"><div><span class="t">Fruit picker %1$d</span>
          <p class="d">Cash by the bin, bed in the hostel and a van at five %1$d.</p>
          <p class="age">%1$d days ago</p></div></a>
        """;

    List<Advert> adverts = adverts("Jobs", "<h1>Jobs</h1>" + item.formatted(2) + item.formatted(3));

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly("https://talk.example.org/ad/2", "https://talk.example.org/ad/3");
  }

  @Test
  void takesWhatIsBoldInAHeadingForNoAuthor() {
    String item =
        """
        <div class="box"><h3><span class="font-bold">Carer at home %1$d</span></h3><p><span>Care Example</span></p>
          <span>%1$d hours ago</span><p>Lives in, six days a week, no papers asked for.</p>
          <a href="/job/%1$d">See job</a></div>
        """;

    List<Advert> adverts = adverts("Jobs", "<h1>Jobs</h1>" + item.formatted(2) + item.formatted(3));

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Carer at home 2", "Carer at home 3");
  }

  @Test
  void readsWhatStandsInOneElementWithItsHour() {
    String line =
        """
        <li class="msg" id="e%1$d"><div class="sender">%2$s</div>
          <div class="msgBody"><time datetime="2026-05-01T10:0%1$d:00Z">10:0%1$d</time>%3$s</div></li>
        """;

    List<Advert> adverts =
        adverts(
            "Kitchen",
            "<h1>Kitchen</h1><ul>"
                + line.formatted(1, "ann", "Who keeps the keys of the cold room?")
                + line.formatted(2, "ben", "Ring the porter on +1 555 0142.")
                + "<li class='note'>carl joined</li></ul>");

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Who keeps the keys of the cold room?", "Ring the porter on +1 555 0142.");
    assertThat(adverts).extracting(one -> one.fields().get("author")).containsExactly("ann", "ben");
  }

  @Test
  void takesTheNameOfAServerForNoPersons() {
    String card =
        """
        <div class="card"><div class="server-name"><a href="/server/%1$d">Work and rooms %1$d</a></div><time>2 hours ago</time>
          <div class="server-description">Offers each day for all who live at number %1$d, ask the staff.</div></div>
        """;

    List<Advert> adverts =
        adverts(
            "Servers",
            "<h1>Servers</h1>" + card.formatted(1) + card.formatted(2) + card.formatted(3));

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Work and rooms 1", "Work and rooms 2", "Work and rooms 3");
  }

  @Test
  void takesRemarksBelowALongListForNoThread() {
    String row = "<p><a href='/b/%1$d'>The long story of an invented town, part %1$d</a></p>";
    String remark =
        "<div class=q7><b class=author>%s</b> <i>2 months ago</i><p>That is no good list.</p></div>";
    StringBuilder list = new StringBuilder("<h1>Best stories</h1>");
    for (int i = 0; i < 30; i++) {
      list.append(row.formatted(i));
    }
    String said = remark.formatted("Ann Bee") + remark.formatted("Carl Dee");

    assertThat(adverts("Stories", said)).hasSize(2);
    assertThat(adverts("Best stories", list + said))
        .noneMatch(advert -> "Ann Bee".equals(advert.fields().get("author")));
  }

  @Test
  void takesItemsThatAreLinksAndNameAPriceForNoPosts() {
    String item =
        """
        <a class="c" href="/a/%1$d"><div><p class="title" title="Maid %1$d">Maid %1$d</p><span>%1$d hours ago</span><span>Testham</span>
          <p><span>3%1$d</span> <span>EUR</span></p></div></a>
        """;

    assertThat(adverts("Adverts", "<main>" + item.formatted(1) + item.formatted(2) + "</main>"))
        .allMatch(advert -> advert.fields().containsKey("price"))
        .noneMatch(advert -> advert.fields().containsKey("author"));
  }

  @Test
  void readsTheWholeDateThatAShortOneHasForItsTitle() {
    String post =
        """
        <div class="row"><a class="username">@%1$s</a><span><a href="/%1$s/9" title="May %2$d, 2026 · 7:45 AM UTC">%2$dh</a></span>
          <div class="text">%3$s</div></div>
        """;

    List<Advert> adverts =
        adverts(
            "Posts",
            post.formatted("ann_example", 4, "They keep the passports of all who come by the bus.")
                + post.formatted(
                    "ben_example", 5, "Ask for the licence of the agency before you pay."));

    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-05-04T07:45:00Z"), Instant.parse("2026-05-05T07:45:00Z"));
  }

  @Test
  void readsTheExactTimeRatherThanTheDayInItsTitle() {
    String post =
        """
        <div class="comment" id="c%1$d"><a class="author">%2$s</a>
          <span title="6 February, 2026" data-timestamp="%3$d">Feb 6 @ 5:46pm</span>
          <div class="comment_text">%4$s</div></div>
        """;

    List<Advert> adverts =
        adverts(
            "A group's wall",
            post.formatted(1, "ann", 1_770_400_000, "Two wanted for a flat, room and food.")
                + post.formatted(2, "ben", 1_770_403_600, "They keep your phone at the door."));

    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-02-06T17:46:40Z"), Instant.parse("2026-02-06T18:46:40Z"));
  }

  @Test
  void readsWhatOthersAnswerAndLeavesOutWhatTheyQuote() {
    String answer =
        """
        <li class="item" id="c%1$d"><h4><a href="/people/%1$d/">%2$s</a> <span class="pubtime">2026-02-06 1%1$d:00:00</span></h4>
          %3$s<p class="reply-content">%4$s</p></li>
        """;
    String quote =
        "<div class=reply-quote><div class=reply-quote-content>I was there, and they pay nobody</div></div>";

    List<Advert> adverts =
        adverts(
            "Waiters wanted",
            "<h1>Waiters wanted</h1><div class=topic><h3><a href=/people/9/>kim</a>"
                + " <span class=create-time>2026-02-06 10:11:12</span></h3>"
                + "<div class=rich><p>Waiters wanted, room and food, the fare is paid back.</p></div></div><ul>"
                + answer.formatted(1, "lou", "", "I was there, and they pay nobody a thing at all.")
                + answer.formatted(2, "kim", quote, "Talk no rubbish, write.")
                + "</ul>");

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "Waiters wanted, room and food, the fare is paid back.",
            "I was there, and they pay nobody a thing at all.",
            "Talk no rubbish, write.");
    assertThat(adverts)
        .extracting(one -> one.fields().get("author"))
        .containsExactly("kim", "lou", "kim");
  }
}
