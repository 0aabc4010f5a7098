package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Pages are invented, and of no software that anybody runs. */
class SaidInTurnTest {
  private static final String URL = "https://talk.example.org/room/17";

  private static List<Advert> adverts(String body) {
    return Answer.html(
            URL,
            "<html lang=en><title>Is this rent usual?</title><body><h1>Is this rent usual?</h1>"
                + body)
        .extract()
        .adverts();
  }

  @Test
  void partsWhatSeveralSayByWhoWhenAndWhat() {
    List<Advert> adverts =
        adverts(
            """
            <div class="zz"><div class="zz-author"><a class="zz-author__name">ann</a>
              <span class="zz-date">1 May 2026</span></div>
              <div class="zz-text"><p>She asks for three months at once.</p><p>Is that usual?</p></div></div>
            <div class="answers"><div class="yy"><b class="nick">ben</b>
              <div class="yy_body">No, and never before you have seen the room.</div>
              <time datetime="2026-05-01T09:30:00Z">today</time></div></div>
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "She asks for three months at once.\nIs that usual?",
            "No, and never before you have seen the room.");
    assertThat(adverts).extracting(one -> one.fields().get("author")).containsExactly("ann", "ben");
    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-01T09:30:00Z"));
    assertThat(adverts).extracting(Advert::title).containsOnly("Is this rent usual?");
  }

  @Test
  void takesAListOfArticlesForNoThread() {
    String article =
        """
        <div class="card"><h2><a href="/p/%1$d">Room number %1$d</a></h2><span class="author">ann</span>
          <span class="date">%1$d May 2026</span><div class="text">It has a bed, a desk and a window %1$d.</div></div>
        """;

    List<Advert> adverts =
        adverts(article.formatted(1) + article.formatted(2) + article.formatted(3));

    assertThat(adverts).hasSize(3).allSatisfy(one -> assertThat(one.url()).contains("/p/"));
  }

  @Test
  void takesOneTextForNoThread() {
    List<Advert> adverts =
        adverts(
            """
            <span class="author">ann</span><span class="date">1 May 2026</span>
            <div class="text">She asks for three months at once, and I have never seen the room.</div>
            """);

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().fields()).doesNotContainKey("context.comment");
  }

  @Test
  void readsTheWholeDateThatAShortOneHasForItsTitle() {
    String post =
        """
        <div class="row"><a class="username">%1$s</a><span class="post-date"><a href="/%1$s/9" title="May %2$d, 2026 · 7:45 AM">%2$dh</a></span>
          <div class="post-content">%3$s</div></div>
        """;

    List<Advert> adverts =
        adverts(
            post.formatted("ann", 4, "They keep the passports of all who come by the bus.")
                + post.formatted("ben", 5, "Ask for the licence of the agency before you pay."));

    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-05-04T07:45:00Z"), Instant.parse("2026-05-05T07:45:00Z"));
  }
}
