package org.vigie.crawler.loop;

/**
 * Links that were met before, those that came by last.
 *
 * <p>A site's pages link to the same pages again and again: what was handed to the frontier once
 * need not be judged again. Each link has a few slots that it may stand in, so that two links of a
 * site seldom drive each other out. Safe for use by several threads.
 */
final class RecentLinks {
  private static final int WAYS = 4;
  private static final int SETS = 1 << 14;

  /** Strings never change, so a thread sees one whole or another. */
  private final String[] links = new String[SETS * WAYS];

  /** A look at these spares most looks at the links, which lie all over the heap. */
  private final int[] hashes = new int[SETS * WAYS];

  /** Returns whether a link was met lately, and keeps it. */
  boolean isKnown(String link) {
    int hash = link.hashCode() ^ link.hashCode() >>> 16;
    int first = (hash & (SETS - 1)) * WAYS;
    for (int slot = first; slot < first + WAYS; slot++) {
      if (hashes[slot] == hash && link.equals(links[slot])) {
        return true;
      }
    }
    // The newest stands first; the oldest goes.
    System.arraycopy(links, first, links, first + 1, WAYS - 1);
    System.arraycopy(hashes, first, hashes, first + 1, WAYS - 1);
    links[first] = link;
    hashes[first] = hash;
    return false;
  }
}
