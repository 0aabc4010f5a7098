package org.vigie.pipeline.alert;

import java.io.Serializable;

/**
 * When a cluster raises an alert.
 *
 * @param minClusterSize least number of adverts, at least 2
 * @param minIndicators least number of different scored indicators, each in at least half of the
 *     adverts, at least 1
 * @param minCategories least number of different categories among them, at least 1
 */
public record AlertRuleConfig(int minClusterSize, int minIndicators, int minCategories)
    implements Serializable {
  public AlertRuleConfig {
    require("minClusterSize", minClusterSize, 2);
    require("minIndicators", minIndicators, 1);
    require("minCategories", minCategories, 1);
  }

  /**
   * Returns three adverts, three indicators, two categories: of 17,362 adverts 1.7 % showed three
   * indicators or more, 81 % at least one (Giommoni and Ikwu 2021).
   */
  public static AlertRuleConfig defaults() {
    return new AlertRuleConfig(3, 3, 2);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ", but was " + value);
    }
  }
}
