package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.StateSums;

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
  void goesByTheNumberOfACheckpointAndNotByTheTimesOfItsFiles() throws IOException {
    Path older = state("checkpoints/job/chk-9", 9);
    Path newest = state("savepoints/savepoint-1", 10);
    for (Path touched : List.of(older, newest)) {
      for (Path other : List.of(older, newest)) {
        long seconds = other.equals(touched) ? 2_000 : 1_000;
        Files.setLastModifiedTime(other.resolve("_metadata"), FileTime.fromMillis(seconds));
        Files.setLastModifiedTime(other, FileTime.fromMillis(seconds));
      }
      assertThat(saved.newest()).contains(newest);
    }
  }

  @Test
  void saysWhichStateItCannotRead() throws IOException {
    Path state = state("savepoints/savepoint-1", 10);
    Files.writeString(state.resolve("_metadata"), "no metadata");

    assertThatThrownBy(saved::newest)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(state.toString());
  }

  /** A length that is none asked for all memory there is. */
  @Test
  void saysWhichStateItCannotReadHoweverLongThatSaysItIs() throws IOException {
    Path state = state("checkpoints/job/chk-7", 10);
    byte[] metadata = Files.readAllBytes(state.resolve("_metadata"));
    for (int at = 0; at < metadata.length; at++) {
      byte[] other = metadata.clone();
      other[at] ^= 0x7f;
      Files.write(state.resolve("_metadata"), other);
      try {
        saved.newest();
      } catch (IOException e) {
        assertThat(e).as("byte %d", at).hasMessageContaining(state.toString());
      }
    }
  }

  @Test
  void goesOnFromNoneOfWhichAFileIsAnotherOrGone() throws IOException {
    Path state = state("savepoints/savepoint-1", 10);
    Path part = Files.writeString(state.resolve("part"), "as it was");
    new StateSums(state).write();
    assertThat(saved.newest()).contains(state);
    Path list = state.resolve("SHA256SUMS");
    for (Path file : List.of(part, list, state.resolve("_metadata"))) {
      byte[] whole = Files.readAllBytes(file);
      byte[] other = whole.clone();
      other[other.length / 2] ^= 1;
      Files.write(file, other);
      assertThatThrownBy(saved::newest).as("%s", file).hasMessageContaining("./vigie restore");
      Files.write(file, whole);
    }

    Files.delete(part);

    assertThatThrownBy(saved::newest).hasMessageContaining("./vigie restore");
  }

  /** Which names are none depends on the locale; one with a zero byte is none anywhere. */
  @Test
  void goesOnFromNoneWhoseHashesNameWhatNoFileCanBeCalled() throws IOException {
    Path state = state("savepoints/savepoint-1", 10);
    new StateSums(state).write();
    Path list = state.resolve("SHA256SUMS");
    Files.writeString(list, Files.readString(list).replace("_metadata", "_metadat\0"));

    assertThatThrownBy(saved::newest).hasMessageContaining("./vigie restore");
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

  private Path state(String name, long number) throws IOException {
    Path state = Files.createDirectories(folder.resolve(name));
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(state.resolve("_metadata")))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(number, List.of(), List.of()), out);
    }
    return state;
  }
}
