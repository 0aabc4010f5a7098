package org.vigie.web.pages.part;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.NoIndexException;
import org.vigie.search.query.QueryLexicon;

/**
 * The index as the stream writes it: opened read-only, and anew once there is a newer commit.
 *
 * <p>What is newer is opened beside the readers, who go on with what was open before; an index is
 * closed once nobody reads from it. So nobody waits for a slow reader and, while pages are asked
 * for, nobody for an index to open.
 */
public final class LiveIndex implements AutoCloseable {
  /** How old what a page shows may be; the stream commits every two seconds by default. */
  private static final Duration REFRESH = Duration.ofSeconds(1);

  /** Who comes after nobody came for as long waits for what is newest; nobody else waits. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  private final Path folder;
  private final Clock clock;
  private final Supplier<Hidden> hidden;
  private final QueryLexicon lexicon;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable Shared current;
  private volatile Instant checkedAt = Instant.EPOCH;
  private volatile Instant askedAt = Instant.EPOCH;
  private volatile boolean isClosed;

  /** The index in a folder, all of it. */
  public LiveIndex(Path folder, Clock clock) {
    this(folder, clock, Hidden::none);
  }

  /**
   * @param hidden says what isn't shown, whenever a newer one may be opened
   */
  public LiveIndex(Path folder, Clock clock, Supplier<Hidden> hidden) {
    this(folder, clock, hidden, QueryLexicon.NONE);
  }

  /** As above, for queries that may name concepts. */
  public LiveIndex(Path folder, Clock clock, Supplier<Hidden> hidden, QueryLexicon lexicon) {
    this.lexicon = lexicon;
    this.folder = folder;
    this.clock = clock;
    this.hidden = hidden;
  }

  /** What is done with an index while it is open. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(AdvertIndex index) throws IOException;
  }

  /** An open index with those who hold it: this object and everybody who reads from it. */
  private static final class Shared {
    private final AdvertIndex index;
    private final Hidden hidden;
    private int holders = 1;

    Shared(AdvertIndex index, Hidden hidden) {
      this.index = index;
      this.hidden = hidden;
    }

    /** Returns whether it could be taken hold of: not once it is closed. */
    synchronized boolean hold() {
      if (holders == 0) {
        return false;
      }
      holders++;
      return true;
    }

    void letGo() throws IOException {
      boolean last;
      synchronized (this) {
        last = --holders == 0;
      }
      if (last) {
        index.close();
      }
    }
  }

  /** Reads from the newest commit; returns nothing if no advert was ever indexed. */
  public <T> Optional<T> read(Reading<T> reading) throws IOException {
    refresh();
    @Nullable Shared held = hold();
    if (held == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.from(held.index));
    } finally {
      held.letGo();
    }
  }

  /** An index that was let go between two steps has a successor by then. */
  private @Nullable Shared hold() {
    @Nullable Shared known = current;
    while (known != null && !known.hold()) {
      known = current;
    }
    return known;
  }

  private void refresh() throws IOException {
    Instant now = clock.instant();
    boolean isAfterPause = !now.isBefore(askedAt.plus(IDLE));
    askedAt = now;
    if (!isDue()) {
      return;
    }
    if (current == null || isAfterPause) {
      refreshing.lock();
      try {
        if (current == null) {
          openNewerIfDue();
        } else {
          openNewerOrGoOn();
        }
      } finally {
        refreshing.unlock();
      }
    } else if (!refreshing.isLocked()) {
      Thread.ofPlatform().daemon().name("open-newer-index").start(this::refreshBeside);
    }
  }

  /** Opens what is newest now, for what is hidden or shown from here on. */
  public void renew() throws IOException {
    refreshing.lock();
    try {
      if (!isClosed) {
        openNewer();
      }
    } finally {
      refreshing.unlock();
    }
  }

  private void refreshBeside() {
    if (!refreshing.tryLock()) {
      return;
    }
    try {
      openNewerOrGoOn();
    } finally {
      refreshing.unlock();
    }
  }

  private void openNewerOrGoOn() {
    try {
      openNewerIfDue();
    } catch (IOException | RuntimeException e) {
      // What was open before stands; the next page tries again.
      LOG.warn("a newer index could not be opened", e);
    }
  }

  private void openNewerIfDue() throws IOException {
    if (!isClosed && isDue()) {
      openNewer();
    }
  }

  private boolean isDue() {
    return current == null || !clock.instant().isBefore(checkedAt.plus(REFRESH));
  }

  private void openNewer() throws IOException {
    Instant now = clock.instant();
    @Nullable Shared before = current;
    Hidden hides = hidden.get();
    try {
      if (before == null) {
        current = new Shared(AdvertIndex.open(folder, hides, lexicon), hides);
      } else if (!before.index.isCurrent() || !before.hidden.equals(hides)) {
        current = new Shared(before.index.openNewer(hides), hides);
        before.letGo();
      }
    } catch (NoIndexException e) {
      // Nothing is indexed yet; the next page looks again.
    }
    checkedAt = now;
  }

  /** Ends what is open; whoever still reads reads to the end. */
  @Override
  public void close() throws IOException {
    refreshing.lock();
    try {
      isClosed = true;
      @Nullable Shared last = current;
      current = null;
      if (last != null) {
        last.letGo();
      }
    } finally {
      refreshing.unlock();
    }
  }
}
