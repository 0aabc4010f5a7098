package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MessengerLinksTest {
  @Test
  void keepTheNumberThatStandsBehindTheText() {
    assertThat(of("https://api.whatsapp.com/send?text=Hello&amp;phone=447700900341"))
        .containsExactly("https://api.whatsapp.com/send?phone=447700900341");
  }

  @Test
  void keepTheNumberInFrontOfALongText() {
    assertThat(of("https://wa.me/447700900341?text=" + "Hello%20".repeat(60)))
        .containsExactly("https://wa.me/447700900341");
  }

  @Test
  void leaveOutLinksThatShareThePage() {
    assertThat(of("https://t.me/share/url?url=x")).isEmpty();
    assertThat(of("https://wa.me/?text=https%3A%2F%2Fexample.org")).isEmpty();
  }

  private static Set<String> of(String href) {
    return MessengerLinks.of(Jsoup.parse("<a href=\"" + href + "\"><img></a>").body());
  }
}
