package org.vigie.search;

import org.vigie.advert.AssessedAdvert;

/**
 * The risk by which an advert stands in a list: the highest of its own, that of its cluster and
 * that of its network.
 *
 * @param of whose it is
 * @param group name of the cluster or network, or empty
 * @param probability calibrated probability in [0, 1]; 0 where nothing was assessed
 */
public record ShownRisk(Of of, String group, double probability) {
  /** From here on no more is told of a probability: nothing is measured so finely. */
  public static final double NEARLY_CERTAIN = 0.99;

  /** Whose risk it is. */
  public enum Of {
    /** Nobody's: nothing was assessed. */
    NONE,
    /** The advert's own. */
    OWN,
    /** That of its cluster's adverts together. */
    GROUP,
    /** That of its network's adverts together. */
    NETWORK
  }

  /** Returns an advert's own risk, if it was assessed. */
  public static ShownRisk own(AssessedAdvert advert) {
    return new ShownRisk(advert.hasAssessment() ? Of.OWN : Of.NONE, "", advert.rankedRisk());
  }

  /** Returns another risk if it is told as higher, else this. */
  public ShownRisk or(Of whose, String name, double other) {
    return Math.min(other, NEARLY_CERTAIN) > probability ? new ShownRisk(whose, name, other) : this;
  }
}
