package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class WallPostsTest {
  private static List<Advert> read(String language, String body) {
    return Answer.html(
            "https://wall.example.org/group",
            "<html lang='%s'><body>%s</body></html>".formatted(language, body))
        .extract()
        .adverts();
  }

  @Test
  void readsTheDayThatAWallShowsInThePagesLanguage() {
    String post =
        """
        <div class="wall_item" data-post-id="-1_%1$d"><a class="pi_author">Invented</a>
        <a class="wi_date" href="/wall-1_%1$d">%1$d мая 2026 в 10:30</a><div class="pi_text">Сбор ягод %1$d</div></div>
        """;

    assertThat(read("ru", post.formatted(4) + post.formatted(5)))
        .extracting(advert -> String.valueOf(advert.postedAt()))
        .containsExactly("2026-05-04T10:30:00Z", "2026-05-05T10:30:00Z");
  }

  @Test
  void tellsTheYearOfADayFromWhenThePageWasFetched() {
    String post =
        """
        <div class="wall_item" data-post-id="-1_%1$d"><a class="pi_author">Invented</a>
        <a class="wi_date" href="/wall-1_%1$d">%1$d мая в 10:30</a><div class="pi_text">Сбор ягод %1$d</div></div>
        """;

    Advert first = read("ru", post.formatted(4) + post.formatted(5)).getFirst();

    assertThat(first.postedAt()).isEqualTo("2025-05-04T10:30:00Z");
    assertThat(first.fields()).containsEntry("context.posted", "4 мая в 10:30");
  }

  @Test
  void namesTheGroupThatPostedWhereItStandsInAShortcut() {
    String post =
        """
        <div class="feed-w"><div class="feed"><span class="shortcut-wrap"><a class="o" href="/group/1">Invented</a></span>
        <span class="feed_date">%1$d мая 2026</span><a class="media-text_a" href="/group/1/topic/%1$d">
        <div class="media-text_cnt_tx">Няня %1$d</div></a></div></div>
        """;

    assertThat(read("ru", post.formatted(4) + post.formatted(5)))
        .extracting(advert -> advert.fields().get("author"))
        .containsOnly("Invented");
  }
}
