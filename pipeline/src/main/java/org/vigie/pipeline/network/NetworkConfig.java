package org.vigie.pipeline.network;

import java.io.Serializable;

/**
 * When a contact is shared by strangers, so that it joins nothing.
 *
 * <p>All three count clusters, an advert like no other being one: a campaign of a thousand adverts
 * is one text, whoever it is for and wherever it stands.
 *
 * @param maxTexts most clusters that one contact may join, at least 1
 * @param maxEmployers most employers that they may declare, each cluster counting with the one of
 *     most of its adverts, at least 1
 * @param maxSites most sites that they may stand on, counted likewise, at least 1
 */
public record NetworkConfig(int maxTexts, int maxEmployers, int maxSites) implements Serializable {
  /** More clusters of one contact aren't remembered. */
  public static final int MAX_TEXTS = 1_000;

  private static final int MOST_TEXTS_OF_FACTS = 10;

  public NetworkConfig {
    require("maxTexts", maxTexts, MAX_TEXTS);
    require("maxEmployers", maxEmployers, MAX_TEXTS);
    require("maxSites", maxSites, MAX_TEXTS);
  }

  /**
   * Returns 50 texts, 15 employers, 15 sites. In 1,790 public job adverts the most texts of one
   * e-mail address or phone are below 30; a site's hotline has as many as the site has adverts.
   */
  public static NetworkConfig defaults() {
    return new NetworkConfig(50, 15, 15);
  }

  /**
   * Returns what holds of facts that adverts may share by chance: at most ten texts. Who rewords an
   * advert for more towns than that leaves a contact as well.
   */
  NetworkConfig ofFacts() {
    return new NetworkConfig(Math.min(MOST_TEXTS_OF_FACTS, maxTexts), maxEmployers, maxSites);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          name + " must be from 1 to " + most + ", but was " + value);
    }
  }
}
