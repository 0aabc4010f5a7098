package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.search.AdvertIndex;

class QuietRunTest {
  /** For so many looks at a job, of which each could begin a checkpoint, nothing comes. */
  private static final int QUIET = 20;

  /**
   * Threads woke some 660 times a second when Flink flushed ten times a second and told counts with
   * heartbeats, and often yet while its tasks measured how long mail waits. Its actors' clocks
   * aren't counted: they tick as they did when they were first used.
   */
  private static final double MOST_WAKES = 80;

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void restsWhileNothingComesAndSavesTheNextAdvertByItself() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("first.jsonl", "{\"text\":\"the first offer of all\"}\n");
    Looks looks = new Looks(run);

    run.watch(2, OptionalInt.empty(), unused -> looks.look(), looks::isEnough);

    assertThat(looks.taken).as("checkpoints while nothing came").isZero();
    assertThat(looks.wakes).as("wakes a second").isLessThan(MOST_WAKES);
    assertThat(FlinkSettings.temporary(run.workspace()))
        .as("files of an ended job, but for the one jar that tests load once for all of them")
        .isDirectoryNotContaining("glob:**/flink-io-*");
  }

  /** What is seen of a job: it settles, is quiet for a while, and then gets another advert. */
  private static final class Looks {
    private final TestRun run;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> waits = new HashMap<>();
    private long checkpoint = -1;
    private int unchanged;
    private long began;
    private long taken = -1;
    private double wakes;
    private boolean isSaved;

    Looks(TestRun run) {
      this.run = run;
    }

    boolean isEnough() {
      return isSaved;
    }

    void look() {
      try {
        if (taken >= 0) {
          isSaved = searchable() == 2;
        } else if (began == 0) {
          settle();
        } else if (++unchanged == QUIET) {
          taken = newestCheckpoint() - checkpoint;
          wakes = waitsSince() / ((System.nanoTime() - began) / 1e9);
          run.accept("second.jsonl", "{\"text\":\"the second offer of all\"}\n");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void settle() throws IOException {
      long newest = newestCheckpoint();
      unchanged = newest > 0 && newest == checkpoint && searchable() == 1 ? unchanged + 1 : 0;
      checkpoint = newest;
      if (unchanged == QUIET) {
        unchanged = 0;
        began = System.nanoTime();
        infos().forEach(info -> waits.put(info.getThreadId(), info.getWaitedCount()));
      }
    }

    private long waitsSince() {
      return infos()
          .mapToLong(info -> info.getWaitedCount() - waits.getOrDefault(info.getThreadId(), 0L))
          .sum();
    }

    private Stream<ThreadInfo> infos() {
      return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
          .filter(info -> info != null && !info.getThreadName().contains("-scheduler-"));
    }

    private long searchable() throws IOException {
      try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
        return index.counts().adverts();
      }
    }

    /** Returns the number of the newest that is complete; -1 if none is. */
    private long newestCheckpoint() throws IOException {
      Path checkpoints = new SavedState(run.workspace().state()).checkpoints();
      if (!Files.exists(checkpoints)) {
        return -1;
      }
      try (Stream<Path> files = Files.find(checkpoints, 3, (file, unused) -> isComplete(file))) {
        return files.mapToLong(Looks::number).max().orElse(-1);
      } catch (UncheckedIOException e) {
        return -1; // one was removed meanwhile
      }
    }

    /** Returns that of {@code chk-7/_metadata}. */
    private static long number(Path file) {
      return Long.parseLong(file.getParent().getFileName().toString().substring("chk-".length()));
    }

    private static boolean isComplete(Path file) {
      return file.getFileName().toString().equals("_metadata");
    }
  }
}
