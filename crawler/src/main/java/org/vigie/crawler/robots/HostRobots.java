package org.vigie.crawler.robots;

import crawlercommons.robots.SimpleRobotRules;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of the robots.txt file of one host. Guarded by itself. */
final class HostRobots {
  /** RFC 9309, section 2.4. */
  private static final Duration FRESH = Duration.ofHours(24);

  /** How long a copy may stand in for a host that doesn't answer. */
  private static final Duration STALE = Duration.ofDays(30);

  /** First wait before an unreachable file is asked for again; doubled each time. */
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  private @Nullable RobotsRules rules;
  private Duration crawlDelay = Duration.ZERO;
  private byte @Nullable [] content;
  private Instant reachedAt = Instant.MIN;
  private Instant askAgain = Instant.MIN;
  private Duration retry = FIRST_RETRY;
  private String failure = "";

  HostRobots() {}

  /** A clock that was set back must not make a copy last longer. */
  HostRobots(KeptRobots kept, SimpleRobotRules found, Instant now) {
    if (kept.reached()) {
      take(found);
      content = kept.content();
      Instant then = Instant.ofEpochMilli(kept.reachedAtMillis());
      reachedAt = then.isAfter(now) ? now : then;
    }
    Instant next = Instant.ofEpochMilli(kept.askAgainMillis());
    askAgain = next.isAfter(now.plus(FRESH)) ? now.plus(FRESH) : next;
    retry = Duration.ofMillis(kept.retryMillis());
    failure = kept.failure();
  }

  KeptRobots kept() {
    return new KeptRobots(
        rules != null,
        content,
        rules == null ? 0 : reachedAt.toEpochMilli(),
        askAgain.toEpochMilli(),
        retry.toMillis(),
        failure);
  }

  void reached(byte @Nullable [] file, SimpleRobotRules found, Instant now) {
    content = file;
    take(found);
    reachedAt = now;
    askAgain = now.plus(FRESH);
    retry = FIRST_RETRY;
  }

  /** Returns from when on the file is to be asked for again. */
  Instant askAgain() {
    return askAgain;
  }

  /** Returns the least time between two requests that the file asks for, or zero. */
  Duration crawlDelay() {
    return crawlDelay;
  }

  private void take(SimpleRobotRules found) {
    rules = RobotsRules.of(found);
    crawlDelay = Duration.ofMillis(Math.max(0, found.getCrawlDelay()));
  }

  void unreachable(String why, Instant now) {
    failure = why;
    askAgain = now.plus(retry);
    retry = retry.multipliedBy(2).compareTo(FRESH) < 0 ? retry.multipliedBy(2) : FRESH;
  }

  RobotsRules current(Instant now) {
    RobotsRules known = rules;
    return known == null || reachedAt.plus(STALE).isBefore(now)
        ? RobotsRules.unknown(failure)
        : known;
  }
}
