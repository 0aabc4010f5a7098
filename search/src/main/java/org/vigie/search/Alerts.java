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
  private final HiddenThings hidden;

  Alerts(IndexDocuments documents, ChannelStatistics statistics, HiddenThings hidden) {
    this.documents = documents;
    this.statistics = statistics;
    this.hidden = hidden;
  }

  Optional<Alert> find(String id) throws IOException {
    Optional<Alert> found = documents.find(Kind.ALERT, id, Alert.class).flatMap(hidden::in);
    return found.isEmpty() ? found : Optional.of(withBaseRates(found.stream().toList()).getFirst());
  }

  /** Returns the most severe first, then the newest, then by id. */
  List<Alert> first(int limit) throws IOException {
    return withBaseRates(
        documents
            .records(IndexDocuments.allOf(Kind.ALERT), limit, Orders.MOST_SEVERE, Alert.class)
            .stream()
            .map(hidden::in)
            .flatMap(Optional::stream)
            .toList());
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
