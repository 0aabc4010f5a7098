package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.text.ProcessorTime;

class ColumnNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Überschrift,title",
    "Ort (PLZ),place",
    "Anzeigentext:,text",
    "Téléphone / portable,fields.telephone",
    "LIEU,place",
    "Opis [pl],text",
    "Maaş,fields.price",
    "Ημερομηνία,posted",
    "الهاتف,fields.telephone",
    "शीर्षक,title",
    "发布时间,posted",
    "Zaměstnavatel,fields.organization",
    "Odesílatel,fields.author",
    "Courriel,fields.email",
    "Lien*,url",
    "刊登者,fields.author",
    "價格,fields.price",
    "地區,place",
    "전화번호,fields.telephone",
    "本文,text",
    "Annonceur,fields.author"
  })
  void knowsAColumnByItsWordInItsLanguage(String heading, String key) {
    assertThat(ColumnNames.of(List.of(heading), List.of(), Map.of())).containsEntry(0, key);
  }

  @Test
  void keepsTheWholeNameOfAColumnThatItDoesNotKnow() {
    assertThat(ColumnNames.of(List.of("Sachbearbeiter (intern)"), List.of(), Map.of()))
        .containsEntry(0, "fields.Sachbearbeiter (intern)");
  }

  @Test
  void takesTheFirstOfTwoColumnsForOnePart() {
    assertThat(ColumnNames.of(List.of("Ort", "Stadt"), List.of(), Map.of()))
        .containsEntry(0, "place")
        .containsEntry(1, "fields.Stadt");
  }

  @Test
  void looksAtTheStartOfALongHeading() {
    String heading = "(".repeat(400_000);

    Map<Integer, String> names =
        ProcessorTime.within(
            Duration.ofSeconds(5), () -> ColumnNames.of(List.of(heading), List.of(), Map.of()));

    assertThat(names).containsEntry(0, "fields." + heading);
  }

  @Test
  void takesFromAPhonesReportWhoWroteAndWhenToTheMinute() {
    List<String> header =
        List.of(
            "Start Time: Time",
            "Account",
            "From",
            "To",
            "Body",
            "Timestamp: Date",
            "Timestamp: Time");
    List<List<String>> rows =
        List.of(
            List.of(
                "03/02/2026 21:00", "a", "b", "c", "d", "03/02/2026", "03/02/2026 21:06(UTC+0)"),
            List.of("", "a", "b", "c", "d", "03/02/2026", "03/02/2026 21:07(UTC+0)"));

    assertThat(ColumnNames.of(header, rows, Map.of()))
        .containsEntry(2, "fields.author")
        .containsEntry(4, "text")
        .containsEntry(6, "posted");
  }

  @Test
  void joinsTheClockOfAColumnOfItsOwnToTheDay() throws Exception {
    String table =
        """
        Date,Time,Sender name,Message
        03/02/2026,21:06:01,447700900271@s.whatsapp.net Sal,"Bed in the hall, pay later"
        15/02/2026,8:00 AM,447700900272@s.whatsapp.net,Who pays?
        """;

    ReadFile read = ReadFile.of(FileKind.TABLE, "messages.csv", table);

    assertThat(read.parts("posted"))
        .containsExactly("2026-02-03T21:06:01Z", "2026-02-15T08:00:00Z");
    assertThat(read.fields("author")).containsExactly("Sal", "+447700900272");
    assertThat(read.fields("telephone")).containsExactly("+447700900271", "+447700900272");
  }

  @Test
  void readsATableInTheHebrewOfWindows() throws Exception {
    String table = "כותרת;תוכן המודעה;עיר\nדרושה מטפלת;דרושה מטפלת לקשיש, מגורים בבית;חיפה\n";

    ReadFile read =
        ReadFile.of(FileKind.TABLE, "list.csv", table.getBytes(Charset.forName("windows-1255")));

    assertThat(read.parts("text")).containsExactly("דרושה מטפלת לקשיש, מגורים בבית");
  }

  @ParameterizedTest
  @CsvSource({
    "03/02/2026 21:06:01(UTC+0),2026-02-03T21:06:01Z",
    "03/02/2026 21:06:01(UTC+2),2026-02-03T19:06:01Z",
    "03/02/2026 21:06:01(UTC-4:30),2026-02-04T01:36:01Z"
  })
  void readsTheZoneInBracketsBehindATime(String written, String instant) {
    assertThat(LocalTimes.parse(written, true)).isEqualTo(instant);
  }
}
