package org.vigie.pipeline;

/**
 * When a cluster raises an alert.
 *
 * @param minClusterSize least number of adverts, at least 2
 * @param minCategories least number of different indicator categories, at least 1
 */
public record AlertRuleConfig(int minClusterSize, int minCategories) {
  public static AlertRuleConfig defaults() {
    return new AlertRuleConfig(3, 2);
  }
}
