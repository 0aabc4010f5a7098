package org.vigie.crawler.frontier;

import java.util.HashMap;
import java.util.Map;

/**
 * New URLs that hosts count and that no queue holds, as damage leaves them. Guarded by its
 * frontier.
 */
final class LostUrls {
  private final Map<String, Long> lost = new HashMap<>();

  /**
   * Counts those of a host no more whose queue is empty: it would be next again and again.
   *
   * @return how many
   */
  long drop(HostQueue host) {
    long urls = host.peekNew() == null ? host.waiting : 0;
    if (urls > 0) {
      host.waiting = 0;
      lost.merge(host.name, urls, Long::sum);
    }
    return urls;
  }

  /** Returns which hosts counted how many, once. */
  Map<String, Long> takeAll() {
    Map<String, Long> all = Map.copyOf(lost);
    lost.clear();
    return all;
  }
}
