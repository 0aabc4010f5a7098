package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;

/**
 * All shards of an index as they were committed when it was opened, for reading by any number of
 * threads.
 */
public final class AdvertIndex implements AutoCloseable {
  private static final Sort LARGEST = new Sort(descending(Fields.SIZE), AdvertSearch.BY_ID);
  private static final Sort MOST_SEVERE =
      new Sort(descending(Fields.SEVERITY), descending(Fields.TIME), AdvertSearch.BY_ID);

  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final ClusterNames networks;
  private final AdvertSearch search;
  private final AdvertNames names;
  private final AdvertFacts facts;
  private final Path folder;

  private AdvertIndex(Path folder, IndexDocuments documents, AdvertFacts facts) {
    this.folder = folder;
    this.facts = facts;
    this.documents = documents;
    this.clusters = new ClusterNames(documents, Kind.CLUSTER);
    this.networks = new ClusterNames(documents, Kind.NETWORK);
    this.search = new AdvertSearch(documents, clusters, facts);
    this.names = new AdvertNames(documents);
  }

  /**
   * Opens the newest commit of every shard below a folder.
   *
   * @throws NoIndexException if the folder is absent or holds no committed shard
   */
  public static AdvertIndex open(Path index) throws IOException {
    LuceneStart.await();
    return new AdvertIndex(
        index, new IndexDocuments(IndexShards.open(index)), new AdvertFacts(System::nanoTime));
  }

  /**
   * Opens the newest commit of every shard, sharing with this one what hasn't changed since. Both
   * must be closed, in any order.
   */
  public AdvertIndex openNewer() throws IOException {
    return new AdvertIndex(
        folder, new IndexDocuments(IndexShards.openNewer(folder, documents.reader())), facts);
  }

  /**
   * Returns the adverts that a query matches.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public SearchResult search(SearchRequest request) throws IOException {
    return search.search(request);
  }

  /**
   * Passes every advert that a query matches to a consumer, in order of ids, without limit.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public void forEachAdvert(String query, Consumer<SearchResult.Hit> consumer) throws IOException {
    forEachAdvert(query, typed -> List.of(), consumer);
  }

  /** As above, with a way to find disguised phone numbers in the query. */
  public void forEachAdvert(
      String query, Function<String, List<String>> phonesIn, Consumer<SearchResult.Hit> consumer)
      throws IOException {
    search.forEach(query, phonesIn, consumer);
  }

  /**
   * Returns the adverts of the latest event times that a query matches, the latest first.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public List<AssessedAdvert> newestAdverts(String query, int limit) throws IOException {
    return search.newest(query, limit);
  }

  /**
   * Finds the documents of a page in Lucene alone: no facets, no snippets, no records; the floor of
   * what {@link #search} can take.
   *
   * @return how many there are
   * @throws QuerySyntaxException if the query can't be understood
   */
  public int inLuceneAlone(SearchRequest request) throws IOException {
    return search.documents(request);
  }

  /**
   * Counts the adverts that a query matches by the UTC day of their event times.
   *
   * @return days since 1970 → adverts
   * @throws QuerySyntaxException if the query can't be understood
   */
  public SortedMap<Long, Long> advertsByDay(String query) throws IOException {
    return search.days(query, typed -> List.of());
  }

  /**
   * Finds an advert by its id, by a site's own id for it (the newest, if several bear it), or by at
   * least six digits that only its id begins with.
   */
  public Optional<AssessedAdvert> findAdvert(String id) throws IOException {
    return names.find(id.strip());
  }

  /** Finds when and where an advert was met. */
  public Optional<Sighting> findSighting(String advertId) throws IOException {
    return documents.findSighting(advertId);
  }

  /**
   * As above, with the versions that the advert was edited from and into, wherever another one took
   * its place under its site's own id or at its address.
   */
  public Optional<Sighting> findHistory(String advertId) throws IOException {
    List<Observation> edits = new ArrayList<>();
    for (AdvertVersions versions : versionsOf(advertId)) {
      edits.addAll(versions.changesOf(advertId));
    }
    return findSighting(advertId).map(sighting -> sighting.with(edits));
  }

  private List<AdvertVersions> versionsOf(String advertId) throws IOException {
    Query query =
        IndexDocuments.ofKind(Kind.VERSIONS, new TermQuery(new Term(Fields.VERSION, advertId)));
    return records(query, Sighting.MAX_PLACES, Sort.INDEXORDER, AdvertVersions.class);
  }

  /** Finds a cluster by its name or a former one. */
  public Optional<ClusterProfile> findCluster(String id) throws IOException {
    return documents.find(Kind.CLUSTER, clusters.current(id), ClusterProfile.class);
  }

