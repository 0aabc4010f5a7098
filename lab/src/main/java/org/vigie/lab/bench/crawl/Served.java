package org.vigie.lab.bench.crawl;

/**
 * What the site's server has sent since it was last reset.
 *
 * @param pages different pages
 * @param sent pages, repetitions included
 * @param robots times that robots.txt was sent
 */
record Served(long pages, long sent, long robots) {
  /** Reads the line that {@link SiteServer} writes. */
  static Served parse(String line) {
    String[] counts = line.split(" ", -1);
    if (counts.length != 3) {
      throw new IllegalArgumentException(
          "the server must answer with three counts, but answered '" + line + "'");
    }
    return new Served(
        Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
  }
}
