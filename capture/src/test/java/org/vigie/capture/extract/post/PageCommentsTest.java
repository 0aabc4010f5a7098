package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class PageCommentsTest {
  private static final String STORY =
      "<main><h1>A day at the mill</h1><p>We went to the old mill by the river and stayed until the"
          + " evening, when the last of the visitors had gone home.</p></main>";

  @Test
  void takesCommentsApartFromThePageThatTheyStandBelow() {
    List<Advert> adverts =
        read(
            """
            <section class="comments">
             <div class="comment" id="c-1"><a class="nick">ann</a><time datetime="2026-01-02T10:00:00Z">today</time>
              <div class="comment-text"><p>Was it open in the rain, too?</p></div>
              <div class="comment" id="c-2"><a class="nick">ben</a><div class="comment-text">It was.</div></div></div>
            </section>
            """);

    assertThat(adverts).hasSize(3);
    assertThat(adverts.getFirst().text()).contains("old mill").doesNotContain("in the rain");
    assertThat(adverts.subList(1, 3))
        .extracting(Advert::body)
        .containsExactly("Was it open in the rain, too?", "It was.");
    assertThat(adverts.subList(1, 3))
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("ann", "ben");
  }

  @Test
  void findsWhoSaysAThingInTheTermAboveIt() {
    List<Advert> adverts =
        read(
            """
            <div id="comments"><dl><dt class="comment-author">Ann<span> said...</span></dt>
             <dd class="comment-body"><p>Closed on Mondays.</p></dd></dl></div>
            """);

    assertThat(adverts).hasSize(2);
    assertThat(adverts.getLast().body()).isEqualTo("Closed on Mondays.");
    assertThat(adverts.getLast().fields()).containsEntry("author", "Ann");
  }

  @Test
  void readsABriefEntryWithTheLongerCommentsBelowIt() {
    String comment =
        """
        <li><article class="comment-body"><footer><div class="comment-author"><b class="fn">%s</b> <span>says:</span></div>
          <a href="#c"><time datetime="2026-01-0%dT10:00:00Z">then</time></a></footer>
          <div class="comment-content"><p>%s</p></div></article></li>
        """;
    String html =
        """
        <html><body><article class="hentry"><h1 class="entry-title">Kiln</h1>
        <div class="entry-content"><p>We fired forty bowls on beech last night and slept by the fire.</p></div></article>
        <div id="comments"><ol class="comment-list">%s%s</ol></div></body></html>
        """
            .formatted(
                comment.formatted("Ann", 2, "How damp was the beech, and who split it?"),
                comment.formatted(
                    "Ben", 3, "We sell shelves for kilns. Collection only, no post."));

    List<Advert> adverts =
        Answer.html("https://kiln.example.org/2026/01/kiln/", html).extract().adverts();

    assertThat(adverts).hasSize(3);
    assertThat(adverts.getFirst().body()).contains("forty bowls");
    assertThat(adverts.subList(1, 3))
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("Ann", "Ben");
  }

  private static List<Advert> read(String comments) {
    return Answer.html(
            "https://paper.example.org/mill", "<html><body>" + STORY + comments + "</body></html>")
        .extract()
        .adverts();
  }

  @Test
  void partsCommentsThatAreMarkedByMicroformats() {
    String comment =
        """
        <div class="b-leaf"><div class="p-comment"><span class="p-author"><b>%s</b></span>
        <span class="dt-published">February 4 2026, 20:01:00 UTC</span><div class="p-summary">%s</div></div></div>\
        """;
    String html =
        "<html><body><article class=hentry><h1 class=entry-title>Work abroad</h1><div class=entry-content>"
            + "Pickers wanted, papers go to the foreman, and the fare is taken from wages later."
            + "</div></article>"
            + comment.formatted("lou", "What is the pay? Ring +44 7700 900211")
            + comment.formatted("sam", "Take care, my friend got nothing.");

    List<Advert> adverts = Answer.html("https://blog.example.org/7", html).extract().adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "Pickers wanted, papers go to the foreman, and the fare is taken from wages later.",
            "What is the pay? Ring +44 7700 900211",
            "Take care, my friend got nothing.");
    assertThat(adverts.get(1).fields()).containsEntry("author", "lou");
    assertThat(adverts.get(1).postedAt()).isEqualTo(Instant.parse("2026-02-04T20:01:00Z"));
  }
}
