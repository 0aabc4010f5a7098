package org.vigie.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.BaseRate;

/** The alerts of an index, each with how common such alerts are in its channel. */
final class Alerts {
  private final IndexDocuments documents;
  private final ChannelStatistics statistics;
  private final ShownAlerts shown;

  Alerts(IndexDocuments documents, ChannelStatistics statistics, ShownAlerts shown) {
    this.documents = documents;
    this.statistics = statistics;
    this.shown = shown;
  }

  Optional<Alert> find(String id) throws IOException {
    Optional<Alert> found = shown.of(documents.find(Kind.ALERT, id, Alert.class));
    return found.isEmpty() ? found : Optional.of(withBaseRates(found.stream().toList()).getFirst());
  }

  /** Returns the most severe first, then the newest, then by id. */
  List<Alert> first(int limit) throws IOException {
    List<Alert> first = new ArrayList<>();
    for (Alert alert :
        documents.records(
            IndexDocuments.allOf(Kind.ALERT), limit, Orders.MOST_SEVERE, Alert.class)) {
      shown.of(Optional.of(alert)).ifPresent(first::add);
    }
    return withBaseRates(first);
  }

  private List<Alert> withBaseRates(List<Alert> alerts) throws IOException {
    Map<String, BaseRate> rates = new HashMap<>();
    List<Alert> with = new ArrayList<>();
    for (Alert alert : alerts) {
      BaseRate rate = rates.get(alert.channel());
      if (rate == null) {
        rate = statistics.baseRate(alert.channel());
        rates.put(alert.channel(), rate);
      }
      with.add(alert.with(rate));
    }
    return with;
  }
}
