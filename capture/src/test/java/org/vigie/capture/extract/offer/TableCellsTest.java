package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.content.LabelledParts.Part;

class TableCellsTest {
  private static Element table(String rows) {
    return Jsoup.parse("<table>" + rows + "</table>").getElementsByTag("table").getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65534", "99999999999", "3"})
  void letsACellReachDownToTheEndOfItsGroup(String span) {
    List<List<Element>> rows =
        TableGrid.of(
                table("<tr><td rowspan=" + span + ">a<td>1<tr><td>2<tr><td>3<tbody><tr><td>b<td>4"))
            .rows();

    assertThat(rows.stream().map(row -> row.getFirst().text())).containsExactly("a", "a", "a", "b");
  }

  @Test
  void findsTheHeadingOfACellBelowOneThatReachesDown() {
    Element table =
        table(
            "<tr><th>Day<th>Employer<th>Town<tr><td rowspan=2>1 May<td>Upper Farm<td>Testham"
                + "<tr><td>The Mill Inn<td>Milltown");

    assertThat(
            TableHead.parts(table).entrySet().stream()
                .filter(entry -> entry.getValue() == Part.EMPLOYER)
                .map(entry -> entry.getKey().text()))
        .containsExactlyInAnyOrder("Upper Farm", "The Mill Inn");
  }

  @Test
  void findsTheHeadingsBelowACaptionAndInTwoRows() {
    Element table =
        table(
            "<tr><td colspan=3>Work in May<tr><th rowspan=2>Day<th colspan=2>Where<tr><th>Employer<th>Town"
                + "<tr><td>1 May<td>Upper Farm<td>Testham");

    assertThat(
            TableHead.parts(table).entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().text()))
        .containsExactlyInAnyOrder("EMPLOYER Upper Farm", "PLACE Testham");
  }

  @Test
  void saysThatABoardHasMoreRowsThanAreRead() {
    String rows =
        IntStream.range(0, 600)
            .mapToObj(i -> "<tr><td>Maid " + i + "<td>A room is given, Sundays off.<td>Testham")
            .collect(Collectors.joining());
    String page = "<body><table><tr><th>Position<th>Notice<th>Place" + "%s</table></body>";
    String url = "https://valley.example.org/board/work.htm";

    assertThat(Answer.html(url, page.formatted(rows)).extract().cut()).isTrue();
    assertThat(
            Answer.html(url, page.formatted(rows.substring(0, rows.length() / 2))).extract().cut())
        .isFalse();
  }

  @Test
  void saysNothingOfTheRowsOfATableThatIsNoBoard() {
    String rows =
        IntStream.range(0, 600)
            .mapToObj(i -> "<tr><td>S" + i + "<td>96 cm<td>70 cm")
            .collect(Collectors.joining());
    String page =
        "<body><h1>Work coat</h1><p>A coat of strong cloth for the yard, with four pockets and a hood.</p>"
            + "<table><tr><th>Size<th>Chest<th>Length"
            + rows
            + "</table></body>";

    assertThat(Answer.html("https://valley.example.org/coat.htm", page).extract().cut()).isFalse();
  }
}
