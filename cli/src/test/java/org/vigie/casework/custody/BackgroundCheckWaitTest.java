package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.workspace.Workspace;

/** However the file of the last look is damaged, the next one comes within a day. */
class BackgroundCheckWaitTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration FIRST = Duration.ofMinutes(10);

  @TempDir Path folder;
  private Path file;
  private BackgroundCheck check;

  @BeforeEach
  void make() throws Exception {
    Workspace workspace = new Workspace(folder);
    file = CheckState.file(workspace);
    Files.createDirectories(file.getParent());
    Settings settings = Settings.of(workspace, Here.in(folder).environment());
    check = new BackgroundCheck(workspace, settings, Clock.fixed(NOW, ZoneOffset.UTC), state -> {});
  }

  @Test
  void waitsUntilADayAfterTheLast() throws Exception {
    Files.writeString(file, "{\"at\":\"2026-03-01T02:00:00Z\",\"problems\":[]}");

    assertThat(check.untilNext()).isEqualTo(Duration.ofHours(14));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\":\"2031-03-01T02:00:00Z\",\"problems\":[]}",
        "{\"at\":\"+1000000000-12-31T23:59:59Z\",\"problems\":[]}"
      })
  void waitsADayAtMost(String kept) throws Exception {
    Files.writeString(file, kept);

    assertThat(check.untilNext()).isBetween(FIRST, Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\":null,\"problems\":[]}",
        "{\"at\":\"yesterday\",\"problems\":[]}",
        "{\"at\":\"2026-03-01T02:00:00Z\"}",
        "{",
        "null"
      })
  void takesWhatIsNoOutcomeForNone(String kept) throws Exception {
    Files.writeString(file, kept);

    assertThat(CheckState.read(file)).isEmpty();
    assertThat(check.untilNext()).isEqualTo(FIRST);
  }

  @Test
  void outlivesAFileThatCannotBeRead() throws Exception {
    Files.createDirectory(file);

    assertThat(check.untilNext()).isEqualTo(FIRST);
  }
}
