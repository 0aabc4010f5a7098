package org.vigie.world;

import java.util.List;

/**
 * What was planted.
 *
 * @param campaigns planted campaigns, alerting and not
 * @param ordinary URLs of adverts that belong to no campaign
 */
public record Truth(List<Campaign> campaigns, List<String> ordinary) {
  /**
   * One campaign.
   *
   * @param name short name
   * @param urls URLs of its adverts, ports left out
   * @param alerts whether it must raise an alert
   */
  public record Campaign(String name, List<String> urls, boolean alerts) {}
}