  /** Finds the cluster that an advert shares with others. */
  public Optional<ClusterProfile> findClusterOf(String advertId) throws IOException {
    return search.clusterOf(advertId);
  }

  /** Finds what is known of a contact by its {@link org.vigie.advert.Contact#key key}. */
  public Optional<ContactProfile> findContact(String key) throws IOException {
    return documents.find(Kind.CONTACT, key, ContactProfile.class);
  }

  /** Finds why a contact joins nothing, if it doesn't. */
  public Optional<ContactCut> findContactCut(String key) throws IOException {
    return documents.find(Kind.CONTACT_CUT, key, ContactCut.class);
  }

  /** Finds a network by its name or a former one. */
  public Optional<NetworkProfile> findNetwork(String id) throws IOException {
    return documents.find(Kind.NETWORK, networks.current(id), NetworkProfile.class);
  }

  /** Finds the network that a cluster, a contact by its key, or an advert stands in. */
  public Optional<NetworkProfile> findNetworkOf(String member) throws IOException {
    Optional<NetworkMembership> direct =
        documents.find(Kind.NETWORK_MEMBERSHIP, member, NetworkMembership.class);
    if (direct.isEmpty() && member.startsWith("a-")) {
      Optional<String> cluster = search.clusterOf(member).map(ClusterProfile::id);
      return findNetworkOf(cluster.orElseGet(() -> NetworkMembership.ofSingle(member)));
    }
    return direct.isEmpty() ? Optional.empty() : findNetwork(direct.get().networkId());
  }

  /** Returns the networks, those of the most adverts first, then by name. */
  public List<NetworkProfile> networks(int limit) throws IOException {
    return records(IndexDocuments.allOf(Kind.NETWORK), limit, LARGEST, NetworkProfile.class);
  }

  /** Returns adverts of an edge's cluster that name its contact, in order of ids. */
  public List<AssessedAdvert> advertsOf(NetworkEdge edge, int limit) throws IOException {
    Query contact = new TermQuery(new Term(Fields.CONTACT, Keywords.folded(edge.contact())));
    List<BytesRef> members = clusters.members(edge.cluster());
    if (members.isEmpty()) {
      members = List.of(new BytesRef(Kind.ADVERT.key("a-" + edge.cluster().substring(2))));
    }
    Query query =
        new BooleanQuery.Builder()
            .add(contact, BooleanClause.Occur.FILTER)
            .add(new TermInSetQuery(Fields.KEY, members), BooleanClause.Occur.FILTER)
            .build();
    return records(query, limit, new Sort(AdvertSearch.BY_ID), AssessedAdvert.class);
  }

