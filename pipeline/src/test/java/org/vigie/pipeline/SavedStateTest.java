package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedStateTest {
  @TempDir Path folder;
  private SavedState saved = new SavedState(Path.of(""));

  @BeforeEach
  void start() {
    saved = new SavedState(folder);
  }

  @Test
  void goesOnFromTheNewestThatIsComplete() throws IOException {
    assertThat(saved.newest()).isEmpty();
    state("savepoints/savepoint-1", 10);
    Path newest = state("checkpoints/job/chk-7", 30);
    state("checkpoints/job/chk-6", 20);
    Files.createDirectories(folder.resolve("checkpoints/job/chk-8"));

    assertThat(saved.newest()).contains(newest);
  }

  @Test
  void removesWhatIsHalfWrittenAndWhatIsOlder() throws IOException {
    Path old = state("savepoints/savepoint-1", 10);
    Path newest = state("checkpoints/job/chk-7", 30);
    Path half = Files.createDirectories(folder.resolve("checkpoints/job/chk-8"));
    Files.writeString(half.resolve("part"), "x");
    Path shared = Files.createDirectories(folder.resolve("checkpoints/job/shared"));

    saved.removeIncomplete();
    saved.keepOnly(saved.newest());

    assertThat(old).doesNotExist();
    assertThat(half).doesNotExist();
    assertThat(newest).isDirectory();
    assertThat(shared).isDirectory();
  }

  @Test
  void doesNotMindThatSomebodyElseClearsAwayToo() throws Exception {
    for (int round = 0; round < 50; round++) {
      Path half = Files.createDirectories(folder.resolve("checkpoints/job/chk-" + round));
      for (int file = 0; file < 20; file++) {
        Files.writeString(half.resolve("part-" + file), "x");
      }
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                for (int file = 19; file >= 0; file--) {
                  half.resolve("part-" + file).toFile().delete();
                }
              });
      saved.removeIncomplete();
      other.join();
      assertThat(half).doesNotExist();
    }
  }

  private Path state(String name, long seconds) throws IOException {
    Path state = Files.createDirectories(folder.resolve(name));
    Path metadata = Files.writeString(state.resolve("_metadata"), "x");
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(seconds * 1_000));
    return state;
  }
}
