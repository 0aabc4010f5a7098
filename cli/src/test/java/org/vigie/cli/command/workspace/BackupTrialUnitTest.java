package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.pipeline.workspace.Workspace;

/** What systemd carries out each month, line by line, with {@code /var/lib} elsewhere. */
class BackupTrialUnitTest {
  private static final Path UNITS = Readme.project().resolve("deploy/dist/systemd");
  private static final String LAUNCHER = "/opt/vigie/bin/vigie ";

  @TempDir Path folder;

  private Here here;

  /** How systemd says that the lines so far ended. */
  private String result = "success";

  /** What the last line that isn't Vigie's said. */
  private String said = "";

  @BeforeEach
  void makeWorkspace() throws Exception {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "systemd's lines are a shell's");
    ExampleWorkspace.in(folder);
    Files.move(folder.resolve("vigie-workspace"), folder.resolve("vigie"));
    Files.createDirectories(folder.resolve("vigie-trial"));
    here =
        Here.in(folder)
            .home(Readme.project())
            .onRealTime()
            .with("VIGIE_WORKSPACE", folder.resolve("vigie").toString());
  }

  @Test
  void restoresWhatItBackedUpAndLeavesNothing() throws Exception {
    for (String line : lines("ExecStartPre", "ExecStart")) {
      assertThat(carryOut(line)).as("%s: %s %s", line, here.err(), said).isZero();
    }
    assertThat(folder.resolve("vigie-trial/restored/index")).exists();
    assertThat(here.out()).contains("as the audit log of the workspace in use noted it");

    for (String line : lines("ExecStopPost")) {
      assertThat(carryOut(line)).isZero();
    }

    try (Stream<Path> left = Files.list(folder.resolve("vigie-trial"))) {
      assertThat(left).isEmpty();
    }
    here.vigie("doctor");
    assertThat(here.out()).contains("backed up and restored the same at");
  }

  @Test
  void tellsDoctorAndLogOfATrialThatFailedUntilOneSucceeds() throws Exception {
    result = "exit-code";
    for (String line : lines("ExecStopPost")) {
      assertThat(carryOut(line)).as("%s: %s %s", line, here.err(), said).isZero();
    }

    assertThat(here.vigie("doctor")).isEqualTo(4);
    assertThat(here.out()).contains("MEND  backups", "failed: exit-code", "journalctl");
    assertThat(folder.resolve("vigie/audit/audit.jsonl"))
        .content()
        .contains("\"backup trial\"", "result=exit-code");
    assertThat(here.vigie("backup", "--to", "copy")).as(here.err()).isZero();
    assertThat(BackupTrial.file(new Workspace(folder.resolve("vigie")))).exists();
    assertThat(BackupTrial.file(new Workspace(folder.resolve("copy")))).doesNotExist();

    result = "success";
    assertThat(carryOut(lines("ExecStopPost").getLast())).isZero();
    here.vigie("doctor");
    assertThat(here.out()).doesNotContain("MEND  backups");
  }

  @Test
  void notesATrialThatFailedAlsoWithoutAMandate() throws Exception {
    Files.delete(folder.resolve("vigie/mandate.yaml"));

    assertThat(here.vigie("backup", "--tried", "oom-kill")).isNotZero();

    here.vigie("doctor");
    assertThat(here.out()).contains("MEND  backups", "failed: oom-kill");
  }

  @Test
  void takesAWordAloneForAResult() throws Exception {
    for (String wrong : List.of("", "two words", "x".repeat(41), "${SERVICE_RESULT}")) {
      assertThat(here.vigie("backup", "--tried", wrong)).as(wrong).isEqualTo(2);
    }
    assertThat(here.vigie("backup", "--tried", "success", "--to", "copy")).isEqualTo(2);
    assertThat(here.vigie("backup")).isEqualTo(2);
    assertThat(here.err()).contains("--to DIR");
    assertThat(BackupTrial.file(new Workspace(folder.resolve("vigie")))).doesNotExist();
  }

  @Test
  void failsWhereARestoredFileIsAnother() throws Exception {
    List<String> lines = lines("ExecStart");
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertThat(carryOut(line)).as("%s: %s %s", line, here.err(), said).isZero();
    }
    Path file = folder.resolve("vigie-trial/restored/mandate.yaml");
    Files.writeString(file, Files.readString(file) + "#");

    assertThat(carryOut(lines.getLast())).isNotZero();
  }

  @Test
  void isStartedByATimerEachMonth() throws IOException {
    assertThat(UNITS.resolve("vigie-backup-trial.timer"))
        .content()
        .contains("OnCalendar=monthly\n", "Persistent=true\n", "WantedBy=timers.target\n");
  }

  private static List<String> lines(String... keys) throws IOException {
    return Files.readAllLines(UNITS.resolve("vigie-backup-trial.service")).stream()
        .map(line -> line.split("=", 2))
        .filter(line -> line.length == 2 && Arrays.asList(keys).contains(line[0]))
        .map(line -> line[1])
        .toList();
  }

  private int carryOut(String unit) throws Exception {
    String line =
        unit.replaceFirst("^-", "")
            .replace("/var/lib/", folder + "/")
            .replace("${SERVICE_RESULT}", result);
    if (line.startsWith(LAUNCHER)) {
      return here.vigie(line.substring(LAUNCHER.length()).split(" ", -1));
    }
    Process process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor();
  }
}