  /**
   * Returns the median of how many adverts name a contact, over the contacts that a channel has
   * most of their adverts; of two middle ones the lower; 0 if there is none.
   */
  public long medianAdvertsOfAContact(String channel) throws IOException {
    Query query =
        IndexDocuments.ofKind(Kind.CONTACT, new TermQuery(new Term(Fields.CHANNEL, channel)));
    SortedMap<Long, Long> contacts = new TreeMap<>();
    documents.each(
        query,
        leaf -> {
          var sizes = leaf.reader().getSortedNumericDocValues(Fields.SIZE);
          return doc -> {
            if (sizes != null && sizes.advanceExact(doc)) {
              contacts.merge(sizes.nextValue(), 1L, Long::sum);
            }
          };
        });
    long half = (contacts.values().stream().mapToLong(n -> n).sum() + 1) / 2;
    for (var entry : contacts.entrySet()) {
      half -= entry.getValue();
      if (half <= 0) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /** Finds an alert, with its base rate. */
  public Optional<Alert> findAlert(String id) throws IOException {
    Optional<Alert> found = documents.find(Kind.ALERT, id, Alert.class);
    return found.isEmpty() ? found : Optional.of(withBaseRates(found.stream().toList()).getFirst());
  }

  /**
   * Returns how many clusters a channel has most of their adverts in, and about how many of them an
   * alert stands.
   */
  public BaseRate baseRate(String channel) throws IOException {
    Query there = new TermQuery(new Term(Fields.CHANNEL, channel));
    Set<String> such = new HashSet<>();
    Query alerts =
        new BooleanQuery.Builder()
            .add(there, BooleanClause.Occur.FILTER)
            .add(new FieldExistsQuery(Fields.SUBJECT), BooleanClause.Occur.FILTER)
            .build();
    documents.eachValue(IndexDocuments.ofKind(Kind.ALERT, alerts), Fields.SUBJECT, such::add);
    return new BaseRate(
        channel, such.size(), documents.count(IndexDocuments.ofKind(Kind.CLUSTER, there)));
  }

  /**
   * Returns how many clusters there are in the channel that a cluster has most of its adverts in,
   * and how many of them are at least as risky together.
   */
  public BaseRate baseRate(ClusterProfile cluster) throws IOException {
    Query there = new TermQuery(new Term(Fields.CHANNEL, cluster.mainChannel()));
    double risk = cluster.assessment() == null ? 0 : cluster.assessment().riskProbability();
    Query such =
        new BooleanQuery.Builder()
            .add(there, BooleanClause.Occur.FILTER)
            .add(DoublePoint.newRangeQuery(Fields.GROUP_RISK, risk, 1), BooleanClause.Occur.FILTER)
            .build();
    return new BaseRate(
        cluster.mainChannel(),
        documents.count(IndexDocuments.ofKind(Kind.CLUSTER, such)),
        documents.count(IndexDocuments.ofKind(Kind.CLUSTER, there)));
  }

  /** Returns all memberships under the clusters' present names, in order of advert ids. */
  public List<Membership> memberships() throws IOException {
    List<Membership> memberships = new ArrayList<>();
    Map<String, String> current = new HashMap<>();
    documents.each(
        IndexDocuments.allOf(Kind.MEMBERSHIP),
        leaf -> {
          SortedDocValues adverts = leaf.reader().getSortedDocValues(Fields.ADVERT);
          SortedDocValues names = leaf.reader().getSortedDocValues(Fields.CLUSTER);
          return doc -> {
            String name = text(names, doc);
            String known = current.get(name);
            if (known == null) {
              known = clusters.current(name);
              current.put(name, known);
            }
            memberships.add(new Membership(text(adverts, doc), known));
          };
        });
    memberships.sort(Comparator.comparing(Membership::advertId));
    return memberships;
  }

  /** Returns the clusters with at least a number of adverts, largest first, then by name. */
  public List<ClusterProfile> clusters(int minSize, int limit) throws IOException {
    return records(largeClusters(minSize), limit, LARGEST, ClusterProfile.class);
  }

  /** Returns alerts with their base rates, most severe first, then newest, then by id. */
  public List<Alert> alerts(int limit) throws IOException {
    return withBaseRates(
        records(IndexDocuments.allOf(Kind.ALERT), limit, MOST_SEVERE, Alert.class));
  }

  private List<Alert> withBaseRates(List<Alert> alerts) throws IOException {
    Map<String, BaseRate> rates = new HashMap<>();
    List<Alert> with = new ArrayList<>();
    for (Alert alert : alerts) {
      BaseRate rate = rates.get(alert.channel());
      if (rate == null) {
        rate = baseRate(alert.channel());
        rates.put(alert.channel(), rate);
      }
      with.add(alert.with(rate));
    }
    return with;
  }

  public IndexCounts counts() throws IOException {
    return new IndexCounts(
        documents.count(IndexDocuments.allOf(Kind.ADVERT)),
        sightings(),
        documents.count(largeClusters(2)),
        documents.count(IndexDocuments.allOf(Kind.ALERT)));
  }

  /** Returns whether no shard has been committed anew since this was opened. */
  public boolean isCurrent() throws IOException {
    return IndexShards.areCurrent(documents.reader());
  }

  @Override
  public void close() throws IOException {
    documents.reader().close();
  }

  private long sightings() throws IOException {
    long[] sum = new long[1];
    documents.each(
        IndexDocuments.allOf(Kind.SIGHTING),
        leaf -> {
          var times = leaf.reader().getSortedNumericDocValues(Fields.TIMES);
          return doc -> {
            if (times != null && times.advanceExact(doc)) {
              sum[0] += times.nextValue();
            }
          };
        });
    return sum[0];
  }

  private <T> List<T> records(Query query, int limit, Sort order, Class<T> type)
      throws IOException {
    List<T> records = new ArrayList<>();
    for (ScoreDoc doc : documents.first(query, limit, order)) {
      records.add(documents.record(doc.doc, type));
    }
    return records;
  }

  private static Query largeClusters(int minSize) {
    return IndexDocuments.ofKind(
        Kind.CLUSTER, LongField.newRangeQuery(Fields.SIZE, minSize, Long.MAX_VALUE));
  }

  private static String text(SortedDocValues values, int doc) throws IOException {
    if (values == null || !values.advanceExact(doc)) {
      throw new IllegalStateException("a membership must name an advert and a cluster");
    }
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }

  private static SortField descending(String field) {
    return LongField.newSortField(field, true, SortedNumericSelector.Type.MAX);
  }
}
