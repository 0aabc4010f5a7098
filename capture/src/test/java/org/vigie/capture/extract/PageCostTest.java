package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.text.ProcessorTime;

/** Pages made to cost much more than their size. */
class PageCostTest {
  private static final Duration MOST = Duration.ofSeconds(5);

  private static List<Advert> adverts(String body) {
    return ProcessorTime.within(
        MOST, () -> Answer.html("https://mail.example.org/1", body).extract().adverts());
  }

  private static String mail(String date, String line) {
    return "<body><pre>Subject: Spades\nFrom: Ann\nDate: "
        + date
        + "\n\nTwo spades to lend, ask me.\n"
        + line
        + "\n</pre></body>";
  }

  @Test
  void readsACellThatReachesDownOverManyRowsWithinTheRoomOfAPage() {
    StringBuilder page =
        new StringBuilder("<body><table><tr><th>Position<th>Notice<th>Agency<th>Note");
    String word = "x".repeat(1_000_000);
    for (int i = 0; i < 400; i++) {
      page.append("<tr><td>Maid ").append(i).append("<td>").append("A room is given. ".repeat(3));
      page.append(i == 0 ? "<td rowspan=500>" + word : "").append("<td>now");
    }

    List<Advert> adverts = adverts(page.toString());

    long all = adverts.stream().mapToLong(one -> one.text().length()).sum();
    assertThat(all).isLessThan(12_000_000);
  }

  @Test
  void readsADateOfManyBracketsInTimeThatGrowsWithIt() {
    assertThat(adverts(mail("(".repeat(300_000), ""))).isNotEmpty();
    assertThat(adverts(mail("1" + " ".repeat(300_000) + "1", ""))).isNotEmpty();
  }

  @Test
  void readsALineOfManyBlanksInTimeThatGrowsWithIt() {
    String line = "[]" + " ".repeat(400_000) + "x".repeat(161);

    assertThat(adverts(mail("2026-01-02 6:12:40", line))).isNotEmpty();
  }

  @Test
  void readsAHeaderOfManyBlanksInTimeThatGrowsWithIt() {
    String header = "2026-01-02 6:12:40\nTo:" + " ".repeat(400_000) + "\u2028x";

    assertThat(adverts(mail(header, ""))).isNotEmpty();
  }

  @Test
  void looksForTheAddressOfALongSenderInTimeThatGrowsWithIt() {
    String sender = "a".repeat(400_000);
    String page =
        "<body><p>Date: 2026-01-02 6:12:40</p><p>From: " + sender + "</p><p>Two spades</p></body>";

    assertThat(adverts(page)).hasSizeLessThan(2);
  }
}
