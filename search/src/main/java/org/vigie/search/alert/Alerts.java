package org.vigie.search.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.Alert;
import org.vigie.advert.BaseRate;
import org.vigie.search.Listed;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;
import org.vigie.search.hidden.ShownAlerts;

/** The alerts of an index, each with how common such alerts are in its channel. */
public final class Alerts {
  private final IndexDocuments documents;
  private final ChannelStatistics statistics;
  private final ShownAlerts shown;
  private final AlertTally tally;
  private final ClusterNames names;

  public Alerts(IndexDocuments documents, ChannelStatistics statistics, ShownAlerts shown) {
    this.documents = documents;
    this.statistics = statistics;
    this.shown = shown;
    this.tally = new AlertTally(documents);
    this.names = new ClusterNames(documents, Kind.ALERT);
  }

  /** Finds one by its id or a former one. */
  public Optional<Alert> find(String id) throws IOException {
    Optional<Alert> found = shown.of(documents.find(Kind.ALERT, names.current(id), Alert.class));
    return found.isEmpty() ? found : Optional.of(withBaseRates(found.stream().toList()).getFirst());
  }

  /** Returns the id that one has which has or had an id. */
  public String currentId(String id) throws IOException {
    return names.current(id);
  }

  /** Returns the ids that one has and had which has or had an id. */
  public Set<String> ids(String id) throws IOException {
    return names.all(names.current(id));
  }

  /** Returns a stretch of those that were chosen, in the order {@link Orders#MOST_URGENT}. */
  public Listed<Alert> chosen(Query query, int offset, int limit) throws IOException {
    Listed<Alert> found = documents.stretch(query, offset, limit, Orders.MOST_URGENT, Alert.class);
    List<Alert> left = new ArrayList<>();
    for (Alert alert : found.items()) {
      shown.of(Optional.of(alert)).ifPresent(left::add);
    }
    return new Listed<>(found.total(), withBaseRates(left));
  }

  /** Returns a stretch of the groups of those that were chosen, with the first of each. */
  public Listed<AlertGroup> groups(
      AlertChoice choice, AlertGroup.By by, int offset, int limit, int rows) throws IOException {
    List<AlertTally.Group> all = tally.groups(choice.query(), by.field());
    List<AlertGroup> groups = new ArrayList<>();
    for (AlertTally.Group group : all.stream().skip(offset).limit(limit).toList()) {
      Query one =
          new BooleanQuery.Builder()
              .add(choice.query(), Occur.FILTER)
              .add(new TermQuery(new Term(by.field(), group.value())), Occur.FILTER)
              .build();
      List<Alert> first = chosen(one, 0, rows).items();
      if (!first.isEmpty()) {
        groups.add(new AlertGroup(group.alerts(), first));
      }
    }
    return new Listed<>(all.size(), groups);
  }

  /** Returns the name of what raised alerts → UTC days since 1970 → alerts of that day. */
  public SortedMap<String, SortedMap<Long, Long>> days() throws IOException {
    return tally.days(AlertChoice.all().query());
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
