package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.Answer;

class NamedDescriptionTest {
  private static final String TEXT =
      "We look for somebody to weed our garden, on two mornings a week.";

  @Test
  void leavesOutWhatStandsAroundTheDescriptionOfAShortAdvert() {
    assertThat(body("<div class='ad-description'><h2>Description</h2><p>" + TEXT + "</p></div>"))
        .isEqualTo(TEXT);
    assertThat(body("<div id='adPopis' class='popis'>" + TEXT + "</div>")).isEqualTo(TEXT);
    assertThat(body("<div data-automation='jobAdDetails'>" + TEXT + "</div>")).isEqualTo(TEXT);
  }

  @Test
  void keepsLinesBesideItThatTellHowToReachSomebody() {
    assertThat(
            body("<div class='desc'>" + TEXT + "</div><p>Ring: +44 7700 900318</p><p>Seen: 12</p>"))
        .isEqualTo(TEXT + "\nRing: +44 7700 900318");
  }

  @Test
  void takesTheWholePageWhereTwoElementsAreCalledSo() {
    assertThat(body("<div class='desc'>" + TEXT + "</div><div class='desc'>No rush at all.</div>"))
        .contains("Published on Monday");
  }

  @Test
  void takesTheWholePageThatListsGoodsBelowWhatItCallsADescription() {
    String goods = "<p>Spade, from $9</p><p>Rake, from $7</p><p>Hoe, from $5</p>";

    assertThat(body("<div class='description'>" + TEXT + "</div>" + goods)).contains("Rake");
  }

  private static String body(String described) {
    String page =
        """
        <html><head><title>Gardener</title></head><body><main><h1>Gardener</h1><p>Published on Monday in Leeds, code 77</p>
        %s<p>Pay nobody before you have met.</p></main></body></html>\
        """;
    return Answer.html("https://board.example.org/ad/9", page.formatted(described))
        .extract()
        .adverts()
        .getFirst()
        .body();
  }
}
