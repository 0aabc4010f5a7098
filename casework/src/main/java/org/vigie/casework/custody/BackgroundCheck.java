package org.vigie.casework.custody;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.config.Settings;
import org.vigie.pipeline.workspace.Workspace;

/** The look over a workspace while it is served: once a day, slowly, in a thread of its own. */
public final class BackgroundCheck {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);

  /** What was changed since may be half written. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private static final Duration EVERY = Duration.ofDays(1);

  /** Whoever starts the pages isn't held up by it. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  /** Whoever ends the pages isn't held up by it either. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Object telling = new Object();
  private volatile boolean isClosed;

  private final Workspace workspace;
  private final Settings settings;
  private final Clock clock;
  private final Consumer<CheckState> told;

  /**
   * @param told is told of each outcome, once it is kept
   */
  public BackgroundCheck(
      Workspace workspace, Settings settings, Clock clock, Consumer<CheckState> told) {
    this.workspace = workspace;
    this.settings = settings;
    this.clock = clock;
    this.told = told;
  }

  /** Looks over the workspace once. */
  public CheckState pass(Throttle throttle) throws IOException, InterruptedException {
    Instant began = clock.instant();
    WorkspaceCheck check = new WorkspaceCheck(workspace, settings, began.minus(SETTLED), throttle);
    CheckState state = CheckState.of(check.check(began), clock.instant());
    state.write(CheckState.file(workspace));
    tell(state);
    return state;
  }

  /** Whoever writes a log must not be interrupted: that closes the file for others too. */
  private void tell(CheckState state) {
    synchronized (telling) {
      if (isClosed) {
        return;
      }
      try {
        told.accept(state);
      } catch (RuntimeException e) {
        LOG.warn("the workspace was looked over, {}, but this can't be told: {}", state.line(), e);
      }
    }
  }

  /** Looks each day until it is closed; to close it waits for what it tells, and for its end. */
  public AutoCloseable daily() {
    Thread thread = Thread.ofPlatform().daemon().name("workspace-check").start(this::repeat);
    return () -> {
      synchronized (telling) {
        isClosed = true;
        thread.interrupt();
      }
      thread.join(PATIENCE);
    };
  }

  private void repeat() {
    try {
      while (!isClosed) {
        Thread.sleep(untilNext());
        try {
          pass(Throttle.slow());
        } catch (IOException | RuntimeException e) {
          if (!isClosed) {
            LOG.warn("the workspace was not looked over: {}", e.toString());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns how long the next look waits: a day at most, whatever the file of the last one says.
   */
  Duration untilNext() {
    Duration due = FIRST;
    try {
      Optional<CheckState> last = CheckState.read(CheckState.file(workspace));
      if (last.isPresent()) {
        due = Duration.between(clock.instant(), last.get().ended().plus(EVERY));
      }
    } catch (IOException | DateTimeException | ArithmeticException e) {
      LOG.warn("what the last look over the workspace found can't be read: {}", e.toString());
    }
    Duration late = due.compareTo(EVERY) > 0 ? EVERY : due;
    return late.compareTo(FIRST) < 0 ? FIRST : late;
  }
}
