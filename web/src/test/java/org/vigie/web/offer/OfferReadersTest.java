package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OfferReadersTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void readNoMoreTextsAtOnceThanThereAreReaders() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    OfferReaders readers =
        new OfferReaders(
            List.of(text -> {
              begun.countDown();
              await(end);
              return OfferAdvice.unread();
            }),
            SHORT);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> readers.read("one").isPresent());
    begun.await();

    assertThat(readers.read("two")).isEmpty();
    end.countDown();
    assertThat(first.get()).isTrue();
    assertThat(readers.read("three")).isPresent();
  }

  @Test
  void keepAReaderThatFailed() {
    OfferReaders readers =
        new OfferReaders(
            List.of(text -> {
              throw new IllegalStateException("as a test wants it");
            }),
            SHORT);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> readers.read("a job")).isInstanceOf(IllegalStateException.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
