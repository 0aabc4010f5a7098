package org.vigie.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.document.AdvertDocument;
import org.vigie.search.query.LuceneQueries;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QueryNode;
import org.vigie.search.query.QueryParser;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.search.shard.LuceneStart;
import org.vigie.text.finding.SignLines;

/**
 * Stored queries, matched against adverts as they come. A stored query matches an advert exactly
 * when a search with it would find the advert.
 */
public final class StoredQueries implements AutoCloseable {
  private final Map<String, StoredQuery> byName;
  private final Monitor monitor;

  private StoredQueries(Map<String, StoredQuery> byName, Monitor monitor) {
    this.byName = byName;
    this.monitor = monitor;
  }

  /**
   * Opens stored queries, whose phone numbers are matched by their digits.
   *
   * @throws QuerySyntaxException if one can't be understood; it names the query
   * @throws IllegalArgumentException if two have the same name
   */
  public static StoredQueries of(List<StoredQuery> queries) throws IOException {
    LuceneStart.await();
    Map<String, StoredQuery> byName = new TreeMap<>();
    List<MonitorQuery> understood = new ArrayList<>();
    for (StoredQuery query : queries) {
      if (byName.put(query.name(), query) != null) {
        throw new IllegalArgumentException(
            "stored queries must have different names, but two are named " + query.name());
      }
      understood.add(new MonitorQuery(query.name(), understand(query)));
    }
    Monitor monitor = new Monitor(TextAnalysis.analyzer(), new TermFilteredPresearcher());
    try {
      monitor.register(understood);
    } catch (IOException | RuntimeException e) {
      monitor.close();
      throw e;
    }
    return new StoredQueries(byName, monitor);
  }

  /** Returns the queries that match, in order of their names. */
  public List<StoredQuery> matching(AssessedAdvert advert) throws IOException {
    if (byName.isEmpty()) {
      return List.of(); // an index of one document is dear to build for nobody
    }
    MatchingQueries<QueryMatch> matching =
        monitor.match(AdvertDocument.searchable(advert), QueryMatch.SIMPLE_MATCHER);
    requireNoErrors(matching.getErrors());
    return inOrder(matching.getMatches());
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }

  private List<StoredQuery> inOrder(Collection<QueryMatch> matches) {
    Map<String, StoredQuery> matching = new TreeMap<>();
    for (QueryMatch match : matches) {
      StoredQuery query = byName.get(match.getQueryId());
      if (query != null) {
        matching.put(query.name(), query);
      }
    }
    return List.copyOf(matching.values());
  }

  private static void requireNoErrors(Map<String, Exception> errors) throws IOException {
    for (Map.Entry<String, Exception> error : errors.entrySet()) {
      throw new IOException("stored query " + error.getKey() + " failed", error.getValue());
    }
  }

  private static Query understand(StoredQuery query) throws IOException {
    try {
      QueryNode node = QueryParser.parse(query.query());
      return LuceneQueries.of(node, new BeforeClustering());
    } catch (QuerySyntaxException e) {
      throw e.of(query.name());
    }
  }

  /** An advert is matched before it is known which cluster it belongs to. */
  private static final class BeforeClustering implements LuceneQueries.Environment {
    @Override
    public Query members(QueryNode.Value cluster) {
      throw notYetKnown(cluster.index(), "cluster:");
    }

    @Override
    public Query sized(QueryNode.Size size) {
      throw notYetKnown(size.index(), "size");
    }

    @Override
    public Query gone(QueryNode.Gone gone) {
      throw notYetKnown(gone.index(), "status:");
    }

    @Override
    public Query like(QueryNode.Value advert) {
      throw notYetKnown(advert.index(), "like:");
    }

    /** Some thousand forms of each concept would be looked up in every advert that comes. */
    @Override
    public QueryLexicon lexicon() {
      throw new QuerySyntaxException(Finding.of("query-of-concepts-at-once"));
    }

    private static QuerySyntaxException notYetKnown(int index, String found) {
      return QuerySyntaxException.at(
          index, Finding.of("query-condition-on-advert"), SignLines.text(found));
    }

    @Override
    public Query expanding(int index, PrefixQuery prefix) {
      return prefix;
    }
  }
}
