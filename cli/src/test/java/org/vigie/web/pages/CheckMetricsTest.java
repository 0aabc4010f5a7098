package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.custody.CheckState;
import org.vigie.pipeline.workspace.Workspace;

class CheckMetricsTest {
  @Test
  void figuresTellWhatTheLastCheckInTheBackgroundFoundAndWhen(@TempDir Path folder)
      throws Exception {
    Workspace workspace = new Workspace(folder);
    try (ServedConsole served = ServedConsole.on(workspace)) {
      assertThat(served.nobody().get("/metrics").body()).doesNotContain("check_problems");
      Files.writeString(
          CheckState.file(workspace),
          "{\"at\":\"%s\",\"problems\":[\"index: shard-0: 1 damaged records\"]}"
              .formatted(served.clock.instant()));
      served.clock.pass(Duration.ofMinutes(5));

      assertThat(served.nobody().get("/metrics").body())
          .contains("vigie_console_check_problems 1\n", "vigie_console_check_age_seconds 300\n");
    }
  }
}
