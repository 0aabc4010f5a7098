package org.vigie.casework.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many requests one caller may make in a minute: a new minute starts with its first one. */
public final class RateLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** More callers than there are; the oldest give way. */
  private static final int MOST_CALLERS = 10_000;

  private final int most;
  private final Clock clock;
  private final Map<String, Window> windows = new LinkedHashMap<>();

  /**
   * A limit.
   *
   * @param most requests in a minute, at least 1
   */
  public RateLimit(int most, Clock clock) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, but was " + most);
    }
    this.most = most;
    this.clock = clock;
  }

  private record Window(Instant start, int requests) {}

  /** Counts a request and returns whether it may be answered. */
  public synchronized boolean admits(String caller) {
    Instant now = clock.instant();
    Window window = windows.get(caller);
    // A window that begins later than now is one of a clock that was set back.
    if (window == null
        || now.isBefore(window.start())
        || !now.isBefore(window.start().plus(WINDOW))) {
      windows.remove(caller);
      windows.put(caller, new Window(now, 1));
      if (windows.size() > MOST_CALLERS) {
        windows.remove(windows.keySet().iterator().next());
      }
      return true;
    }
    windows.put(caller, new Window(window.start(), Math.min(window.requests() + 1, most + 1)));
    return window.requests() < most;
  }
}
