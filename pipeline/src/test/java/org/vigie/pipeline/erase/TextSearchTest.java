package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

class TextSearchTest {
  private static final String BODY =
      "We look for packers in a warehouse near the harbour, long hours, a bed in a shared room.";

  private final TextSearch search = new TextSearch();

  @Test
  void findsEachPieceOfATextThatIsLongEnough() {
    add("Packers", BODY);
    String letters = BODY.replaceAll("[^A-Za-z]", "");
    int length = TextSearch.SURELY_FOUND;

    for (int from = 0; from + length <= letters.length(); from++) {
      assertThat(isIn("[\"..." + letters.substring(from, from + length) + "...\"]"))
          .as("from %d on", from)
          .isTrue();
    }
    assertThat(isIn("[\"Packers\", \"We look for cooks in a kitchen near the harbour\"]"))
        .isFalse();
  }

  @Test
  void findsAShortTextAsAWholeAndNoTitleThatManyHave() {
    add("Packers", "Call 07700 900123");

    assertThat(isIn("{\"a\": \"call: 07700-900123\"}")).isTrue();
    assertThat(isIn("{\"a\": \"Packers\"}")).isFalse();
    assertThat(isIn("{\"a\": \"Call 07700 900124\"}")).isFalse();
  }

  @Test
  void findsNothingWhereNothingIsLookedFor() {
    assertThat(isIn(BODY)).isFalse();
  }

  private void add(String title, String body) {
    search.add(
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", Instant.EPOCH)
            .title(title)
            .body(body)
            .build());
  }

  private boolean isIn(String answer) {
    return search.isIn(answer.getBytes(UTF_8), "application/json");
  }
}
