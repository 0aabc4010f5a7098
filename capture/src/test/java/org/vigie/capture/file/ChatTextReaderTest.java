package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTextReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [5/14/26, 9:05:01\u202fPM]                                     | 2026-05-14T21:05:01Z
          14/5/26, 9:05\u202fp.\u202fm. -                                | 2026-05-14T21:05:00Z
          14/05/2026 à 21:05 -                                           | 2026-05-14T21:05:00Z
          14.5.2026 klo 21.05 -                                          | 2026-05-14T21:05:00Z
          14.05.2026 г., 21:05 ч. -                                      | 2026-05-14T21:05:00Z
          14. 05. 2026. 21:05 -                                          | 2026-05-14T21:05:00Z
          2026. 05. 14. 21:05 -                                          | 2026-05-14T21:05:00Z
          2026-05-14 21:05 -                                             | 2026-05-14T21:05:00Z
          14/5/2569 21:05 -                                              | 2026-05-14T21:05:00Z
          14/5/26, 9:05 π.μ. -                                           | 2026-05-14T09:05:00Z
          14/5/26, 9:05 CH -                                             | 2026-05-14T21:05:00Z
          2026년 5월 14일 오후 12:05 -                                   | 2026-05-14T12:05:00Z
          [2026. 5. 14. 오전 9:05:01]                                    | 2026-05-14T09:05:01Z
          [2026/5/14 上午12:05:01]                                       | 2026-05-14T00:05:01Z
          2026/5/14 晚上8:15 -                                           | 2026-05-14T20:15:00Z
          ১৪/৫/২৬, ৯:০৫ PM -                                             | 2026-05-14T21:05:00Z
          \u200f[\u0661\u0664\u200f/\u0665\u200f/\u0662\u0660\u0662\u0666، \u0669:\u0660\u0665:\u0660\u0661\u202fم] | 2026-05-14T21:05:01Z
          """)
  void readsTheClockOfAPhoneInWhateverLanguage(String begins, String posted) throws IOException {
    ReadFile read = ReadFile.of(FileKind.CHAT_TEXT, "chat.txt", begins + " Kim: Room to let\n");

    assertThat(read.parts("posted")).containsExactly(posted);
    assertThat(read.parts("text")).containsExactly("Room to let");
    assertThat(read.fields("author")).containsExactly("Kim");
  }

  @Test
  void leavesOutWhatThePhoneSaysInPlaceOfAPictureAndBehindAChange() throws IOException {
    String chat =
        """
        04.05.26, 10:03 - Mira: <Medien ausgeschlossen>
        04.05.26, 10:04 - Mira: Wo genau? \u200e<Diese Nachricht wurde bearbeitet.>
        04.05.26, 10:05 - ~\u202fUwe: Zimmer <neu> in Köln
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_TEXT, "chat.txt", chat);

    assertThat(read.parts("text")).containsExactly("Wo genau?", "Zimmer <neu> in Köln");
    assertThat(read.fields("author")).containsExactly("Mira", "Uwe");
  }

  @Test
  void keepsInAMessageALineThatMerelyHoldsADate() throws IOException {
    String chat = "14/05/2026, 10:02 - Bia: Come\n14/05/2026 we leave\nat 10:05 - early\n";

    ReadFile read = ReadFile.of(FileKind.CHAT_TEXT, "chat.txt", chat);

    assertThat(read.parts("text")).containsExactly("Come\n14/05/2026 we leave\nat 10:05 - early");
  }

  @Test
  void keepsInAMessageHoursThatItSpeaksOf() throws IOException {
    String chat =
        "14/05/2026, 10:02 - Bia: Come\n15.05.2026 from 10:00 - 18:00\nat the station\n"
            + "14/05/2026, 10:03 - Leo: Yes\n";

    ReadFile read = ReadFile.of(FileKind.CHAT_TEXT, "chat.txt", chat);

    assertThat(read.parts("text"))
        .containsExactly("Come\n15.05.2026 from 10:00 - 18:00\nat the station", "Yes");
  }

  @Test
  void readsAChatOfLineDayByDay() throws IOException {
    String chat =
        """
        [LINE] Chat history with Invented
        Saved on: 2026/05/06 10:00

        2026/05/04(Mon)
        10:02\tMai\t"Staff for Osaka,
        flat with four"
        10:03\tKen joined the group.
        午後1:05\tKen\tHow much?

        2026/05/05(Tue)
        09:00\tMai\tAsk +1 555 0141
        """;

    ReadFile read = ReadFile.of(FileKind.LINE_TEXT, "[LINE] chat.txt", chat);

    assertThat(read.parts("text"))
        .containsExactly("Staff for Osaka,\nflat with four", "How much?", "Ask +1 555 0141");
    assertThat(read.fields("author")).containsExactly("Mai", "Ken", "Mai");
    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T10:02:00Z", "2026-05-04T13:05:00Z", "2026-05-05T09:00:00Z");
  }

  @Test
  void tellsByAllDaysOfAChatOfLineWhetherTheMonthComesFirst() throws IOException {
    String chat =
        """
        Chat history with Invented
        Mon, 5/4/2026
        10:02 AM\tMai\tStaff for Osaka
        Thu, 5/14/2026
        1:05 PM\tKen\tHow much?
        """;

    ReadFile read = ReadFile.of(FileKind.LINE_TEXT, "[LINE] chat.txt", chat);

    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T10:02:00Z", "2026-05-14T13:05:00Z");
  }

  @Test
  void leavesOutWhatThePhoneSaysInAnyLanguageBehindAMarkWithoutWidth() throws IOException {
    String chat =
        """
        [3/2/26, 9:05:12 p. m.] Work: \u200eLos mensajes están cifrados de extremo a extremo.
        [3/2/26, 9:06:01 p. m.] Kim: Hay plazas
        [3/2/26, 9:07:44 p. m.] Kim: \u200eimagen omitida
        [15/2/26, 9:08:00 p. m.] Kim: \u200eUbicación: https://maps.example.org/?q=1
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_TEXT, "chat.txt", chat);

    assertThat(read.parts("text"))
        .containsExactly("Hay plazas", "\u200eUbicación: https://maps.example.org/?q=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ۱۴۰۴/۱۱/۱۴،\u200f ۲۱:۰۶ - | 2026-02-03T21:06:00Z
          [15/08/1447, 21:06:01]    | 2026-02-03T21:06:01Z
          """)
  void readsTheYearsOfPhonesInIranAndSaudiArabia(String begins, String posted) throws IOException {
    ReadFile read = ReadFile.of(FileKind.CHAT_TEXT, "chat.txt", begins + " Kim: Room to let\n");

    assertThat(read.parts("posted")).containsExactly(posted);
  }

  @Test
  void readsTheClocksBelowADayOfKakaoTalkAndViber() throws IOException {
    String kakao =
        """
        저장한 날짜 : 2026-02-10 12:00:00

        --------------- 2026년 2월 3일 화요일 ---------------
        [Kim] [오후 9:06] Cook wanted
        two beds
        --------------- 2026년 2월 15일 일요일 ---------------
        [Lou] [오전 8:00] Who pays?
        """;
    String viber =
        """
        [ Tuesday, February 3, 2026 ]
        [ 9:06:01 PM ] Kim: Cook wanted
        [ Sunday, February 15, 2026 ]
        [ 8:00:00 AM ] Lou: Who pays?
        """;

    ReadFile ofKakao = ReadFile.of(FileKind.LINE_TEXT, "chat.txt", kakao);
    ReadFile ofViber = ReadFile.of(FileKind.LINE_TEXT, "chat.txt", viber);

    assertThat(ofKakao.parts("text")).containsExactly("Cook wanted\ntwo beds", "Who pays?");
    assertThat(ofKakao.fields("author")).containsExactly("Kim", "Lou");
    assertThat(ofKakao.parts("posted"))
        .containsExactly("2026-02-03T21:06:00Z", "2026-02-15T08:00:00Z");
    assertThat(ofViber.parts("text")).containsExactly("Cook wanted", "Who pays?");
    assertThat(ofViber.parts("posted"))
        .containsExactly("2026-02-03T21:06:01Z", "2026-02-15T08:00:00Z");
  }

  @Test
  void readsWhatStandsBelowEachNameOfQq() throws IOException {
    String chat =
        """
        消息对象:Work
        ====

        2026-02-03 21:06:01 Kim(10001)
        Cook wanted,
        two beds

        2026-02-15 8:00:00 Lou<lou@example.org>
        Who pays?
        """;

    ReadFile read = ReadFile.of(FileKind.LINE_TEXT, "chat.txt", chat);

    assertThat(read.parts("text")).containsExactly("Cook wanted,\ntwo beds", "Who pays?");
    assertThat(read.fields("author")).containsExactly("Kim(10001)", "Lou<lou@example.org>");
    assertThat(read.parts("posted"))
        .containsExactly("2026-02-03T21:06:01Z", "2026-02-15T08:00:00Z");
  }
}
