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
}
