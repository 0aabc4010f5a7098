package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Pages are invented. */
class TableRowsTest {
  private static List<Advert> adverts(String body) {
    return Answer.html("https://valley.example.org/board/work.htm", "<html lang=en><body>" + body)
        .extract()
        .adverts();
  }

  @Test
  void readsANoticeInEachRowOfABoard() {
    List<Advert> adverts =
        adverts(
            """
            <h1>Work</h1><table border=1><tr><th>Date<th>Notice<th>Place<th>Contact
             <tr><td>2026-02-21<td><b>Cheese maker</b><br>Forty cows, a room upstairs is given.<td>Upper Mill<td>ann@example.org
             <tr><td>2026-02-18<td><b>Waitress</b><br>Weekends alone, nine an hour.<td>Mill<td>+44 7700 900318</table>
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Cheese maker", "Waitress");
    assertThat(adverts.getFirst().body())
        .isEqualTo("Forty cows, a room upstairs is given.\nann@example.org");
    assertThat(adverts).extracting(Advert::place).containsExactly("Upper Mill", "Mill");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-02-21T00:00:00Z"));
  }

  @Test
  void takesATableOfMeasuresForNoBoard() {
    List<Advert> adverts =
        adverts(
            """
            <h1>Work coat</h1><p>A coat of strong cloth for the yard, with four pockets and a hood that folds away.</p>
            <table><tr><th>Size<th>Chest<th>Length<tr><td>S<td>96 cm<td>70 cm<tr><td>M<td>102 cm<td>72 cm</table>
            """);

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().body()).contains("four pockets");
  }

  @Test
  void takesAFirstRowOfShortWordsForTheHeadingsOfAnOldTable() {
    List<Advert> adverts =
        Answer.html(
                "https://board.example.org/list.php",
                """
                <title>Board</title><body><h2>Last jobs</h2><table><tr bgcolor="#039"><td>Day</td><td>Job</td><td>Contact</td></tr>
                <tr><td>26 May 2026</td><td><b>Cane cutters</b><br>Sixty men, the lorry is paid, papers are made on the spot.</td><td>Mr Example<br>+44 7700 900341</td></tr>
                <tr><td>24 May 2026</td><td><b>Maid</b><br>Sleeps in, small pay each month, one day off.</td><td>maid@example.org</td></tr></table>
                """)
            .extract()
            .adverts();

    assertThat(adverts).extracting(Advert::title).containsExactly("Cane cutters", "Maid");
    assertThat(adverts.getFirst().body()).contains("900341");
  }

  @Test
  void readsATableWhoseCellsReachOverSeveralRowsAndColumns() {
    List<Advert> adverts =
        adverts(
            """
            <table><tr><th colspan=5>Work in May</th></tr>
             <tr><th rowspan=2>Day</th><th rowspan=2>Position</th><th colspan=2>Where</th><th rowspan=2>Notice</th></tr>
             <tr><th>Employer</th><th>Place</th></tr>
             <tr><td rowspan=2>2026-05-02</td><td>Cheese maker</td><td>Upper Farm</td><td>Testham</td><td>Forty cows, a room upstairs is given, Sundays off.</td></tr>
             <tr><td>Waitress</td><td>The Mill Inn</td><td>Milltown</td><td>Weekends alone, nine an hour and meals.</td></tr>
             <tr><td colspan=5>June</td></tr>
             <tr><td>2026-06-01</td><td>Shepherd</td><td>Upper Farm</td><td>Testham</td><td>A hut, two dogs and six hundred sheep.</td></tr></table>
            """);

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Cheese maker", "Waitress", "Shepherd");
    assertThat(adverts).extracting(Advert::place).containsExactly("Testham", "Milltown", "Testham");
    assertThat(adverts)
        .extracting(one -> one.fields().get(Advert.EMPLOYER))
        .containsExactly("Upper Farm", "The Mill Inn", "Upper Farm");
    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-05-02T00:00:00Z"),
            Instant.parse("2026-05-02T00:00:00Z"),
            Instant.parse("2026-06-01T00:00:00Z"));
    assertThat(adverts.get(1).body()).isEqualTo("Weekends alone, nine an hour and meals.");
  }

  @Test
  void readsABoardsNoticesOnceHoweverLongTheyAre() {
    String row =
        "<tr><td>2026-05-0%1$d<td>Maid %1$d to live in %2$s ring +1 555 014%1$d<td>Testham</tr>";
    String said = "with two children and a dog in the house by the mill, ".repeat(3);
    StringBuilder board =
        new StringBuilder("<h1>Work</h1><table><tr><th>Date<th>Notice<th>Place</tr>");
    for (int i = 1; i <= 5; i++) {
      board.append(row.formatted(i, said));
    }

    assertThat(adverts(board + "</table>"))
        .hasSize(5)
        .allSatisfy(one -> assertThat(one.title()).containsOnlyOnce("+1 555"));
  }

  @Test
  void takesAPlaceFromItsColumnAlsoWhereTheTitleNamesIt() {
    String row =
        "<tr><td>2026-02-21<td><a href=/a1>Cook wanted in MILL</a><br>Two hands for the kitchen of a house by"
            + " the lake, each day but Sunday.<td>MILL<td>+44 7700 90034";
    String rows = row.replace("MILL", "Milltown") + "1" + row.replace("MILL", "Testham") + "2";

    assertThat(
            adverts(
                "<h1>Work</h1><table><tr><th>Date<th>Notice<th>Place<th>Phone"
                    + rows.replace("/a1", "/a2")
                    + row.replace("MILL", "Lakeside")
                    + "3</table>"))
        .extracting(Advert::place)
        .containsExactly("Milltown", "Testham", "Lakeside");
  }
}
