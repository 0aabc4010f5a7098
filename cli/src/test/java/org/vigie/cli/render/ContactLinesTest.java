package org.vigie.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Movement;
import org.vigie.casework.render.ContactReport;
import org.vigie.casework.render.Style;
import org.vigie.pipeline.together.SharedSign;
import org.vigie.text.safe.Known;
import org.vigie.text.safe.SafeJson;

class ContactLinesTest {
  private static final ContactProfile CONTACT =
      new ContactProfile(
          "phone:+33639980001",
          ContactType.PHONE,
          "FR",
          30,
          2,
          Known.TIME,
          Known.TIME.plusSeconds(200_000),
          4,
          Map.of("Ana\u202E", 2L, "Bea", 1L),
          Map.of(),
          Map.of("80 EUR hour", 3L),
          Map.of("Lyon", 12L, "Paris", 18L),
          Map.of("FR", 30L),
          Map.of("fr", 30L),
          Map.of("classifieds", 29L, "messaging", 1L),
          Map.of("a.example.org", 30L),
          Map.of(),
          Map.of(),
          new Movement(List.of("Lyon", "Paris"), 391.6, 2),
          List.of(),
          List.of("ages of 22 and 31"),
          List.of());

  @Test
  void showsWhomItServesWhereAndHowFastItMoves() {
    assertThat(lines(report("", "n-0123", 2)))
        .contains(
            "  contact      phone:+33639980001",
            "  adverts      30; the median contact of classifieds has 2: OA-05 output rate",
            "  names        Ana<U+202E> 2 · Bea 1",
            "  prices       80 EUR hour: 3",
            "  fastest      Lyon > Paris: 392 km in 2 days, 196 km/day",
            "  clash        ages of 22 and 31",
            "Its network: ./vigie network n-0123");
  }

  @Test
  void saysWhyItJoinsNothing() {
    assertThat(lines(report("in 73 unrelated texts", "", 4)))
        .contains(
            "  cut          joins no adverts: in 73 unrelated texts",
            "  adverts      30; the median contact of classifieds has 4");
  }

  @Test
  void showsWhatItsAdvertsShowTogetherAndWhichOnesToRead() {
    Indicator style =
        new Indicator(
            "OA-08",
            "same author style",
            "organised",
            EvidenceGrade.RESEARCH,
            true,
            List.of(),
            "5 of 9");
    SharedSign finding =
        new SharedSign(style, List.of("a-1", "a-2"), List.of("phone:+33639980002"));
    assertThat(new ContactLines(new Style(false)).lines(report("", "", 2), List.of(finding)))
        .containsSequence(
            "  together     OA-08 same author style [organised, grade R]: 5 of 9",
            "               phone:+33639980002",
            "               read: a-1 a-2");
  }

  @Test
  void canBeWrittenForPrograms() {
    assertThat(SafeJson.of(report("in 73 unrelated texts", "", 2)))
        .contains("\"cut\":\"in 73 unrelated texts\"");
  }

  private static ContactReport report(String cut, String network, long median) {
    return new ContactReport(CONTACT, cut, Finding.NONE, network, "classifieds", median);
  }

  private static List<String> lines(ContactReport report) {
    return new ContactLines(new Style(false)).lines(report, List.of());
  }
}
