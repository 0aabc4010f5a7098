package org.vigie.crawler.loop;

/**
 * Links that were met before, the last that came by each of many slots.
 *
 * <p>A site's pages link to the same pages again and again: what was handed to the frontier once
 * need not be judged again. Safe for use by several threads.
 */
final class RecentLinks {
  private static final int SLOTS = 1 << 16;

  /** Strings never change, so a thread sees one whole or another. */
  private final String[] links = new String[SLOTS];

  /** Returns whether a link was met lately, and keeps it. */
  boolean isKnown(String link) {
    int slot = (link.hashCode() ^ link.hashCode() >>> 16) & (SLOTS - 1);
    if (link.equals(links[slot])) {
      return true;
    }
    links[slot] = link;
    return false;
  }
}
