package org.vigie.web.pages.part;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What takes long to make and may be a minute old: made by one request at a time, while others are
 * shown the one before.
 */
public final class MinuteOld<T> {
  public static final Duration OLDEST = Duration.ofMinutes(1);

  private final Clock clock;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made<T> made;

  public MinuteOld(Clock clock) {
    this.clock = clock;
  }

  private record Made<T>(T value, Instant at) {}

  /** How it is made. */
  @FunctionalInterface
  public interface Making<T> {
    T make() throws IOException;
  }

  public T get(Making<T> how) throws IOException {
    Made<T> known = made;
    if (known != null && isFresh(known)) {
      return known.value();
    }
    if (known != null && !making.tryLock()) {
      return known.value();
    }
    if (known == null) {
      making.lock();
    }
    try {
      Made<T> meanwhile = made;
      if (meanwhile != null && isFresh(meanwhile)) {
        return meanwhile.value();
      }
      T value = how.make();
      made = new Made<>(value, clock.instant());
      return value;
    } finally {
      making.unlock();
    }
  }

  private boolean isFresh(Made<T> known) {
    return clock.instant().isBefore(known.at().plus(OLDEST));
  }
}
