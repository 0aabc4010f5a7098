package org.vigie.pipeline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkProcessTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        jobmanager.memory.process.size: 1600m
        taskmanager.memory.process.size: 3g
        env.java.opts.all: -Dc=d
        env.java.opts.taskmanager: -Da=b
        """);
  }

  @Test
  void sharesTheMemoryOfAJobManagerOutAsFlinkDoes() {
    JavaCommand command = FlinkProcess.of(folder, Map.of()).jobManager("Job", List.of("--x", "y"));

    // 1,600 MB less 256 of metaspace, 192 of overhead and 128 off the heap, which Flink documents.
    assertThat(command.options())
        .contains("-Xmx1073741824", "-XX:MaxMetaspaceSize=268435456")
        .as("settings of ours add to what Flink opens")
        .contains("--add-opens=java.base/java.util=ALL-UNNAMED", "-Dc=d")
        .doesNotContain("-Da=b");
    assertThat(command.main()).endsWith("StandaloneApplicationClusterEntryPoint");
    assertThat(command.arguments())
        .startsWith("-c", folder.toString())
        .endsWith("--job-classname", "Job", "--x", "y");
  }

  @Test
  void tellsATaskManagerEachPartOfItsMemory() {
    JavaCommand command =
        FlinkProcess.of(folder, Map.of("taskmanager.numberOfTaskSlots", "2")).taskManager();

    assertThat(command.options()).contains("-Da=b");
    assertThat(command.main()).endsWith("TaskManagerRunner");
    assertThat(command.arguments())
        .contains("taskmanager.numberOfTaskSlots=2", "taskmanager.cpu.cores=2.0")
        .anyMatch(word -> word.startsWith("taskmanager.memory.managed.size="));
  }

  @Test
  void takesAWishInThePlaceOfWhatTheFileSays() {
    JavaCommand command =
        FlinkProcess.of(folder, Map.of("jobmanager.memory.process.size", "2g"))
            .jobManager("Job", List.of());

    assertThat(command.options()).contains("-Xmx1530082096");
    assertThat(command.arguments()).contains("jobmanager.memory.process.size=2g");
  }

  @Test
  void refusesMemoryThatCannotBeSharedOut() {
    FlinkProcess process =
        FlinkProcess.of(folder, Map.of("taskmanager.memory.process.size", "100m"));

    assertThatThrownBy(process::taskManager)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Flink's settings of memory must agree, but: ");
  }

  @Test
  void saysWhereSettingsAreMissing() {
    assertThatThrownBy(() -> FlinkProcess.of(folder.resolve("none"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none/config.yaml, but there is no such file");
  }

  @Test
  void refusesAWordThatTheLauncherCouldNotReadBack() {
    assertThatThrownBy(() -> new JavaCommand(List.of(), "Main", List.of("two\nlines")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("two");
  }

  @Test
  void givesZooKeeperAFileOfItsSettings() throws IOException {
    JavaCommand command = ZooKeeperProcess.of(folder.resolve("zk"), "127.0.0.1", 2181);

    assertThat(command.arguments()).contains(folder.resolve("zk/zoo.cfg").toString());
    assertThat(folder.resolve("zk/zoo.cfg"))
        .content()
        .contains("clientPort=2181", "clientPortAddress=127.0.0.1", "admin.enableServer=false");
  }
}
