package org.vigie.search.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Severity;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;

class LuceneStartTest {
  @TempDir Path folder;

  @Test
  void opensShardsAndStoredQueriesAtTheSameTimeInAFreshProcess() throws Exception {
    for (int round = 0; round < 3; round++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path").replace('\n', File.pathSeparatorChar),
                  OpensAllAtOnce.class.getName(),
                  folder.resolve("round-" + round).toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log-" + round).toFile())
              .start();
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertThat(ended).as("no deadlock in round %d", round).isTrue();
      assertThat(process.exitValue()).isZero();
    }
  }

  /** Opens shards and stored queries from many threads that start together. */
  static final class OpensAllAtOnce {
    public static void main(String[] folder) throws Exception {
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> threads =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(number -> new Thread(() -> open(Path.of(folder[0]), number, start)))
              .toList();
      threads.forEach(Thread::start);
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private static void open(Path folder, int number, CountDownLatch start) {
      try {
        start.await();
        if (number % 2 == 0) {
          ShardWriter.open(folder.resolve("shard-" + number), OptionalLong.empty()).close();
        } else {
          StoredQueries.of(List.of(new StoredQuery("q", "1", "word", Severity.NOTICE))).close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
