package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many pages of a crawl are given to a browser. */
class RenderShareTest {
  @Test
  void rendersThreeInAHundredOfThePagesRead() {
    RenderShare share = new RenderShare(0.03);

    assertThat(taken(share, 10_000)).isEqualTo(300);
  }

  @Test
  void rendersTheFirstFewOfACrawlThatIsSmall() {
    assertThat(taken(new RenderShare(0.03), 40)).isEqualTo(RenderShare.FIRST);
  }

  @Test
  void rendersNoneWhereTheShareIsNone() {
    assertThat(taken(new RenderShare(0), 1_000)).isZero();
  }

  /** Returns how many of so many pages, which all need a script, are rendered. */
  private static int taken(RenderShare share, int pages) {
    int taken = 0;
    for (int page = 0; page < pages; page++) {
      share.read();
      taken += share.take() ? 1 : 0;
    }
    return taken;
  }
}
