package org.vigie.web.pages.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.casework.people.MovingClock;

class MinuteOldTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final MinuteOld<Integer> remembered = new MinuteOld<>(clock);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void isMadeOnceAMinute() throws Exception {
    assertThat(remembered.get(made::incrementAndGet)).isEqualTo(1);
    clock.pass(Duration.ofSeconds(59));
    assertThat(remembered.get(made::incrementAndGet)).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(remembered.get(made::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void showsTheOneBeforeWhileItIsMadeAnew() throws Exception {
    remembered.get(made::incrementAndGet);
    clock.pass(Duration.ofMinutes(2));
    CountDownLatch isMaking = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> slow =
          threads.submit(() ->
              remembered.get(() -> {
                isMaking.countDown();
                awaitQuietly(mayGoOn);
                return 7;
              }));
      assertThat(isMaking.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(remembered.get(made::incrementAndGet)).isEqualTo(1);
      mayGoOn.countDown();
      assertThat(slow.get()).isEqualTo(7);
    }
    assertThat(remembered.get(made::incrementAndGet)).isEqualTo(7);
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IOException("the other must have looked");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void triesAgainAfterAFailure() throws Exception {
    assertThatThrownBy(() ->
            remembered.get(() -> {
              throw new IOException("no");
            }))
        .isInstanceOf(IOException.class);
    assertThat(remembered.get(made::incrementAndGet)).isEqualTo(1);
  }
}
