package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;

/** Ways to be reached that stood where a reader looked away. Pages are invented. */
class KeptContactsTest {
  private static final String LINKS = Advert.CONTEXT + "links";

  private static List<Advert> adverts(String url, String body) {
    return Answer.html(url, body).extract().adverts();
  }

  private static String text(List<Advert> adverts) {
    return adverts.stream().map(Advert::text).collect(Collectors.joining("\n"));
  }

  @Test
  void givesEachRowTheMessengerOfItsOwnCellsBesideOneThatReachesDown() {
    List<Advert> adverts =
        adverts(
            "https://valley.example.org/board/work.htm",
            """
            <body><table><tr><th>Position<th>Notice<th>Write<th>Agency
             <tr><td>Cheese maker<td>Forty cows, a room upstairs is given, Sundays off.<td><a href="https://wa.me/15550100001">write</a><td rowspan=2>Valley Work
             <tr><td>Waitress<td>Weekends alone, nine an hour and meals.<td><a href="https://wa.me/15550100002">write</a></table>
            """);

    assertThat(adverts)
        .extracting(one -> one.fields().get(LINKS))
        .containsExactly("https://wa.me/15550100001", "https://wa.me/15550100002");
  }

  @Test
  void endsTheHeadOfAMailAtTheFirstLineThatIsNoneOfIt() {
    List<Advert> adverts =
        adverts(
            "https://mail.example.org/?l=garden",
            """
            <body><pre>Subject: New in town
            From: Ann Lee &lt;ann@example.org&gt;
            Date: 2026-01-02 6:12:40

            Two new faces arrived on Monday, ask for the list.
            Tel: +44 7700 900318
            Hours: noon to midnight
            Ask at the door for Ann.</pre></body>
            """);

    assertThat(adverts.getFirst().body())
        .startsWith("Two new faces")
        .contains("+44 7700 900318")
        .endsWith("for Ann.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date night: bring a friend.",
        "Next week in Testham: call me.",
        "Thread: needle and cloth are given.",
        "[call +44 7700 900319]"
      })
  void readsOnBelowALineOfAMailThatOnlyResemblesAMenu(String line) {
    List<Advert> adverts =
        adverts(
            "https://mail.example.org/?l=garden",
            """
            <body><pre>Subject: New in town
            From: Ann Lee &lt;ann@example.org&gt;
            Date: 2026-01-02 6:12:40

            Two new faces arrived on Monday, ask for the list.
            %s
            Ask for Ann on +44 7700 900318.
            Next message: <a href="2.html">Spades</a>
            Not of this message.</pre></body>
            """
                .formatted(line));

    assertThat(adverts.getFirst().body())
        .contains(line)
        .endsWith("Ask for Ann on +44 7700 900318.");
  }

  @Test
  void keepsAThreadWhoseTextIsGoneButWhoseTitleTellsHowToReachSomebody() {
    String thread =
        """
        [{"data":{"children":[{"kind":"t3","data":{"id":"a1","subreddit":"work","title":"Rooms, write +44 7700 900318","selftext":"[deleted]","author":"[deleted]","created_utc":1767225600,"permalink":"/r/work/comments/a1/x/"}}]}},
         {"data":{"children":[{"kind":"t1","data":{"id":"c1","author":"ben","body":"Is it still free?","created_utc":1767225700,"permalink":"/r/work/comments/a1/x/c1/"}},
          {"kind":"t1","data":{"id":"c2","author":"[deleted]","body":"[removed]","created_utc":1767225800,"permalink":"/r/work/comments/a1/x/c2/"}}]}}]
        """;

    List<Advert> adverts =
        Answer.json("https://www.reddit.com/r/work/comments/a1/x.json", thread).extract().adverts();

    assertThat(text(adverts)).contains("900318", "still free").doesNotContain("[removed]");
  }

  @Test
  void takesNoLineForATakenDownOneThatTellsHowToReachSomebody() {
    Advert advert =
        Advert.builder(
                org.vigie.advert.Channel.FORUM,
                "forum.example.org",
                java.time.Instant.parse("2026-01-02T00:00:00Z"))
            .body("Сообщение удалено, пиши +44 7700 900318")
            .build();

    assertThat(RemovedText.is(advert)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://rooms.example.org/authentic-massage/12",
        "https://rooms.example.org/authors/ann",
      })
  void takesNoPageForALogInByTheStartOfAWord(String url) {
    List<Advert> adverts =
        adverts(
            url,
            "<title>Ann</title><body><h1>Ann in Testham</h1><p>Quiet rooms above the bakery, open from noon"
                + " until late, ring the second bell and wait on the stairs.</p></body>");

    assertThat(text(adverts)).contains("Quiet rooms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org",
        "<a href='https://wa.me/15550100001'>write</a>",
        "@ann_of_testham"
      })
  void keepsAnAdvertBesideANoticeThatAsksForScripts(String reach) {
    List<Advert> adverts =
        adverts(
            "https://rooms.example.org/12",
            "<title>Ann</title><body><h1>Ann in Testham</h1><p>Quiet rooms above the bakery, open from noon"
                + " until late, ring the second bell: "
                + reach
                + "</p><p>Please enable JavaScript to see the map of the town and all its"
                + " streets.</p></body>");

    assertThat(text(adverts)).contains("Quiet rooms");
  }

