package org.vigie.pipeline;

import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.network.NetworkConfig;

/**
 * How adverts become leads.
 *
 * @param nearDuplicates how near-duplicates are found
 * @param alertRules when clusters raise alerts
 * @param networks when a contact joins clusters
 */
public record GroupingConfig(
    NearDuplicateConfig nearDuplicates, AlertRuleConfig alertRules, NetworkConfig networks) {
  /** Returns the defaults of all three. */
  public static GroupingConfig defaults() {
    return new GroupingConfig(
        NearDuplicateConfig.defaults(), AlertRuleConfig.defaults(), NetworkConfig.defaults());
  }
}
