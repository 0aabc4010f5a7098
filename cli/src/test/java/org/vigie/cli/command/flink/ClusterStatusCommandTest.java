package org.vigie.cli.command.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.cli.command.flink.ClusterStatusCommand.Checkpoints;
import org.vigie.cli.command.flink.ClusterStatusCommand.Job;
import org.vigie.cli.command.flink.ClusterStatusCommand.Process;
import org.vigie.cli.command.flink.ClusterStatusCommand.Status;
import org.vigie.text.safe.SafeJson;

class ClusterStatusCommandTest {
  private static final List<Process> PROCESSES = List.of(new Process("jobmanager", 7, true));

  @Test
  void printsJobAndCheckpointsInOneObjectWithTheRest() {
    Status status =
        new Status(
            PROCESSES,
            2,
            new Job("0a1b", "RUNNING", 1, "a disk was full"),
            3,
            4,
            new Checkpoints(5, 6, Instant.parse("2026-01-05T08:00:00Z"), 7));

    assertThat(SafeJson.of(status))
        .isEqualTo(
            "{\"processes\":[{\"name\":\"jobmanager\",\"pid\":7,\"alive\":true}],"
                + "\"taskManagers\":2,\"job\":\"0a1b\",\"jobState\":\"RUNNING\",\"restarts\":1,"
                + "\"lastFailure\":\"a disk was full\",\"inputsRead\":3,\"inputs\":4,"
                + "\"checkpoints\":5,\"failedCheckpoints\":6,"
                + "\"lastCheckpoint\":\"2026-01-05T08:00:00Z\",\"lastCheckpointBytes\":7}");
  }

  @Test
  void printsAllKeysWithoutAJob() {
    assertThat(SafeJson.of(new Status(PROCESSES, 0, Job.unknown(null), 0, 4, Checkpoints.NONE)))
        .endsWith(
            "\"taskManagers\":0,\"job\":null,\"jobState\":null,\"restarts\":0,\"lastFailure\":\"\","
                + "\"inputsRead\":0,\"inputs\":4,\"checkpoints\":0,\"failedCheckpoints\":0,"
                + "\"lastCheckpoint\":null,\"lastCheckpointBytes\":0}");
  }
}