  @Test
  void keepsWhatAProfileSaysOfItselfBesideItsCards() {
    String page =
        """
        <title>Ann Bee (@ann.example) | TikTok</title><body>
        <script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{"__DEFAULT_SCOPE__":{"webapp.user-detail":{"userInfo":{"user":
         {"id":"1","uniqueId":"ann.example","nickname":"Ann Bee","signature":"Maids for the Gulf, write +1 555 0100 123","bioLink":{"link":"wa.me/15550100123"}}}}}}</script>
        <div><div class=c><a href="/@ann.example/video/7440000000000000001"></a><p>The sponsor pays on arrival</p></div>
        <div class=c><a href="/@ann.example/video/7440000000000000002"></a><p>What they never tell of it</p></div></div></body>
        """;

    List<Advert> adverts = adverts("https://www.tiktok.com/@ann.example", page);

    assertThat(text(adverts)).contains("555 0100 123", "pays on arrival", "never tell");
  }

  @Test
  void readsThePageItselfWhereItLeadsToPostsOfAnotherSite() {
    List<Advert> adverts =
        adverts(
            "https://agency.example.org/about/maids",
            """
            <title>Maids</title><body><h1>Maids for homes in the Gulf</h1><p>We send maids and drivers within a week, all papers are kept by us, call +44 7700 900318 at any hour.</p>
            <div><a href="https://www.tiktok.com/@ann.example/video/7440000000000000001">See how they are trained here</a></div>
            <div><a href="https://www.tiktok.com/@ann.example/video/7440000000000000002">See the house they live in</a></div></body>
            """);

    assertThat(text(adverts)).contains("900318");
  }

  @Test
  void keepsATelephoneBesideTheLongestTextOfACard() {
    String card =
        """
        <div class=c><a href="/@ann.example/video/744000000000000000%d"></a><p>The sponsor pays on arrival, all papers made</p><i>@ann.example</i><span>+44 7700 90031%<d</span></div>
        """;

    List<Advert> adverts =
        adverts(
            "https://video.example.org/@ann.example",
            "<body><div>" + card.formatted(1) + card.formatted(2) + "</div></body>");

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "The sponsor pays on arrival, all papers made\n+44 7700 900311",
            "The sponsor pays on arrival, all papers made\n+44 7700 900312");
  }

  @Test
  void keepsTheOwnTextOfAnArticleThatHoldsAListOfGroups() {
    String item =
        "<li><a href='https://chat.whatsapp.com/AbCdEfGh%d'>Group %d</a> <p>Rides and rooms for the valley, part %<d</p></li>";
    List<Advert> adverts =
        adverts(
            "https://agency.example.org/news/groups",
            """
            <head><title>Groups</title><meta property="og:type" content="article"></head><body><h1>Groups to join</h1>
            <p>Who wants to leave for the coast this month writes to our driver first, he keeps the papers: +44 7700 900318.</p><ul>
            """
                + item.formatted(1, 1)
                + item.formatted(2, 2)
                + item.formatted(3, 3)
                + item.formatted(4, 4)
                + "</ul></body>");

    assertThat(adverts).hasSize(5);
    assertThat(adverts.getFirst().text()).contains("900318").doesNotContain("part 1");
  }

  @Test
  void keepsATitleThatIsATelephoneNumberAndNoOtherNumber() {
    String post =
        "{\"posts\":[{\"id\":\"%1$d\",\"title\":\"%2$s\",\"body\":\"A room by the mill.\",\"createdAt\":\"2026-01-02T00:00:00Z\"},{\"id\":\"9\",\"title\":\"Spades\",\"body\":\"Two spades to lend.\",\"createdAt\":\"2026-01-02T00:00:00Z\"}]}";

    List<Advert> told =
        Answer.json("https://rooms.example.org/api/posts", post.formatted(1, "07700900318"))
            .extract()
            .adverts();
    List<Advert> counted =
        Answer.json("https://rooms.example.org/api/posts", post.formatted(1, "1,204"))
            .extract()
            .adverts();

    assertThat(told).extracting(Advert::title).containsExactly("07700900318", "Spades");
    assertThat(counted).extracting(Advert::title).containsExactly("", "Spades");
  }

  @Test
  void readsWhatASitesFirstPagePartsByRulesAsOneAdvertWithAllItsContacts() {
    List<Advert> adverts =
        adverts(
            "https://valley.example.org/",
            """
            <body><p><a href="/a">Work</a> <a href="/b">Rooms</a></p><p><a href="/c">Notes</a></p><p><a href="/d">Past</a></p><hr>
            <b>Cheese maker</b><br>Forty cows, a room upstairs is given.<br>+44 7700 900318<hr>
            <b>Waitress</b><br>Weekends alone, nine an hour and meals.<br>+44 7700 900319
            """);

    assertThat(adverts).hasSize(1);
    assertThat(text(adverts)).contains("Forty cows", "900318", "nine an hour", "900319");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Ring ann<i>@example.org</i> or +44 7700 900317</p>",
        "<p>For the north, 12 beds: +44 7700 900318</p>",
        "<p>Bea, who was there before: +44 7700 900319</p>"
      })
  void keepsAllSectionsOfAPageInOneAdvertWhateverEachReaches(String last) {
    List<Advert> adverts =
        adverts(
            "https://valley.example.org/board/work.htm",
            """
            <body><h1>Cheese maker</h1>
            <h3>Work</h3><p>Forty cows, each day from five in the morning.</p><p>Ring +44 7700 900318</p>
            <h3>Bed</h3><p>A room upstairs is given, with a stove and a lamp.</p><p>6 beds: +44 7700 900318</p>
            <h3>Pay</h3><p>Nine an hour, each Friday in the hand of everybody.</p>%s
            """
                .formatted(last));

    assertThat(adverts).hasSize(1);
    assertThat(text(adverts))
        .contains("Forty cows", "a stove", "each Friday", last.replaceAll("<[^>]*>", ""));
  }
}
