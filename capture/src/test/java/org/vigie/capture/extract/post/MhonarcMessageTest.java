package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;

/** Pages are invented; their comments are those that MHonArc 2.6 prints. */
class MhonarcMessageTest {
  private static final String URL = "https://lists.example.org/archive/crew/msg00017.html";

  private static final String HEAD =
      """
      <!-- MHonArc v2.6.19+ -->
      <!--X-Subject: Packers &#45; two wanted -->
      <!--X-From-R13: Zbhvfr [negva <ybhvfrNsnez.rknzcyr.bet> -->
      <!--X-Date: Tue, 17 Nov 2026 09:12:44 +0100 -->
      <!--X-Head-End-->
      <html><head><title>crew</title></head><body><h1>crew</h1>
      <p>[<a href="msg00016.html">Vorige</a>] [<a href="msg00018.html">Volgende</a>]</p>
      """;

  private static final String FOOT =
      """
      <!--X-MsgBody-End--><hr><ul><li>Prev by Date: <a href="msg00016.html">Rooms</a></li></ul></body></html>
      """;

  private static Advert read(String page) {
    return Answer.html(URL, page).onlyAdvert();
  }

  /** Reads a message by what stands between the comments of its head and its foot. */
  private static Advert message(String body) {
    return read(HEAD + body + FOOT);
  }

  @Test
  void readsWhatStandsBetweenTheMarksAndWhoSentItFromTheComments() {
    Advert advert =
        message(
            """
            <!--X-Body-of-Message-->
            <pre>Hello,

            two packers from January, a shared room is given.
            </pre>
            <!--X-Body-of-Message-End-->
            """);

    assertThat(advert.channel()).isEqualTo(Channel.FORUM);
    assertThat(advert.title()).isEqualTo("Packers - two wanted");
    assertThat(advert.body())
        .isEqualTo("Hello,\n\ntwo packers from January, a shared room is given.");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-11-17T08:12:44Z"));
    assertThat(advert.fields())
        .containsEntry("author", "Louise Martin")
        .containsEntry("email", "louise@farm.example.org");
  }

  @Test
  void leavesOutWhatAMessageQuotesByMarkupOrBySignsAndWhatTheListAppends() {
    Advert advert =
        message(
            """
            <!--X-Body-of-Message-->
            <blockquote><p>Who has work in a field?</p></blockquote><p>I do, from January.</p>
            <pre>&gt; And a room?
            Yes, a shared one.
            _______________________________________________
            crew mailing list
            </pre>
            <!--X-Body-of-Message-End-->
            """);

    assertThat(advert.body()).isEqualTo("I do, from January.\nYes, a shared one.");
  }

  @Test
  void keepsAMessageThatQuotesAndSaysNoMore() {
    Advert advert =
        message(
            """
            <!--X-Body-of-Message--><blockquote><p>Who has work in a field?</p></blockquote>
            <!--X-Body-of-Message-End-->
            """);

    assertThat(advert.body()).isEqualTo("Who has work in a field?");
  }

  @Test
  void endsWhereTheArchiveSpeaksIfAMessageLeavesAnElementOpen() {
    Advert advert =
        message(
            """
            <!--X-Body-of-Message--><div><p>I have work from January.</p>
            <!--X-Body-of-Message-End-->
            """);

    assertThat(advert.body()).isEqualTo("I have work from January.");
  }

  @Test
  void takesAuthorAndDateFromThePageIfItsHeadHasNoComments() {
    Advert advert =
        read(
            """
            <html><head><title>Packers</title></head><body><h1>Packers</h1>
            <p><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Louise Martin</span></span>
            <span class="date"><a href="/s">Tue, 17 Nov 2026 00:13:44 -0800</a></span></p>
            <div><!--X-Body-of-Message--><pre>Two packers from January.</pre></div>
            <div><a href="msg00016.html">Previous message</a> <a href="msg00018.html">Next message</a></div></body></html>
            """);

    assertThat(advert.title()).isEqualTo("Packers");
    assertThat(advert.body()).isEqualTo("Two packers from January.");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-11-17T08:13:44Z"));
    assertThat(advert.fields()).containsEntry("author", "Louise Martin");
  }
}
