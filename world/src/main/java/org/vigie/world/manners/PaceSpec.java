package org.vigie.world.manners;

import java.time.Duration;

/**
 * The size of a measurement of pace.
 *
 * @param hosts how many, at least 10: every tenth is of one {@link PaceHost.Kind}
 * @param hostsOfAnAddress how many share an address, at least 1
 * @param pagesOfAHost pages of an ordinary host, at least 1; hosts that want to be left alone have
 *     fewer
 * @param kills how often the crawl is killed
 * @param ownDelay the delay that the crawl is told to keep
 * @param seed of the moments of the kills
 */
public record PaceSpec(
    int hosts, int hostsOfAnAddress, int pagesOfAHost, int kills, Duration ownDelay, long seed) {
  public PaceSpec {
    require(hosts >= 10, "hosts", "be at least 10", hosts);
    require(hostsOfAnAddress >= 1, "hostsOfAnAddress", "be at least 1", hostsOfAnAddress);
    require(pagesOfAHost >= 1, "pagesOfAHost", "be at least 1", pagesOfAHost);
    require(kills >= 0, "kills", "not be negative", kills);
    require(ownDelay.isPositive(), "ownDelay", "be positive", ownDelay);
  }

  private static void require(boolean holds, String name, String must, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must " + must + ", but was " + found);
    }
  }
}
