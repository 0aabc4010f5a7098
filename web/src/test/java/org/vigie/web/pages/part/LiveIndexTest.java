package org.vigie.web.pages.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Sighting;
import org.vigie.casework.people.MovingClock;
import org.vigie.search.AdvertIndex;
import org.vigie.search.shard.ShardWriter;

@Timeout(60)
class LiveIndexTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final MovingClock clock = new MovingClock(START);

  @TempDir Path folder;
  private long checkpoint;

  @Test
  void findsNothingBeforeAnythingIsCommittedAndLooksAgain() throws Exception {
    try (LiveIndex index = new LiveIndex(folder, clock)) {
      assertThat(index.read(AdvertIndex::counts)).isEmpty();
      commit("a-1");
      assertThat(index.read(adverts -> adverts.counts().sightings())).contains(1L);
    }
  }

  @Test
  void showsWhatIsNewestToWhoComesAfterAPause() throws Exception {
    commit("a-1");
    try (LiveIndex index = new LiveIndex(folder, clock)) {
      assertThat(sightings(index)).isEqualTo(1);
      commit("a-2");
      assertThat(sightings(index)).as("within a second").isEqualTo(1);
      clock.pass(Duration.ofMinutes(1));
      assertThat(sightings(index)).isEqualTo(2);
    }
  }

  @Test
  void opensWhatIsNewerBesideThosePagesThatGoOn() throws Exception {
    commit("a-1");
    try (LiveIndex index = new LiveIndex(folder, clock)) {
      assertThat(sightings(index)).isEqualTo(1);
      commit("a-2");
      clock.pass(Duration.ofSeconds(2));
      long seen = sightings(index);
      while (seen < 2) {
        Thread.onSpinWait();
        seen = sightings(index);
      }
      assertThat(seen).isEqualTo(2);
    }
  }

  @Test
  void letsAPageReadToItsEndFromWhatWasOpenAndNobodyWaitForIt() throws Exception {
    commit("a-1");
    CountDownLatch reads = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    try (LiveIndex index = new LiveIndex(folder, clock);
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Long> slow =
          threads.submit(() ->
              index
                  .read(adverts -> {
                    reads.countDown();
                    await(others);
                    return adverts.counts().sightings();
                  })
                  .orElseThrow());
      reads.await();
      commit("a-2");
      clock.pass(Duration.ofMinutes(1));
      assertThat(sightings(index)).as("while another still reads").isEqualTo(2);
      others.countDown();
      assertThat(slow.get()).isEqualTo(1);
      assertThat(sightings(index)).isEqualTo(2);
    }
  }

  @Test
  void isReadToTheEndThoughItIsClosedMeanwhile() throws Exception {
    commit("a-1");
    LiveIndex index = new LiveIndex(folder, clock);
    long seen =
        index
            .read(adverts -> {
              index.close();
              return adverts.counts().sightings();
            })
            .orElseThrow();
    assertThat(seen).isEqualTo(1);
  }

  @Test
  void letsNobodyWaitForALongOpenWhilePagesAreAskedFor() throws Exception {
    commit("a-1");
    CountDownLatch opened = new CountDownLatch(1);
    try (LiveIndex index = new LiveIndex(folder, new SlowToOpen(clock, opened));
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      assertThat(sightings(index)).isEqualTo(1);
      commit("a-2");
      try {
        for (int page = 0; page < 5; page++) {
          clock.pass(Duration.ofSeconds(2));
          assertThat(threads.submit(() -> sightings(index)).get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
      } finally {
        opened.countDown();
      }
    }
  }

  @Test
  void goesOnWithWhatWasOpenWhereWhatIsNewerCannotBeOpened() throws Exception {
    commit("a-1");
    try (LiveIndex index = new LiveIndex(folder, clock)) {
      assertThat(sightings(index)).isEqualTo(1);
      Path broken = Files.writeString(folder.resolve("shard-0/segments_zz"), "broken");
      clock.pass(Duration.ofMinutes(1));
      assertThat(sightings(index)).isEqualTo(1);
      try (LiveIndex another = new LiveIndex(folder, clock)) {
        assertThatThrownBy(() -> sightings(another)).isInstanceOf(IOException.class);
      }

      Files.delete(broken);
      commit("a-2");
      clock.pass(Duration.ofMinutes(1));
      assertThat(sightings(index)).isEqualTo(2);
    }
  }

  /** A clock on which whoever opens what is newer beside the readers waits. */
  private static final class SlowToOpen extends Clock {
    private final Clock clock;
    private final CountDownLatch opened;

    SlowToOpen(Clock clock, CountDownLatch opened) {
      this.clock = clock;
      this.opened = opened;
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().equals("open-newer-index")) {
        await(opened);
      }
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static long sightings(LiveIndex index) throws Exception {
    return index.read(adverts -> adverts.counts().sightings()).orElseThrow();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit(String id) throws Exception {
    OptionalLong before = checkpoint == 0 ? OptionalLong.empty() : OptionalLong.of(checkpoint);
    try (ShardWriter writer = ShardWriter.open(folder.resolve("shard-0"), before)) {
      writer.put(new Sighting(id, START, START, 1, List.of(), List.of(), List.of()));
      writer.commit(++checkpoint);
    }
  }
}
