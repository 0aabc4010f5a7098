package org.vigie.crawler.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;

/**
 * The pictures that were read last, which aren't asked for again. Safe for use by several threads.
 */
final class RecentPictures {
  /** Some kilobytes each. */
  private static final int MOST = 500;

  private final Map<String, FetchedPicture> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FetchedPicture> eldest) {
          return size() > MOST;
        }
      };

  /** Returns a picture as it was read, with its text or without; null if it wasn't. */
  synchronized @Nullable FetchedPicture find(String url, boolean withText) {
    return recent.get(withText + url);
  }

  /** Returns whether a picture was read, in whichever way. */
  boolean has(String url) {
    return find(url, true) != null || find(url, false) != null;
  }

  synchronized void keep(String url, boolean withText, FetchedPicture picture) {
    recent.put(withText + url, picture);
  }
}
