package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.NoIndexException;

/** A run that goes on while files come and people ask for something else. */
@Tag("end-to-end")
class WatchEndToEndTest {
  @TempDir Path folder;

  @Test
  @Timeout(300)
  void takesUpAQueryThatIsWrittenWhileItRuns() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    assertThat(here.vigie("init", "--trial")).isZero();
    Path files = Files.createDirectory(folder.resolve("files"));
    write(files, "before.jsonl", "Waiters wanted in Cork.");
    Thread run = new Thread(() -> here.vigie("run", "--watch", "--input", files.toString()));
    run.start();
    try {
      await(run, here, () -> adverts(workspace) == 1);
      Files.writeString(workspace.queries(), "queries: [{name: cork, query: cork}]\n");
      await(run, here, () -> here.err().contains("taking up what people ask for now"));
      write(files, "after.jsonl", "Cooks wanted in Cork.");
      await(run, here, () -> adverts(workspace) == 2);
    } finally {
      run.interrupt(); // as Ctrl-C does
      run.join();
    }

    assertThat(Found.in(workspace.root()).alerts()).as(here.err()).hasSize(1);
    assertThat(here.vigie("run", "--json")).isZero();
    assertThat(here.out()).contains("\"adverts\":0,").contains("\"repeats\":0,");
  }

  private static void write(Path files, String name, String text) throws IOException {
    Path part = files.resolve("." + name + ".part");
    Files.writeString(part, "{\"text\":\"" + text + "\"}\n");
    Files.move(part, files.resolve(name));
  }

  private static int adverts(Workspace workspace) throws IOException {
    try {
      return Found.in(workspace.root()).clusters().size();
    } catch (NoIndexException e) {
      return 0; // not yet
    }
  }

  private static void await(Thread run, Here here, Callable<Boolean> due) throws Exception {
    while (!due.call()) {
      assertThat(run.isAlive()).as(here.err()).isTrue();
      Thread.sleep(200);
    }
  }
}
