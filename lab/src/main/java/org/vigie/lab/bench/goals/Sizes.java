package org.vigie.lab.bench.goals;

/**
 * How much is measured.
 *
 * @param rounds turns of both sides, from which the median is taken
 * @param stream adverts that a fresh process reads
 * @param assessed adverts that are assessed again and again
 * @param indexed adverts that are written to an index
 * @param clustered adverts that are signed and paired
 * @param changed adverts of one cluster, newest first
 * @param idleSeconds for which a waiting process is looked at, after as long again: by then a start
 *     is over, with what it compiles and its first checkpoint
 */
record Sizes(
    int rounds,
    int stream,
    int assessed,
    int indexed,
    int clustered,
    int changed,
    int idleSeconds) {
  static Sizes quick() {
    return new Sizes(3, 1_500, 120, 800, 15_000, 5_000, 30);
  }

  static Sizes all() {
    return new Sizes(5, 5_000, 300, 2_000, 50_000, 20_000, 60);
  }
}
