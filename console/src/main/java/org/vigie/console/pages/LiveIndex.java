package org.vigie.console.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;

/**
 * The index as the stream writes it: opened read-only, and anew once there is a newer commit.
 * Nobody reads from an index that was closed meanwhile.
 */
public final class LiveIndex implements AutoCloseable {
  /** How old what a page shows may be; the stream commits every two seconds by default. */
  private static final Duration REFRESH = Duration.ofSeconds(1);

  private final Path folder;
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable AdvertIndex open;
  private Instant checkedAt = Instant.EPOCH;

  public LiveIndex(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What is done with an index while it is open. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(AdvertIndex index) throws IOException;
  }

  /** Reads from the newest commit; returns nothing if no advert was ever indexed. */
  public <T> Optional<T> read(Reading<T> reading) throws IOException {
    refresh();
    lock.readLock().lock();
    try {
      AdvertIndex index = open;
      return index == null ? Optional.empty() : Optional.of(reading.from(index));
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Reads for some time from the newest commit, without keeping others from newer ones meanwhile.
   */
  public <T> Optional<T> readAtLength(Reading<T> reading) throws IOException {
    Optional<AdvertIndex> own = read(AdvertIndex::openNewer);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    try (AdvertIndex index = own.get()) {
      return Optional.of(reading.from(index));
    }
  }

  private void refresh() throws IOException {
    if (!isDue()) {
      return;
    }
    lock.writeLock().lock();
    try {
      Instant now = clock.instant();
      if (now.isBefore(checkedAt.plus(REFRESH)) && open != null) {
        return;
      }
      checkedAt = now;
      AdvertIndex before = open;
      if (before == null || !before.isCurrent()) {
        open = before == null ? AdvertIndex.open(folder) : before.openNewer();
        if (before != null) {
          before.close();
        }
      }
    } catch (NoIndexException e) {
      // Nothing is indexed yet; the next page looks again.
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean isDue() {
    lock.readLock().lock();
    try {
      return open == null || !clock.instant().isBefore(checkedAt.plus(REFRESH));
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.writeLock().lock();
    try {
      AdvertIndex index = open;
      open = null;
      if (index != null) {
        index.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
