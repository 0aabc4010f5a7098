package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.casework.custody.CheckState;
import org.vigie.pipeline.workspace.Workspace;

/** How admins and Prometheus hear of a backup that could not be restored. */
class BackupTrialNoticeTest {
  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void nothingIsSaidOfATrialThatNeverWasOrWentWell() throws Exception {
    assertThat(notices()).isEqualTo("");
    assertThat(metrics()).doesNotContain("backup_trial");

    ended("success");
    served.clock.pass(Duration.ofDays(40));

    assertThat(metrics())
        .contains(
            "vigie_console_backup_trial_failed 0\n",
            "vigie_console_backup_trial_age_seconds " + Duration.ofDays(40).toSeconds() + "\n");
    assertThat(notices()).isEqualTo("");
  }

  @Test
  void adminsAndPrometheusHearOfOneThatFailedUntilOneGoesWell() throws Exception {
    ended("timeout");

    assertThat(notices()).contains("backup and restore", "failed (timeout)");
    assertThat(metrics()).contains("vigie_console_backup_trial_failed 1\n");

    ended("success");
    assertThat(notices()).isEqualTo("");
  }

  @Test
  void adminsHearThatNoneRanForTwoMonths() throws Exception {
    ended("success");
    served.clock.pass(Duration.ofDays(63));

    assertThat(notices()).contains("more than two months ago");
  }

  @Test
  void adminsHearOfWhatTheCheckOfFilesFound() throws Exception {
    Files.writeString(
        CheckState.file(served.workspace),
        "{\"at\":\"%s\",\"count\":3,\"problems\":[\"index: shard-0\"]}"
            .formatted(served.clock.instant()));

    Browser admin = served.as("admin");
    assertThat(text(admin)).contains("found 3 problems");
    admin.post("/language", Map.of("language", "fr", "next", "/accounts"));
    assertThat(text(admin)).contains("a trouvé 3 problèmes");
  }

  @Test
  void theAlarmsLookAtFiguresThatThereAre() throws Exception {
    ended("success");
    Files.writeString(
        CheckState.file(served.workspace),
        "{\"at\":\"%s\",\"count\":0,\"problems\":[]}".formatted(served.clock.instant()));
    String alarms = Files.readString(Readme.project().resolve("deploy/prometheus/alarms.yaml"));
    Set<String> watched =
        Pattern.compile("vigie_console_\\w+")
            .matcher(alarms)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    assertThat(watched).hasSize(3);
    assertThat(metrics()).contains(watched);
  }

  private void ended(String result) throws Exception {
    new BackupTrial(served.clock.instant().toString(), result)
        .write(BackupTrial.file(served.workspace));
  }

  private String notices() throws Exception {
    return text(served.as("admin"));
  }

  private static String text(Browser admin) throws Exception {
    return Jsoup.parse(admin.get("/accounts").body()).select("main .problem[role=note]").text();
  }

  private String metrics() throws Exception {
    return served.nobody().get("/metrics").body();
  }
}
