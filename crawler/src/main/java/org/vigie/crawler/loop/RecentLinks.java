package org.vigie.crawler.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Links that were met before, those that came by last.
 *
 * <p>A site's pages link to the same pages again and again: what was handed to the frontier once
 * need not be judged again. Each link has a few slots that it may stand in, so that two links of a
 * site seldom drive each other out. Safe for use by several threads.
 *
 * <p>The links stand in one array of six MiB, whatever is met: as texts of their own, those that
 * are driven out would pile up in the old part of the heap.
 */
final class RecentLinks {
  private static final int WAYS = 4;
  private static final int SETS = 1 << 14;

  /** Locks that the sets share, so that threads seldom wait for each other. */
  private static final int LOCKS = 64;

  /** A link's length and its octets; longer links are judged each time. */
  private static final int SLOT_BYTES = 96;

  private static final int SET_BYTES = WAYS * SLOT_BYTES;

  private final byte[] links = new byte[SETS * SET_BYTES];
  private final Object[] locks = new Object[LOCKS];

  RecentLinks() {
    Arrays.setAll(locks, i -> new Object());
  }

  /** Returns whether a link was met lately, and keeps it. */
  boolean isKnown(String link) {
    byte[] bytes = link.getBytes(UTF_8);
    if (bytes.length == 0 || bytes.length >= SLOT_BYTES) {
      return false;
    }
    int hash = link.hashCode() ^ link.hashCode() >>> 16;
    int set = hash & (SETS - 1);
    synchronized (locks[set & (LOCKS - 1)]) {
      return isKnown(bytes, set * SET_BYTES);
    }
  }

  private boolean isKnown(byte[] link, int set) {
    for (int slot = set; slot < set + SET_BYTES; slot += SLOT_BYTES) {
      int start = slot + 1;
      if (links[slot] == link.length
          && Arrays.equals(links, start, start + link.length, link, 0, link.length)) {
        return true;
      }
    }
    // The newest stands first; the oldest goes.
    System.arraycopy(links, set, links, set + SLOT_BYTES, SET_BYTES - SLOT_BYTES);
    links[set] = (byte) link.length;
    System.arraycopy(link, 0, links, set + 1, link.length);
    return false;
  }
}
