package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class MailArchiveTest {
  private static final String FOLDER = "https://lists.example.org/pipermail/garden/2026-January/";

  @Test
  void readsAMessageWithoutWhatItQuotesAndWhatTheListSaysBelow() {
    String page =
        """
        <HTML><HEAD><TITLE>[Garden] Help</TITLE><LINK REL="made" HREF="mailto:garden%40lists.example.org"></HEAD><BODY>
        <H1>[Garden] Help</H1><B>Ann Lee</B> <A HREF="mailto:x">ann at example.org</A><BR><I>Thu Jan  1 10:00:00 CET 2026</I>
        <UL><LI>Next message: <A HREF="000002.html">[Garden] Help</A></LI></UL><HR>
        <PRE>Ben wrote:
        > who can dig?

        I can, write to
        ann at dig.example.org

        _______________________________________________
        Garden mailing list
        Garden at lists.example.org
        </PRE></BODY></HTML>
        """;

    Advert advert = Answer.html(FOLDER + "000003.html", page).extract().adverts().getFirst();

    assertThat(advert.title()).isEqualTo("[Garden] Help");
    assertThat(advert.body()).isEqualTo("I can, write to\nann at dig.example.org");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T09:00:00Z"));
    assertThat(advert.fields())
        .containsEntry("author", "Ann Lee")
        .containsEntry("email", "ann@dig.example.org");
  }

  @Test
  void readsAMessageOfAListThatDoesNotSpeakEnglish() {
    String page =
        """
        <HTML><HEAD><TITLE>[Garten] Packer</TITLE><LINK REL="made" HREF="mailto:garten%40lists.example.org"></HEAD><BODY>
        <H1>[Garten] Packer</H1><B>Ann Lee</B> <A HREF="mailto:x">ann at example.org</A><BR><I>Die Dez  1 10:00:00 CET 2026</I>
        <UL><LI>Nächste Nachricht: <A HREF="000002.html">[Garten] Packer</A></LI></UL><HR>
        <PRE>Wir suchen zwei Packer.

        -------------- nächster Teil --------------
        Ein Dateianhang mit HTML-Daten wurde abgetrennt...
        </PRE></BODY></HTML>
        """;

    Advert advert = Answer.html(FOLDER + "000003.html", page).extract().adverts().getFirst();

    assertThat(advert.body()).isEqualTo("Wir suchen zwei Packer.");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
  }

  @Test
  void readsTheMessagesOfAMonthWithWhoWroteThem() {
    String page =
        """
        <HTML><BODY><h1>January 2026 Archives by thread</h1><UL>
        <LI><A HREF="000002.html">[Garden] Help
        </A><A NAME="2">&nbsp;</A><I>Ben
        </I><UL><LI><A HREF="000003.html">[Garden] Help
        </A><A NAME="3">&nbsp;</A><I>Ann Lee
        </I></UL></UL><a href="thread.html">[ thread ]</a></BODY></HTML>
        """;

    List<Advert> adverts = Answer.html(FOLDER + "thread.html", page).extract().adverts();

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(FOLDER + "000002.html", FOLDER + "000003.html");
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("Ben", "Ann Lee");
  }

  @Test
  void readsAMonthThatIsOneText() {
    String month =
        """
        From ann at example.org  Thu Jan  1 10:00:00 2026
        From: ann at example.org (=?utf-8?Q?Ann_L=C3=A9e?=)
        Date: Thu, 1 Jan 2026 10:00:00 +0100
        Subject: [Garden] Spades
          to lend
        Message-ID: <1@example.org>

        Two spades.
        From my shed.

        From ben at example.org  Fri Jan  2 10:00:00 2026
        From: Ben <ben at example.org>
        Date: Fri, 2 Jan 2026 10:00:00 +0000
        Subject: [Garden] Seeds
        Message-ID: <2@example.org>

        A bag of them.
        """;

    List<Advert> adverts =
        Answer.of(FOLDER + "2026-January.txt", "text/plain", month).extract().adverts();

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly(
            "[Garden] Spades to lend\nTwo spades.\nFrom my shed.",
            "[Garden] Seeds\nA bag of them.");
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("Ann Lée", "Ben");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-01-01T09:00:00Z"));
  }

  @Test
  void keepsAMessageThatIsNothingButAQuotation() {
    assertThat(MailBody.own("> all of it")).isEqualTo("> all of it");
  }

  @Test
  void readsAMessageOfAnArchiveThatNamesNobodyWhoMadeIt() {
    String page =
        """
        <HTML><HEAD><TITLE>[Garden] Help</TITLE></HEAD><BODY><H1>[Garden] Help</H1>
        <B>Ann Lee</B> <A HREF="mailto:garden%40lists.example.org">ann at dig.example.org</A><BR><I>Thu Jan  1 10:00:00 CET 2026</I>
        <UL><LI>Previous message: <A HREF="000001.html">[Garden] Tools</A></LI><LI><a href="thread.html#3">[ thread ]</a></LI></UL><HR>
        <PRE>Two are asked for, with boots of their own.
        </PRE></BODY></HTML>
        """;

    Advert advert = Answer.html(FOLDER + "000003.html", page).extract().adverts().getFirst();

    assertThat(advert.body()).isEqualTo("Two are asked for, with boots of their own.");
    assertThat(advert.fields())
        .containsEntry("author", "Ann Lee")
        .containsEntry("email", "ann@dig.example.org");
  }

  @Test
  void readsAMessageBelowTheLinesOfItsHead() {
    String page =
        """
        <body><pre>[<a href="?1">prev in list</a>] [<a href="?2">next in list</a>]
        List:       <a href="?l">garden</a>
        Subject:    <a href="?t">Crew without wages</a>
        From:       <a href="?a">R. Lee &lt;lee () example ! org&gt;</a>
        Date:       2026-01-02 6:12:40

        Eleven of us wait on board, no wages for seven months.
        Please send somebody.
        [<a href="?1">prev in list</a>] [<a href="?2">next in list</a>]</pre><a href="?q">Configure</a></body>
        """;

    Advert advert =
        Answer.html("https://mail.example.org/?l=garden", page).extract().adverts().getFirst();

    assertThat(advert.title()).isEqualTo("Crew without wages");
    assertThat(advert.body())
        .isEqualTo("Eleven of us wait on board, no wages for seven months.\nPlease send somebody.");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-02T06:12:40Z"));
    assertThat(advert.fields())
        .containsEntry("author", "R. Lee")
        .containsEntry("email", "lee@example.org");
  }

  @Test
  void takesAFormWithThreeOfTheLinesForNoMessage() {
    String page =
        """
        <body><h1>Rooms in Testham</h1><p>A quiet room above the bakery, with a stove, a desk and a view over the river to the mill.</p>
        <ul><li>From: <i>1 May</i></li><li>Subject: room</li></ul></body>
        """;

    Advert advert =
        Answer.html("https://mail.example.org/r/1", page).extract().adverts().getFirst();

    assertThat(advert.title()).isEqualTo("Rooms in Testham");
  }
}
