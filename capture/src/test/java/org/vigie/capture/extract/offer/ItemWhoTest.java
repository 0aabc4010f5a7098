package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Pages are invented: who offers something stands in elements that aren't called so. */
class ItemWhoTest {
  private static final String[] NAMES = {"Upper Farm", "The Mill Inn", "Bakery Bee"};
  private static final String[] PLACES = {"Testham", "Milltown", "Overton"};

  private static List<Advert> adverts(String path, String head, String item) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      items.append(item.formatted(i + 1, NAMES[i], PLACES[i]));
    }
    return Answer.html(
            "https://board.example.org/" + path,
            "<html lang=en><title>Board</title><body><h1>Board</h1>" + head + items)
        .extract()
        .adverts();
  }

  private static List<String> told(List<Advert> adverts, String field) {
    return adverts.stream().map(one -> one.fields().getOrDefault(field, "")).toList();
  }

  @Test
  void takesWhatStandsBehindTheSignOfAPersonForTheAuthor() {
    List<Advert> adverts =
        adverts(
            "list",
            "",
            """
            <div class="x"><h3><a href="/o/%1$d">Room %1$d by the mill</a></h3>
              <p>A quiet room with a stove, a desk and a view over the river.</p>
              <ul><li><i class="fa fa-clock"></i>0%1$d.05.2026</li><li><i class="fa fa-map-marker"></i>%3$s</li><li><i class="fa fa-user"></i>%2$s</li></ul></div>
            """);

    assertThat(told(adverts, "author")).containsExactly(NAMES);
    assertThat(adverts).extracting(Advert::place).containsExactly(PLACES);
  }

  @Test
  void takesALinkToAFirmForTheEmployer() {
    List<Advert> adverts =
        adverts(
            "list",
            "",
            """
            <div class="x"><h3><a href="/o/%1$d">Cook %1$d</a></h3><a href="/firma/%1$d"><span>%2$s</span></a>
              <p>Four days a week, meals are given, a room is to be had.</p><span>%3$s</span></div>
            """);

    assertThat(told(adverts, "organization")).containsExactly(NAMES);
  }

  @Test
  void takesWhatStandsBehindTheTitleOfAVacancyForTheEmployerIfThePlaceIsKnown() {
    String item =
        """
        <div class="x"><h3><a href="/job/%1$d">Cook %1$d</a></h3><p>%2$s</p><span class="z">%3$s</span>
          <p>Four days a week, meals are given, a room is to be had.</p></div>
        """;

    assertThat(told(adverts("jobs", "", item.replace("\"z\"", "\"location\"")), "organization"))
        .containsExactly(NAMES);
    assertThat(
            told(
                adverts("jobs", "", item.replace("<span class=\"z\">%3$s</span>", "")),
                "organization"))
        .containsOnly("");
  }

  @Test
  void takesTwoNamesBehindTheTitleOfAVacancyForEmployerAndPlace() {
    List<Advert> adverts =
        adverts(
            "jobs",
            "",
            """
            <div class="x"><h3><a href="/job/%1$d">Cook %1$d</a></h3><p>%2$s</p><span class="z">%3$s</span>
              <p>Four days a week, meals are given, a room is to be had.</p></div>
            """);

    assertThat(told(adverts, "organization")).containsExactly(NAMES);
    assertThat(adverts).extracting(Advert::place).containsExactly(PLACES);
  }

  @Test
  void takesTheNamesBelowAHeadingForWhatItSays() {
    List<Advert> adverts =
        adverts(
            "list",
            "<table><tr><th>Day</th><th>Название</th><th>Организация</th><th>Город</th></tr>",
            """
            <tr><td>0%1$d.05.2026</td><td><a href="/o/%1$d">Cook for the summer at house %1$d, with a room and meals each day</a></td><td>%2$s</td><td>%3$s</td></tr>
            """);

    assertThat(told(adverts, "organization")).containsExactly(NAMES);
    assertThat(adverts).extracting(Advert::place).containsExactly(PLACES);
  }

  @Test
  void takesNoStickerBehindATitleForTheEmployer() {
    List<Advert> adverts =
        adverts(
            "jobs",
            "",
            """
            <div class="x"><h3><a href="/job/%1$d">Cook %1$d</a></h3><b class="offer-sticker">Seen by %3$s</b><p>%2$s</p>
              <span class="location">%3$s</span><p>Four days a week, meals are given, a room is to be had.</p></div>
            """);

    assertThat(told(adverts, "organization")).containsExactly(NAMES);
  }

  @Test
  void takesNoBadgeForANameAndPartsALineByItsBars() {
    List<Advert> adverts =
        adverts(
            "jobs",
            "",
            """
            <div class="x"><h3><a href="/job/%1$d">Cook %1$d</a></h3><span class="badge">Part time %1$d</span>
              <div>0%1$d.05.2026 | <b class="location">%3$s</b> | %2$s Ltd</div><p>Four days a week, meals are given, a room is to be had.</p></div>
            """);

    assertThat(told(adverts, "organization"))
        .containsExactly("Upper Farm Ltd", "The Mill Inn Ltd", "Bakery Bee Ltd");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
  }
}
