package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.Answer;

class ArchiveFrameTest {
  private static final String PAGE =
      """
      <title>Pickers wanted</title><body><div id="playback"><p>The archive took this page from
      its address in May, and shows it as it was on that day, with all its words.</p></div>
      <h1>Pickers wanted</h1><p>Twelve pickers for the harvest near Testham, room and board, from June on.</p>
      """;

  @Test
  void leavesOutWhatAnArchivePutsAroundAPage() {
    assertThat(body("https://web.archive.org/web/2011/http://jobs.example.org/1"))
        .isEqualTo("Twelve pickers for the harvest near Testham, room and board, from June on.");
  }

  @Test
  void leavesPagesOfOthersAlone() {
    assertThat(body("https://jobs.example.org/1")).contains("The archive");
  }

  private static String body(String url) {
    return Answer.html(url, PAGE).extract().adverts().getFirst().body();
  }
}
