package org.vigie.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.vigie.advert.Alert;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.search.alert.AlertChoice;
import org.vigie.search.alert.AlertGroup;

/** The alerts of an index, and how frequent their like is. */
public sealed interface IndexedAlerts permits AdvertIndex {
  /** Returns what the index is read by. */
  IndexParts parts();

  /**
   * Returns the median of how many adverts name a contact, over the contacts that a channel has
   * most of their adverts; of two middle ones the lower; 0 if there is none.
   */
  default long medianAdvertsOfAContact(String channel) throws IOException {
    return parts().statistics.medianAdvertsOfAContact(channel);
  }

  /** Finds an alert by its id or a former one, with its base rate. */
  default Optional<Alert> findAlert(String id) throws IOException {
    return parts().alerts.find(id);
  }

  /** Returns the id that an alert has now, by that or a former one. */
  default String currentAlertId(String id) throws IOException {
    return parts().alerts.currentId(id);
  }

  /** Returns the ids that an alert has and had, by any of them. */
  default Set<String> alertIds(String id) throws IOException {
    return parts().alerts.ids(id);
  }

  /**
   * Returns alerts with their base rates: the most severe first, then those that quote the most
   * signs of control, those of the most adverts, the newest, and by id.
   */
  default List<Alert> alerts(int limit) throws IOException {
    return alerts(AlertChoice.all(), 0, limit).items();
  }

  /**
   * Returns a stretch of the alerts of a choice, in that order.
   *
   * @param offset alerts to pass over, at least 0
   */
  default Listed<Alert> alerts(AlertChoice choice, int offset, int limit) throws IOException {
    return parts().alerts.chosen(choice.query(), offset, limit);
  }

  /**
   * Returns a stretch of the groups of the alerts of a choice, that with the first alert first.
   *
   * @param offset groups to pass over, at least 0
   * @param first most alerts to return of each group, at least 1
   */
  default Listed<AlertGroup> alertGroups(
      AlertChoice choice, AlertGroup.By by, int offset, int limit, int first) throws IOException {
    return parts().alerts.groups(choice, by, offset, limit, first);
  }

  /** Counts all alerts: the name of what raised them → UTC days since 1970 → alerts of that day. */
  default SortedMap<String, SortedMap<Long, Long>> alertsByRuleAndDay() throws IOException {
    return parts().alerts.days();
  }

  /**
   * Returns how many clusters a channel has most of their adverts in, and about how many of them an
   * alert stands.
   */
  default BaseRate baseRate(String channel) throws IOException {
    return parts().statistics.baseRate(channel);
  }

  /**
   * Returns how many clusters there are in the channel that a cluster has most of its adverts in,
   * and how many of them are at least as risky together.
   */
  default BaseRate baseRate(ClusterProfile cluster) throws IOException {
    return parts().statistics.baseRate(cluster);
  }
}
