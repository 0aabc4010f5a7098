package org.vigie.crawler.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.crawler.frontier.Target;

/**
 * The links that this process told the log of last: the pages of a site share most of theirs, and
 * telling them once is enough. Used by one thread at a time.
 */
final class SentLinks {
  private static final int MOST = 1 << 15;

  private final Map<String, Boolean> urls =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Returns those of some links that it doesn't hold, each once. */
  List<Target> without(List<Target> links) {
    Map<String, Target> fresh = new LinkedHashMap<>();
    for (Target link : links) {
      // Asking counts as use.
      if (urls.get(link.url()) == null) {
        fresh.putIfAbsent(link.url(), link);
      }
    }
    return new ArrayList<>(fresh.values());
  }

  /** Keeps links that are committed to the log. */
  void add(List<Target> links) {
    links.forEach(link -> urls.put(link.url(), Boolean.TRUE));
  }
}
