package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatHtmlReaderTest {
  @Test
  void readsTheZoneOfATimeAndWhereTheWordsOfAMessageLead() throws IOException {
    String page =
        """
        <!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="history">
        <div class="message default" id="message2"><div class="date details" title="04.05.2026 10:00:00 UTC+02:00">10:00</div>
        <div class="from_name">Ola</div><div class="text">Write <a href="https://wa.me/447700900601">here</a></div></div>
        </div></body></html>
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_HTML, "messages.html", page);

    assertThat(read.parts("posted")).containsExactly("2026-05-04T08:00:00Z");
    assertThat(read.fields("context.links")).containsExactly("https://wa.me/447700900601");
  }

  @Test
  void leavesAPageOfSectionsAPage() throws IOException {
    String page =
        """
        <!DOCTYPE html><html><head><title>Farm work</title></head><body><main id="main">
        <section class="hero"><h2 class="title">Pickers wanted</h2><div>Ring +1 555 0141</div></section></main>
        <footer class="foot">An invented farm</footer></body></html>
        """;

    assertThat(ReadFile.of(FileKind.PAGE, "saved.html", page).pages()).hasSize(1);
  }

  @Test
  void partsTheMessagesThatFacebookHandsOut() throws IOException {
    String page =
        """
        <html><head><title>Zoe</title><style type="text/css">%s</style></head><body><main class="a" role="main">
        <section class="b"><h2 class="c">Zoe Example</h2><div class="d"><div><div></div><div>Bar work, phone 99 555 161</div></div></div>
        <footer class="e"><div>May 04, 2026 10:00:11 pm</div></footer></section>
        <section class="b"><h2 class="c">Ivo Example</h2><div class="d"><div><div></div><div>Where?</div></div></div>
        <footer class="e"><div>May 04, 2026 9:30:00 am</div></footer></section></main></body></html>
        """
            .formatted("body{margin:0}".repeat(2_000));

    ReadFile read = ReadFile.of(FileKind.CHAT_HTML, "message_1.html", page);

    assertThat(read.parts("text")).containsExactly("Bar work, phone 99 555 161", "Where?");
    assertThat(read.fields("author")).containsExactly("Zoe Example", "Ivo Example");
    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T22:00:11Z", "2026-05-04T09:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 mai 2026 22:00:11 | 2026-05-04T22:00:11Z",
        "04 de dez. de 2026 22:00 | 2026-12-04T22:00:00Z",
        "ene 04, 2026 10:00:11 p. m. | 2026-01-04T22:00:11Z",
        "4. Dezember 2026 22:00 | 2026-12-04T22:00:00Z",
        "4 sty 2026 22:00 | 2026-01-04T22:00:00Z",
        "Oca 04, 2026 10:00:11 am | 2026-01-04T10:00:11Z",
        "янв. 04, 2026 22:00 | 2026-01-04T22:00:00Z",
        "4 déc. 2026, 22:00 | 2026-12-04T22:00:00Z",
        "on some day | ''",
      })
  void readsDaysAsFacebookWritesThemInItsUsersLanguage(String shown, String posted)
      throws IOException {
    String page =
        """
        <html><head><title>Zoe</title></head><body><main class="a" role="main"><section class="b">
        <h2 class="c">Zoe Example</h2><div class="d"><div><div></div><div>Bar work</div></div></div>
        <footer class="e"><div>%s</div></footer></section></main></body></html>
        """
            .formatted(shown);

    ReadFile read = ReadFile.of(FileKind.CHAT_HTML, "message_1.html", page);

    assertThat(read.parts("posted")).containsExactly(posted);
  }

  @Test
  void namesWhoGoesOnInWhatADiscordExporterWrites() throws IOException {
    String message =
        "<div class=chatlog__message-container><div class=chatlog__message>%s<div"
            + " class=\"chatlog__content chatlog__markdown\">%s</div></div></div>";
    String head =
        "<span class=chatlog__author title=rex>Rex</span> <span class=chatlog__timestamp"
            + " title=\"Tuesday, February 3, 2026 9:06 PM\">2/3/2026</span>";
    String on =
        "<div class=chatlog__short-timestamp title=\"Tuesday, February 3, 2026 9:07 PM\">9:07</div>";

    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_HTML,
            "jobs.html",
            "<!DOCTYPE html><html><body><div class=preamble></div><div class=chatlog>"
                + message.formatted(head, "Runners needed")
                + message.formatted(on, "Ring +1 555 0181")
                + "</div></body></html>");

    assertThat(read.parts("text")).containsExactly("Runners needed", "Ring +1 555 0181");
    assertThat(read.fields("author")).containsExactly("Rex", "Rex");
    assertThat(read.parts("posted"))
        .containsExactly("2026-02-03T21:06:00Z", "2026-02-03T21:07:00Z");
  }

  @Test
  void partsTheMessagesThatInstagramHandsOutInElementsWithoutASection() throws IOException {
    String message =
        """
        <div class="pam _3-95 _2ph- _a6-g"><h2 class="_3-95 _a6-h">%s</h2><div class="_3-95 _a6-p"><div>
        <div></div><div>%s</div></div></div><div class="_3-94 _a6-o">Feb 3, 2026 9:06 pm</div></div>
        """;

    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_HTML,
            "message_1.html",
            "<html><body><main class=_a706 role=main>"
                + message.formatted("Zoe", "Bar work")
                + message.formatted("Ivo", "Where?")
                + "</main></body></html>");

    assertThat(read.parts("text")).containsExactly("Bar work", "Where?");
    assertThat(read.fields("author")).containsExactly("Zoe", "Ivo");
    assertThat(read.parts("posted")).containsOnly("2026-02-03T21:06:00Z");
  }
}
