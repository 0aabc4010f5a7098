package org.vigie.lab.verify.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.crawler.render.ChromiumProgram;

@Timeout(180)
class HostileRenderingTest {
  @Test
  void opensNoConnectionPastTheGuard() throws Exception {
    ChromiumProgram program = installed();
    try (HostileRendering hostile = new HostileRendering()) {
      int tried = 0;
      for (List<String> ways : HostileScripts.pages()) {
        tried += hostile.render(program, ways);
      }

      assertThat(tried).isEqualTo(HostileScripts.tries()).isGreaterThan(600);
      assertThat(hostile.connections()).isZero();
      assertThat(hostile.packets()).isZero();
      assertThat(hostile.refused()).isGreaterThan(100);
    }
  }

  /** What a browser's own switches, and its gate, leave open: the test above is no idle one. */
  @Test
  void wouldMeetTheCallsOfABrowserThatHasANetwork() throws Exception {
    ChromiumProgram open =
        new ChromiumProgram(installed().browser(), ChromiumProgram.Isolation.SWITCHES);
    try (HostileRendering hostile = new HostileRendering()) {
      hostile.render(open, HostileScripts.calls());

      assertThat(hostile.packets()).isPositive();
    }
  }

  /** As the tests of the crawler do: skipped where it is missing, unless it is required. */
  private static ChromiumProgram installed() {
    try {
      return ChromiumProgram.find();
    } catch (IOException e) {
      if ("required".equals(System.getenv("VIGIE_BROWSER"))
          && e.getMessage().contains("installed")) {
        throw new AssertionError(e);
      }
      return abort(e.getMessage());
    }
  }
}
