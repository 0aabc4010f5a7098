package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.page.Extraction;

class ChannelHintTest {
  private static final String FEED =
      "<rss><channel><item><title>Cook</title><link>https://ads.example.org/ad/1</link></item>"
          + "</channel></rss>";

  @Test
  void readsAPageAsTheSeedSaysAndNotAsItLooks() {
    String html =
        "<html><body><h1>Room</h1><script type='application/ld+json'>"
            + "{\"@type\":\"Product\",\"name\":\"Our own soap\",\"description\":\"Soap\"}</script>"
            + "<p>A quiet room in a shared flat near the station, heating included.</p>";
    Answer answer = Answer.html("https://ads.example.org/ad/1", html);

    assertThat(answer.extract().adverts().getFirst().title()).isEqualTo("Our own soap");
    assertThat(answer.extract("page").adverts().getFirst().title()).isEqualTo("Room");
    assertThat(answer.extract("forum").adverts()).isEmpty();
  }

  @Test
  void takesLinksAloneFromPagesOfAnotherChannel() {
    Extraction extraction =
        Answer.of("https://ads.example.org/rss", "text/xml", FEED).extract("forum");

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.links()).containsExactly("https://ads.example.org/ad/1");
  }

  @Test
  void refusesAChannelThatNobodyReads() {
    assertThatThrownBy(
            () -> Answer.of("https://ads.example.org/rss", "text/xml", FEED).extract("fax"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("channel must be one of sitemap, feed")
        .hasMessageContaining("but was 'fax'");
  }
}
