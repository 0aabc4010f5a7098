package org.vigie.pipeline.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When clusters, networks and contacts raise alerts, and how many stored queries may.
 *
 * @param campaign what a campaign has at least
 * @param burst least number of adverts of one cluster in one day that is a burst, at least 2
 * @param minChannels least number of kinds of channels that a cluster crosses, at least 2
 * @param knownFor how long a contact is seen before it is a known one, at least a day
 * @param clusterRisk least risk of a cluster as a whole that calls for an alert, in [0, 1]
 * @param dailyBudget most alerts of one stored query or watched template about one day, at least 1
 * @param complaints whether an advert raises one in which somebody asks for help
 */
public record AlertRuleConfig(
    Least campaign,
    int burst,
    int minChannels,
    Duration knownFor,
    double clusterRisk,
    int dailyBudget,
    boolean complaints)
    implements Serializable {
  /** More alerts of one query a day are no selection any more. */
  public static final int MAX_BUDGET = 1_000;

  public AlertRuleConfig {
    require("burst", burst, 2);
    require("minChannels", minChannels, 2);
    require("dailyBudget", dailyBudget, 1);
    if (!(clusterRisk >= 0 && clusterRisk <= 1)) {
      throw new IllegalArgumentException("clusterRisk must be in [0, 1], but was " + clusterRisk);
    }
    if (dailyBudget > MAX_BUDGET) {
      throw new IllegalArgumentException(
          "dailyBudget must be at most " + MAX_BUDGET + ", but was " + dailyBudget);
    }
    if (knownFor.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("knownFor must be at least a day, but was " + knownFor);
    }
  }

  /**
   * What adverts have at least that are a campaign.
   *
   * @param adverts number of adverts, at least 2
   * @param indicators number of different scored indicators, each in at least half of the adverts,
   *     at least 1
   * @param categories number of different categories among them, at least 1
   */
  public record Least(int adverts, int indicators, int categories) implements Serializable {
    public Least {
      require("campaign.adverts", adverts, 2);
      require("campaign.indicators", indicators, 1);
      require("campaign.categories", categories, 1);
    }
  }

  /**
   * Returns three adverts, three indicators, two categories: of 17,362 adverts 1.7 % showed three
   * indicators or more, 81 % at least one (Giommoni and Ikwu 2021). Twenty adverts a day, two kinds
   * of channels and a week are where one starts; twenty alerts a day are what one person reads; a
   * risk of 0.9 is one that the model of groups gives few invented clusters that are no campaigns.
   */
  public static AlertRuleConfig defaults() {
    return new AlertRuleConfig(new Least(3, 3, 2), 20, 2, Duration.ofDays(7), 0.9, 20, true);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ", but was " + value);
    }
  }
}
