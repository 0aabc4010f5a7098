package org.vigie.cli.command.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A job that is handed to a cluster, here one that takes none, where the saved state isn't whole.
 */
class SubmitWithLostStateTest {
  private static final String SAID = "no saved state goes with the index";

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));
  private HttpServer cluster;

  @BeforeEach
  void start() throws Exception {
    workspace = ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] answer = "{\"errors\":[\"none is taken\"]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(400, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    cluster.start();
    Path record = workspace.root().resolve("cluster/cluster.json");
    Files.createDirectories(record.getParent());
    Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
    Files.writeString(
        record,
        "{\"restPort\":%d,\"kafka\":null,\"job\":null,\"processes\":[{\"name\":\"jobmanager\",\"pid\":%d,\"started\":\"%s\"}]}"
            .formatted(cluster.getAddress().getPort(), ProcessHandle.current().pid(), started));
  }

  @AfterEach
  void stop() {
    cluster.stop(0);
  }

  @Test
  void saysThatAllIsReadAgainBeforeItIs() throws Exception {
    assertThat(here.vigie("cluster", "submit")).isNotZero();
    assertThat(here.err()).as("a state is there").doesNotContain(SAID);
    assertThat(asked).as("the cluster was asked").hasPositiveValue();

    FolderTree.delete(workspace.state());

    assertThat(here.vigie("cluster", "submit")).isNotZero();
    assertThat(here.err()).containsOnlyOnce(SAID).contains("adverts)", "./vigie restore");
  }

  @Test
  void handsOverNoJobThatWouldGoOnFromADamagedState() throws Exception {
    for (Path file : states()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }

    assertThat(here.vigie("cluster", "submit")).isNotZero();

    assertThat(here.err()).contains("must be a saved state as it was written", "./vigie restore");
    assertThat(asked).hasValue(0);
    assertThat(states()).as("kept, to be looked at").isNotEmpty();
  }

  private List<Path> states() throws IOException {
    try (Stream<Path> walk = Files.walk(workspace.state().resolve("savepoints"))) {
      return walk.filter(file -> file.endsWith("_metadata")).toList();
    }
  }
}
