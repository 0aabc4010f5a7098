package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NeededCheckpointsTest {
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(500);

  private final List<CompletableFuture<Long>> begun = new ArrayList<>();
  private long now;
  private final NeededCheckpoints checkpoints =
      new NeededCheckpoints(
          INTERVAL,
          () -> now,
          () -> {
            begun.add(new CompletableFuture<>());
            return begun.getLast();
          });

  @Test
  void noneIsTakenWhileNothingComes() {
    looks(4, 1);
    assertThat(begun).hasSize(1);
    begun.getLast().complete(1L);

    looks(100, 1);

    assertThat(begun).hasSize(1);
  }

  @Test
  void whatComesAfterAQuietWhileIsSavedAtOnceAndWhatFollowsAnIntervalLater() {
    looks(2, 1);
    begun.getLast().complete(1L);
    looks(20, 1);

    looks(1, 2);
    assertThat(begun).hasSize(2);
    begun.getLast().complete(2L);
    looks(3, 3);
    assertThat(begun).hasSize(2);
    looks(1, 3);

    assertThat(begun).hasSize(3);
  }

  @Test
  void whatKeepsComingIsSavedOnceAnInterval() {
    for (int advert = 0; advert < 40; advert++) {
      looks(1, advert);
      begun.forEach(checkpoint -> checkpoint.complete(1L));
    }

    assertThat(begun).hasSizeBetween(7, 10);
  }

  @Test
  void oneAtATimeIsTaken() {
    for (int advert = 0; advert < 40; advert++) {
      looks(1, advert);
    }
    assertThat(begun).hasSize(1);

    begun.getLast().complete(1L);
    looks(6, 40);

    assertThat(begun).hasSize(2);
  }

  @Test
  void whatCameWhileOneWasTakenIsSavedByTheNext() {
    looks(2, 1);
    looks(3, 2);
    begun.getLast().complete(1L);
    looks(5, 2);

    assertThat(begun).hasSize(2);
  }

  @Test
  void oneThatFailedIsTakenAgain() {
    looks(2, 1);
    begun.getLast().completeExceptionally(new IllegalStateException("steps still start"));
    looks(10, 1);

    assertThat(begun).hasSize(2);
  }

  private void looks(int times, long adverts) {
    for (int time = 0; time < times; time++) {
      now += POLL.toNanos();
      checkpoints.look(Map.of("adverts", adverts));
    }
  }
}
