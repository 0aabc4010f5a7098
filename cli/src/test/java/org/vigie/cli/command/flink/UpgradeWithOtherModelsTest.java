package org.vigie.cli.command.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Here;
import org.vigie.classifier.registry.Manifest;
import org.vigie.cli.command.models.SmallModels;

/** A release that brings other models is refused while the old one still works. */
class UpgradeWithOtherModelsTest {
  private static final int UNUSABLE = 4;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  /** A workspace that approved models, and then a release with others. */
  @BeforeEach
  void upgrade() throws IOException {
    SmallModels.makeIn(Files.createDirectories(folder.resolve("home")));
    here = Here.in(folder).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    assertThat(here.vigie("doctor")).as(here.out()).isZero();
    Path models = folder.resolve("home/models");
    Files.writeString(models.resolve("first/card.md"), "another");
    Manifest.read(models).with(models, "first").write(models);
  }

  @Test
  void theDoctorSaysSoUntilSomebodyApprovesThem() throws IOException {
    assertThat(here.vigie("doctor")).isEqualTo(UNUSABLE);
    assertThat(here.out())
        .contains("MEND  models", "must be those that this workspace approved")
        .contains("./vigie models approve", "before you stop what runs");

    assertThat(here.vigie("models", "approve")).as(here.err()).isZero();
    // As by the umask of the launcher, which isn't in between here.
    new WorkspaceRights(folder.resolve("vigie-workspace"), "").tighten();
    assertThat(here.vigie("doctor")).as(here.out()).isZero();
  }

  @Test
  void aJobThatRunsIsNotStopped() throws IOException {
    Path record = folder.resolve("vigie-workspace/cluster/cluster.json");
    Files.createDirectories(record.getParent());
    Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
    // A process that surely runs, and that no test would survive if it were ended.
    Files.writeString(
        record,
        "{\"restPort\":1,\"kafka\":null,\"job\":\"j\",\"processes\":[{\"name\":\"jobmanager\",\"pid\":%d,\"started\":\"%s\"}]}"
            .formatted(ProcessHandle.current().pid(), started));

    assertThat(here.vigie("cluster", "stop")).isEqualTo(UNUSABLE);
    assertThat(here.err())
        .contains("the job goes on", "must be those that this workspace approved")
        .contains("./vigie models approve", "./vigie cluster stop --force");
    assertThat(record).exists();
  }

  @Test
  void aJobManagerIsRefusedInOneLineBeforeFlinkStarts() {
    assertThat(here.vigie("cluster", "jobmanager", "--", "--input", "a.jsonl")).isEqualTo(UNUSABLE);
    assertThat(here.err().strip())
        .contains("must be those that this workspace approved")
        .doesNotContain("\n");
  }
}
