package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.StateSums;

/** What a run would leave that is killed between two of its checkpoints. */
class KilledRunStateTest {
  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void isGoneOnFromOnlyAsItWasWritten() throws Exception {
    TestRun run = new TestRun(folder.resolve("run"));
    run.accept("first.jsonl", TestAdverts.jsonLines(1, 20));
    TestRun killed = new TestRun(folder.resolve("killed"));
    run.watch(1, OptionalInt.empty(), progress -> {}, () -> isCopied(run, killed));

    Path state = state(killed);
    assertThat(new StateSums(state).list()).exists();
    SavedState saved = new SavedState(killed.workspace().state());
    assertThat(saved.newest()).contains(state);
    for (Path file : files(state)) {
      byte[] whole = Files.readAllBytes(file);
      byte[] other = whole.clone();
      other[other.length / 2] ^= 1;
      Files.write(file, other);
      assertThatThrownBy(saved::newest).as("%s", file).hasMessageContaining("./vigie restore");
      Files.write(file, whole);
    }
    assertThat(killed.run(1).index().adverts()).isEqualTo(20);
  }

  /** Copies all as it is between two checkpoints, be it at the second try. */
  private static boolean isCopied(TestRun run, TestRun killed) {
    try {
      List<Path> before = states(run);
      if (before.size() == 1) {
        run.copyTo(killed.folder());
        if (states(run).equals(before)) {
          return true;
        }
      }
    } catch (NoSuchFileException | UncheckedIOException e) {
      // The run has cleared something away meanwhile.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    delete(killed.folder());
    return false;
  }

  private static void delete(Path half) {
    try {
      if (Files.exists(half)) {
        FolderTree.delete(half);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path state(TestRun run) throws IOException {
    return states(run).getFirst();
  }

  private static List<Path> states(TestRun run) throws IOException {
    Path state = run.workspace().state();
    if (!Files.isDirectory(state)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(state)) {
      return walk.filter(file -> file.endsWith("_metadata")).map(Path::getParent).toList();
    }
  }

  private static List<Path> files(Path state) throws IOException {
    try (Stream<Path> list = Files.list(state)) {
      return list.sorted().toList();
    }
  }
}
