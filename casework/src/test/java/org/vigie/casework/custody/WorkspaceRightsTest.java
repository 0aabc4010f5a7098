package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceRightsTest {
  @TempDir Path folder;

  @Test
  void looksPastWhatARunRemovesMeanwhile() throws Exception {
    Path loose = Files.writeString(folder.resolve("loose"), "");
    Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    AtomicBoolean ends = new AtomicBoolean();
    Thread run = new Thread(() -> makeAndRemove(ends));
    run.start();

    for (int i = 0; i < 3_000; i++) {
      assertThat(new WorkspaceRights(folder, "").looser()).contains(loose);
    }
    new WorkspaceRights(folder, "").tighten();

    ends.set(true);
    run.join();
    assertThat(new WorkspaceRights(folder, "").looser()).isEmpty();
  }

  private void makeAndRemove(AtomicBoolean ends) {
    try {
      while (!ends.get()) {
        Path inner = Files.createDirectories(folder.resolve("flink-io/inner"));
        Path file = Files.writeString(inner.resolve("buffers"), "");
        Files.delete(file);
        Files.delete(inner);
        Files.delete(folder.resolve("flink-io"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
