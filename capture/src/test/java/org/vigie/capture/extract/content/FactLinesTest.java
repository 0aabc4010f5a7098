package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Pages are invented. */
class FactLinesTest {
  private static FactLines.Left part(String html, String text) {
    return FactLines.part(
        Jsoup.parse(html).body(), text, "Gardener wanted", line -> line.contains("1 May"));
  }

  @Test
  void leavesOutPriceDateLabelAndWhatStandsBehindIt() {
    FactLines.Left left =
        part(
            "<p>x</p>",
            "Gardener wanted\n€ 12 per hour\nPosted on 1 May\nLocation\nLeeds\nTwo mornings a week, near the river");

    assertThat(left.text()).isEqualTo("Two mornings a week, near the river");
    assertThat(left.price()).isEqualTo("€ 12 per hour");
    assertThat(left.date()).isEqualTo("Posted on 1 May");
  }

  @Test
  void leavesOutWhatItsElementNames() {
    FactLines.Left left =
        part(
            "<span class='item__city'>Leeds, Hyde Park</span><b data-qa='seller-name'>x</b>",
            "Leeds, Hyde Park\nDescription\nTwo mornings a week, near the river");

    assertThat(left.text()).isEqualTo("Two mornings a week, near the river");
  }

  @Test
  void leavesOutALabelThatStandsRightBeforeItsValue() {
    FactLines.Left left =
        part(
            "<div><span>Salary</span><span>twelve an hour</span></div>",
            "Salarytwelve an hour\nTwo mornings a week, near the river");

    assertThat(left.text()).isEqualTo("Two mornings a week, near the river");
  }

  @Test
  void keepsALineByWhichSomebodyIsReached() {
    FactLines.Left left = part("<p>x</p>", "From: ann@example.org\nTwo mornings a week");

    assertThat(left.text()).isEqualTo("From: ann@example.org\nTwo mornings a week");
  }

  @Test
  void keepsATextThatIsFactsAlone() {
    assertThat(part("<p>x</p>", "Price\n€ 12\nLeeds").text()).isEqualTo("Price\n€ 12\nLeeds");
  }

  @Test
  void keepsAListOfGoods() {
    String goods = "Rake\n€ 4\nSpade\n€ 5\nHoe\n€ 6\nSaw\n€ 7\nAll well kept and clean";

    assertThat(part("<p>x</p>", goods).text()).isEqualTo(goods);
  }
}
