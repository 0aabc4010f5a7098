package org.vigie.crawler.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.warc.Exchange;

/**
 * Scripts and style sheets that pages of one crawl share, so that a site isn't asked for them once
 * a page: a browser would keep them too. Safe for use by several threads.
 */
final class SharedScripts {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final long MAX_BYTES = 16L << 20;

  private final Clock clock;
  private final Map<String, Exchange> kept = new LinkedHashMap<>();
  private long bytes;

  SharedScripts(Clock clock) {
    this.clock = clock;
  }

  /** Returns a recent answer, or null. */
  synchronized @Nullable Exchange find(String url) {
    Exchange found = kept.get(url);
    Instant oldest = clock.instant().minus(FRESH);
    return found == null || found.fetchedAt().isBefore(oldest) ? null : found;
  }

  /** Keeps an answer if it is a whole script or style sheet. */
  synchronized void keep(Exchange answer) {
    String type = CaptureFetcher.header(answer, "content-type").toLowerCase(Locale.ROOT);
    boolean isShared = type.contains("javascript") || type.contains("css");
    if (answer.response().status() != 200 || answer.response().truncated() || !isShared) {
      return;
    }
    drop(kept.remove(answer.url()));
    kept.put(answer.url(), answer);
    bytes += answer.response().body().length;
    for (Iterator<Exchange> old = kept.values().iterator(); bytes > MAX_BYTES && old.hasNext(); ) {
      drop(old.next());
      old.remove();
    }
  }

  private void drop(@Nullable Exchange answer) {
    bytes -= answer == null ? 0 : answer.response().body().length;
  }
}
