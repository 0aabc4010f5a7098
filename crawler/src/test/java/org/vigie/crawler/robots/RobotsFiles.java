package org.vigie.crawler.robots;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;

/** Caches whose hosts all answer with one file. */
final class RobotsFiles {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private RobotsFiles() {}

  /** Returns what a file allows an agent, as a crawl that remembers nothing finds it. */
  static RobotsRules rules(byte[] file, String agent, URI page) throws InterruptedException {
    return cache(200, file, List.of(), agent, NOON, HostMemory.none(), new AtomicInteger())
        .rules(page);
  }

  static RobotsCache cache(int status, byte[] body, Path folder, Instant now, AtomicInteger asked) {
    return cache(status, body, List.of(), "Vigie", now, HostMemory.in(folder), asked);
  }

  static RobotsCache cache(
      int status,
      byte[] body,
      List<HeaderLine> headers,
      String agent,
      Instant now,
      HostMemory memory,
      AtomicInteger asked) {
    RobotsCache.Requests requests =
        (url, maxBytes, whileHeld) -> {
          asked.incrementAndGet();
          boolean cut = body.length > maxBytes;
          byte[] sent = cut ? java.util.Arrays.copyOf(body, (int) maxBytes) : body;
          return new Exchange(
              url.toString(), "", now, Duration.ZERO, new byte[0], status, "", headers, sent, cut);
        };
    return new RobotsCache(
        requests, new Politeness(Duration.ZERO), agent, memory, Clock.fixed(now, ZoneOffset.UTC));
  }
}
