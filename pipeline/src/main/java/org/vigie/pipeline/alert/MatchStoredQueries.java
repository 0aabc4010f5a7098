package org.vigie.pipeline.alert;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Indicator;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;

/** Raises an alert for each stored query that an advert matches. Without state. */
public final class MatchStoredQueries extends RichFlatMapFunction<AssessedAdvert, Alert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator in a savepoint. */
  public static final String UID = "match-stored-queries";

  /** Accumulator: alerts raised by stored queries in this run. */
  public static final String ALERTS = "stored-query-alerts";

  private final List<StoredQuery> queries;
  private final LongCounter alerts = new LongCounter();
  private transient StoredQueries stored;

  public MatchStoredQueries(List<StoredQuery> queries) {
    this.queries = List.copyOf(queries);
  }

  @Override
  public void open(OpenContext context) throws IOException {
    stored = StoredQueries.of(queries);
    getRuntimeContext().addAccumulator(ALERTS, alerts);
  }

  @Override
  public void flatMap(AssessedAdvert advert, Collector<Alert> out) throws IOException {
    for (StoredQuery query : stored.matching(advert)) {
      alerts.add(1);
      out.collect(alert(query, advert));
    }
  }

  @Override
  public void close() throws IOException {
    if (stored != null) {
      stored.close();
    }
  }

  private static Alert alert(StoredQuery query, AssessedAdvert advert) {
    String subject = advert.advert().id();
    return new Alert(
        Alert.idOf(query.name(), query.version(), subject),
        query.name(),
        query.version(),
        subject,
        query.severity(),
        advert.advert().time(),
        "an advert on " + advert.advert().site() + " matches the stored query " + query.name(),
        advert.indicators().stream()
            .filter(Indicator::scored)
            .map(MatchStoredQueries::reason)
            .toList(),
        advert.assessment().model(),
        advert.assessment().taxonomy());
  }

  private static String reason(Indicator found) {
    return found.id()
        + " "
        + found.name()
        + " ("
        + found.grade().symbol()
        + ", "
        + found.category()
        + ")";
  }
}
