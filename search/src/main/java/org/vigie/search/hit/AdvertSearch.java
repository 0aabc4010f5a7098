package org.vigie.search.hit;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldDocs;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.KeyLookup;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;
import org.vigie.search.facet.FacetColumns;
import org.vigie.search.facet.FacetCounts;
import org.vigie.search.facet.SampledHits;
import org.vigie.search.fact.AdvertFacts;
import org.vigie.search.fact.FactColumns;
import org.vigie.search.query.AcrossLanguages;
import org.vigie.search.query.LuceneQueries;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QueryNode;
import org.vigie.search.query.QueryParser;
import org.vigie.search.query.ValueDoubts;

/** Queries over the adverts of an index. */
public final class AdvertSearch {
  private static final SortField OWN_RISK =
      DoubleField.newSortField(Fields.RISK, true, SortedNumericSelector.Type.MAX);
  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.TIME, true, SortedNumericSelector.Type.MAX), Orders.BY_ID);
  private static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, Orders.BY_ID);

  /**
   * Hits up to which all are scored; of more, those that can't be among the best are left out, and
   * facets are counted in a pass of their own. Scoring ten thousand takes less than such a pass.
   */
  private static final int MOST_SCORED = 10_000;

  /** Adverts of an export that are ordered at a time. */
  private static final int EXPORT_PAGE = 10_000;

  /** Milliseconds. */
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final FacetCounts facets;
  private final AdvertFacts facts;
  private final FacetColumns columns;
  private final QueryLexicon lexicon;
  private final IndexEnvironment surroundings;
  private final ValueDoubts doubts;

  public AdvertSearch(
      IndexDocuments documents,
      ClusterNames clusters,
      AdvertFacts facts,
      FacetColumns columns,
      QueryLexicon lexicon) {
    this.columns = columns;
    this.lexicon = lexicon;
    this.documents = documents;
    this.clusters = clusters;
    this.facts = facts;
    this.facets = new FacetCounts(columns);
    this.surroundings = new IndexEnvironment(documents, clusters, facts, lexicon);
    this.doubts = new ValueDoubts(documents::has, lexicon::indicators, lexicon::quarantined);
  }

  /** Makes what searches count and order by, if any search has asked for it yet. */
  public void ready() throws IOException {
    if (facts.isAskedFor()) {
      facts();
      columns.read(documents.reader().leaves());
    }
  }

  public SearchResult search(SearchRequest request) throws IOException {
    QueryNode node = QueryParser.parse(request.query());
    SearchResult strict = search(request, node, false);
    Optional<QueryNode> loose =
        strict.total() == 0 ? AcrossLanguages.anyOfItsWords(node, lexicon) : Optional.empty();
    SearchResult found = loose.isPresent() ? search(request, loose.get(), true) : strict;
    return found.taking(AcrossLanguages.takenFor(loose.orElse(node), lexicon));
  }

  private SearchResult search(SearchRequest request, QueryNode node, boolean loosened)
      throws IOException {
    Query query = typed(node);
    IndexSearcher searcher = new IndexSearcher(documents.reader());
    searcher.setTimeout(new Deadline(System.nanoTime() + request.timeout().toNanos())::passed);
    if (request.folds()) {
      return folded(request, query, searcher, order(request, node), loosened);
    }
    Collected found = collect(searcher, query, request, order(request, node));
    List<SearchResult.Hit> hits =
        new HitReader(documents, clusters, query).read(page(found.top().scoreDocs, request));
    FacetCounts.Counted counts = facets(found.all(), request);
    return new SearchResult(
        found.total(),
        loosened,
        searcher.timedOut(),
        hits,
        counts.facets(),
        counts.estimated(),
        found.total());
  }

  private FacetCounts.Counted facets(SampledHits all, SearchRequest request) throws IOException {
    return request.facets() == 0
        ? FacetCounts.Counted.NOTHING
        : facets.of(all, facts(), request.facets());
  }

  /** Searches for one advert of each cluster; what is counted beside them is counted of all. */
  private SearchResult folded(
      SearchRequest request, Query query, IndexSearcher searcher, Sort order, boolean loosened)
      throws IOException {
    int limit = Math.max(request.limit(), request.offset() == 0 ? 1 : 0);
    Folding.Folded found =
        new Folding(facts()).search(searcher, query, order, request.offset(), limit);
    HitReader reader = new HitReader(documents, clusters, query);
    KeyLookup keys = new KeyLookup(documents);
    List<SearchResult.Hit> hits = new ArrayList<>();
    for (Map.Entry<String, Long> card : found.alike().entrySet()) {
      Optional<KeyLookup.Place> place = keys.find(Kind.ADVERT, card.getKey());
      if (place.isPresent() && hits.size() < request.limit()) {
        hits.add(reader.read(place.get().global(), card.getValue()));
      }
    }
    FacetCounts.Counted counts = facets(found.all().hits(FacetCounts.MOST_COUNTED), request);
    return new SearchResult(
        found.all().met(),
        loosened,
        searcher.timedOut(),
        hits,
        counts.facets(),
        counts.estimated(),
        found.cards());
  }

  /** Passes all adverts that match to a consumer, in order of their ids. */
  public void forEach(String text, Consumer<SearchResult.Hit> consumer) throws IOException {
    Query query = typed(QueryParser.parse(text));
    HitReader reader = new HitReader(documents, clusters, query);
    Sort order = new Sort(Orders.BY_ID);
    ScoreDoc[] page = documents.first(query, EXPORT_PAGE, order);
    while (page.length > 0) {
      for (ScoreDoc doc : page) {
        consumer.accept(reader.read(doc.doc, 1));
      }
      page = documents.after(page[page.length - 1], query, EXPORT_PAGE, order);
    }
  }

  /** Passes the ids of all adverts that match to a consumer, in no order. */
  public void eachId(String text, IndexDocuments.ValueConsumer consumer) throws IOException {
    documents.eachValue(typed(QueryParser.parse(text)), Fields.ID, consumer);
  }

  /** Returns the newest adverts that match what a program asks, without what surrounds a hit. */
  public List<AssessedAdvert> newest(String text, int limit) throws IOException {
    Query query = adverts(QueryParser.parse(text));
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (ScoreDoc doc : documents.first(query, limit, NEWEST)) {
      adverts.add(documents.record(doc.doc, AssessedAdvert.class));
    }
    return adverts;
  }

  /** Finds the documents of a page as Lucene does by itself, and reads none of them. */
  public int documents(SearchRequest request) throws IOException {
    QueryNode node = QueryParser.parse(request.query());
    Query query = typed(node);
    int depth = Math.max(1, request.offset() + request.limit());
    return documents.first(query, depth, order(request, node)).length;
  }

  /** Counts the adverts that match by the UTC day of their event times, in days since 1970. */
  public SortedMap<Long, Long> days(String text) throws IOException {
    Query query = typed(QueryParser.parse(text));
    FacetsCollector found =
        new IndexSearcher(documents.reader()).search(query, new FacetsCollectorManager());
    SortedMap<Long, Long> days = new TreeMap<>();
    for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
      SortedNumericDocValues times =
          DocValues.getSortedNumeric(segment.context().reader(), Fields.TIME);
      DocIdSetIterator docs = segment.bits().iterator();
      for (int doc = docs.nextDoc(); doc != NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (times.advanceExact(doc)) {
          days.merge(Math.floorDiv(times.nextValue(), DAY), 1L, Long::sum);
        }
      }
    }
    return days;
  }

  private FactColumns facts() throws IOException {
    return facts.of(documents, clusters);
  }

  /** Reads what a person typed, who is told of values that are none. */
  private Query typed(QueryNode node) throws IOException {
    doubts.require(node);
    return adverts(node);
  }

  private Query adverts(QueryNode node) throws IOException {
    return IndexDocuments.ofKind(Kind.ADVERT, LuceneQueries.of(node, surroundings));
  }

  private record Collected(TopFieldDocs top, long total, SampledHits all) {}

  /**
   * Finds the best, without a look at those that can't be among them; and, if there are such and
   * facets are asked for, all once more without their scores.
   */
  private static Collected collect(
      IndexSearcher searcher, Query query, SearchRequest request, Sort order) throws IOException {
    int depth = Math.max(1, request.offset() + request.limit());
    BestAndMet.Found found = searcher.search(query, new BestAndMet(order, depth, MOST_SCORED));
    if (found.all().isPresent()) {
      HitCollector all = found.all().get();
      return new Collected(found.best(), all.met(), all.hits(FacetCounts.MOST_COUNTED));
    }
    long total = searcher.count(query);
    SampledHits all =
        request.facets() == 0
            ? SampledHits.NONE
            : searcher.search(query, HitCollector.manager(total, FacetCounts.MOST_COUNTED));
    return new Collected(found.best(), total, all);
  }

  private static List<ScoreDoc> page(ScoreDoc[] docs, SearchRequest request) {
    int from = Math.min(request.offset(), docs.length);
    int to = Math.min(request.offset() + request.limit(), docs.length);
    return List.of(docs).subList(from, to);
  }

  private Sort order(SearchRequest request, QueryNode node) throws IOException {
    return switch (request.order()) {
      case RISK -> riskiestFirst();
      case NEWEST -> NEWEST;
      case SIZE -> new Sort(facts().largestFirst(), Orders.BY_ID);
      case RELEVANCE -> node.asksForWords() ? RELEVANCE : riskiestFirst();
    };
  }

  /** Of adverts that are equally risky, such as those of one cluster, the riskiest by itself. */
  private Sort riskiestFirst() throws IOException {
    return new Sort(facts().riskiestFirst(), OWN_RISK, Orders.BY_ID);
  }

  /** Finds the cluster that an advert shares with others. */
  public Optional<ClusterProfile> clusterOf(String advertId) throws IOException {
    Optional<Membership> membership = documents.find(Kind.MEMBERSHIP, advertId, Membership.class);
    if (membership.isEmpty()) {
      return Optional.empty();
    }
    String name = clusters.current(membership.get().clusterId());
    return documents
        .find(Kind.CLUSTER, name, ClusterProfile.class)
        .filter(cluster -> cluster.size() > 1);
  }

  private record Deadline(long nanoTime) {
    boolean passed() {
      return System.nanoTime() - nanoTime >= 0;
    }
  }
}
