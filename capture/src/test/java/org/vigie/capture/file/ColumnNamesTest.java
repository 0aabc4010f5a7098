package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

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
}
