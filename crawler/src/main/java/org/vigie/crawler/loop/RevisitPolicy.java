package org.vigie.crawler.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Visit;
import org.vigie.crawler.warc.Exchange;

/** When a page is looked at again. */
final class RevisitPolicy {
  /** Returns the time until the next visit; zero for none. */
  Duration interval(Seed seed, @Nullable Visit last, Exchange exchange) {
    Seed.Revisit revisit = seed.revisit();
    return revisit == null ? Duration.ZERO : revisit.atLeast();
  }
}
