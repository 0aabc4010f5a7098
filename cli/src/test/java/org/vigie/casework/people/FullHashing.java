package org.vigie.casework.people;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Something that takes all places in which passwords are hashed, until it is closed. */
public final class FullHashing implements AutoCloseable {
  private static final int PLACES = 2;

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newFixedThreadPool(PLACES);

  public FullHashing() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(PLACES);
    for (int i = 0; i < PLACES; i++) {
      threads.submit(() ->
          HashingQueue.SHARED.hash(() -> {
            taken.countDown();
            return await();
          }));
    }
    taken.await();
  }

  private boolean await() {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    end.countDown();
    threads.close();
  }
}
