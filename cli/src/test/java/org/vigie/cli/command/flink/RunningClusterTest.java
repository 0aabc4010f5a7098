package org.vigie.cli.command.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.standalone.ClusterProcess;
import org.vigie.pipeline.standalone.ClusterRecord;
import org.vigie.pipeline.standalone.LoopbackBroker;

class RunningClusterTest {
  private static final long HERE = ProcessHandle.current().pid();

  @TempDir Path folder;

  @Test
  void advisesToMendWhatCanBeMended() {
    assertThatThrownBy(() -> RunningCluster.requireWhole(without("taskmanager-1", "jobmanager")))
        .hasMessageContaining("jobmanager (process")
        .hasMessageEndingWith("type ./vigie cluster mend");
  }

  @Test
  void advisesToStartAnewWhereTheBrokerIsGone() {
    assertThatThrownBy(() -> RunningCluster.requireWhole(without("jobmanager", "kafka")))
        .hasMessageEndingWith(
            "type ./vigie cluster stop --force, then ./vigie cluster start --kafka");
  }

  @Test
  void saysSoInItsStatusToo() throws Exception {
    Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
    Path record = folder.resolve("vigie-workspace/cluster/cluster.json");
    Files.createDirectories(record.getParent());
    Files.writeString(
        record,
        """
        {"restPort": 1, "kafka": "127.0.0.1:1", "job": null, "processes": [
          {"name": "taskmanager-1", "pid": %d, "started": "%s"},
          {"name": "kafka", "pid": %d, "started": "%s"}]}
        """
            .formatted(HERE, started, HERE, Instant.EPOCH));
    Here here = Here.in(folder);

    assertThat(here.vigie("cluster", "status")).as(here.err()).isEqualTo(4);
    assertThat(here.out())
        .containsPattern("kafka +is gone")
        .contains("Next: ./vigie cluster stop --force")
        .doesNotContain("mend");
  }

  @Test
  void startsNoBrokerWhereNoneIsInstalled() throws Exception {
    assumeFalse(LoopbackBroker.isThere(), "the class path must be that of what is installed");
    Here here = Here.in(folder);

    assertThat(here.vigie("cluster", "start", "--kafka")).isEqualTo(4);
    assertThat(here.err()).contains("no broker is installed");
    assertThat(folder).isEmptyDirectory();
  }

  /** Of processes with this one's id that started at another time, none runs. */
  private static ClusterRecord without(String... names) {
    List<ClusterProcess> gone =
        List.of(names).stream().map(name -> new ClusterProcess(name, HERE, Instant.EPOCH)).toList();
    return new ClusterRecord(1, null, gone, null);
  }
}
