package org.vigie.search.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Membership;
import org.vigie.search.AdvertIndex;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ShardWriterConcurrencyTest {
  @TempDir Path index;

  @Test
  void canBeReadAtAnyMomentWhileItCommitsAndLetsGo() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(1);
        ShardWriter writer = ShardWriter.open(shard(), OptionalLong.empty())) {
      putAndCommit(writer, 1);
      Future<Long> writing =
          threads.submit(() -> {
            long checkpoint = 1;
            while (checkpoint < 60) {
              checkpoint++;
              putAndCommit(writer, checkpoint);
              writer.completed(checkpoint);
            }
            return checkpoint;
          });
      while (!writing.isDone()) {
        assertIsOneCheckpoint();
      }
      assertThat(writing.get()).isEqualTo(60);
      assertThat(memberships()).hasSize(60);
    }
  }

  @Test
  void opensAgainInTheSameProcessAfterItsThreadWasInterrupted() throws Exception {
    AtomicLong committed = new AtomicLong();
    for (int round = 0; round < 5; round++) {
      try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
        long before = committed.get();
        Future<Long> writing = threads.submit(writeUntilInterrupted(before, committed));
        while (committed.get() < before + 2 && !writing.isDone()) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        threads.shutdownNow();
      }
      long restored = committed.get();
      ShardWriter.open(shard(), OptionalLong.of(restored)).close();
      assertThat(memberships()).hasSize((int) restored);
    }
  }

  /** As a task of the stream that is cancelled: it may fail anywhere, but it closes its writer. */
  private Callable<Long> writeUntilInterrupted(long restored, AtomicLong committed) {
    return () -> {
      OptionalLong checkpoint = restored == 0 ? OptionalLong.empty() : OptionalLong.of(restored);
      try (ShardWriter writer = ShardWriter.open(shard(), checkpoint)) {
        while (true) {
          putAndCommit(writer, committed.get() + 1);
          committed.incrementAndGet();
        }
      }
    };
  }

  private static void putAndCommit(ShardWriter writer, long checkpoint) throws IOException {
    for (long advert = 1; advert <= checkpoint; advert++) {
      writer.put(new Membership("a-" + advert, "c-" + checkpoint));
    }
    writer.commit(checkpoint);
  }

  private void assertIsOneCheckpoint() throws IOException {
    List<Membership> memberships = memberships();
    assertThat(memberships)
        .extracting(Membership::clusterId)
        .containsOnly("c-" + memberships.size());
  }

  private List<Membership> memberships() throws IOException {
    try (AdvertIndex opened = AdvertIndex.open(index)) {
      return opened.memberships();
    }
  }

  private Path shard() {
    return index.resolve("shard-0");
  }
}
