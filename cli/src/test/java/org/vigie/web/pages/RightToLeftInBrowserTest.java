package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Chromium;
import org.vigie.pipeline.workspace.Workspace;

/** Texts that run from right to left, as Chromium draws them. */
@Tag("end-to-end")
class RightToLeftInBrowserTest extends WalkInBrowser {
  @TempDir Path folder;

  @Test
  void showsTextsThatRunFromRightToLeft() throws Exception {
    Workspace arabic = new Workspace(folder.resolve("arabic"));
    RightToLeft.write(arabic);
    try (Chromium chromium = Chromium.reading("en");
        ServedConsole reading = ServedConsole.on(arabic)) {
      console = reading;
      browser = chromium;
      axe = new Axe();
      looks = List.of(new Look(820, "dark"), new Look(1280, "light"));

      signIn("analyst", "operation example");
      browser.open(address("/"));
      look("search-arabic");
      assertRunsFromRightToLeft(".card h2 bdi");
      assertRunsFromRightToLeft(".snippet bdi");
      follow(".card h2 a");
      look("advert-arabic");
      assertRunsFromRightToLeft(".evidence bdi");
    }
  }

  /** The first letter of a text stands to the right of the next ones, at the right edge. */
  private void assertRunsFromRightToLeft(String selector) {
    assertThat(
            browser.run(
                """
                const text = document.querySelector(arguments[0]);
                const letters = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
                const left = at => {
                  const range = document.createRange();
                  range.setStart(letters, at);
                  range.setEnd(letters, at + 1);
                  return range.getBoundingClientRect().left;
                };
                return getComputedStyle(text).direction + ' ' + (left(0) > left(4));
                """,
                selector))
        .as(selector)
        .isEqualTo("rtl true");
  }
}
