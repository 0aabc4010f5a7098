package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

class LinkedContactsTest {
  private static Map<String, String> of(String text, String links) {
    return LinkedContacts.of(text, links, "https://t.me/s/invented_jobs");
  }

  @Test
  void takesTheNumberAndTheNameThatOnlyLinksTell() {
    assertThat(
            of(
                "Write to us, or ring +1 555 0141",
                "https://wa.me/447700900601 https://api.whatsapp.com/send?phone=15550141 https://t.me/Invented_Kim"))
        .isEqualTo(Map.of("telephone", "+447700900601", "contact", "handle:telegram:invented_kim"));
  }

  @Test
  void takesNeitherWhatTheTextSaysNorTheChannelItselfNorInvitations() {
    assertThat(
            of(
                "Ask @invented_kim, 07700 900601",
                "https://wa.me/447700900601 https://t.me/invented_kim https://t.me/invented_jobs"
                    + " https://t.me/joinchat/AbExample111 https://wa.me/?text=hello"))
        .isEmpty();
  }

  @Test
  void takesNoNumberOfAnotherSiteAndNoPageOfTheMessengerItself() {
    assertThat(
            of(
                "Pickers wanted",
                "https://example.org/track?number=447700900601 https://example.org/?to=wa.me/447700900601"
                    + " https://t.me/boost?c=100200300 https://t.me/socks?server=example.org"))
        .isEmpty();
  }

  @Test
  void takesTheNumberOfALinkThatOpensAProgram() {
    assertThat(of("Write to us", "viber://chat?number=%2B447700900601"))
        .isEqualTo(Map.of("telephone", "+447700900601"));
  }

  @Test
  void takesNothingFromADirectory() {
    assertThat(
            of(
                "Agencies",
                "https://wa.me/447700900601 https://wa.me/447700900602 https://wa.me/447700900603"
                    + " https://wa.me/447700900604 https://t.me/invented_a https://t.me/invented_b"))
        .isEmpty();
  }

  @Test
  void declaresOfEachPostWhomItsOwnLinksReach() {
    String post =
        """
        <div class="wall_item" data-post-id="-1_%1$d"><a class="wi_date" href="/wall-1_%1$d">4 May 2026</a>
        <div class="pi_text">Pickers wanted, <a href="https://wa.me/44770090060%1$d">write here</a></div></div>
        """;

    assertThat(
            Answer.html("https://wall.example.org/g", post.formatted(1) + post.formatted(2))
                .extract()
                .adverts())
        .extracting((Advert advert) -> advert.fields().get("telephone"))
        .containsExactly("+447700900601", "+447700900602");
  }
}
