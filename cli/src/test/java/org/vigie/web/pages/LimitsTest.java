package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.Workspace;

/** How often somebody who has signed in may ask. */
class LimitsTest {
  @TempDir Path folder;

  @Test
  void letsAPersonAskSoManyTimesInAMinuteAndOthersMeanwhile() throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder), 5)) {
      Browser other = served.signedIn("auditor");
      Browser analyst = served.signedIn("analyst");
      served.clock.pass(Duration.ofMinutes(1));
      for (int i = 0; i < 5; i++) {
        assertThat(analyst.raw("GET", "/reason", "").statusCode()).as("%d", i).isEqualTo(200);
      }
      HttpResponse<String> refused = analyst.raw("GET", "/reason", "");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("Too many requests");
      assertThat(analyst.raw("GET", "/api/v1/adverts", "").statusCode()).isEqualTo(401);
      assertThat(other.raw("GET", "/reason", "").statusCode()).isEqualTo(200);

      served.clock.pass(Duration.ofMinutes(1));
      assertThat(analyst.raw("GET", "/reason", "").statusCode()).isEqualTo(200);
    }
  }
}
