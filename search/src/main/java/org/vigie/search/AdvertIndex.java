package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.search.alert.AlertChoice;
import org.vigie.search.alert.AlertGroup;
import org.vigie.search.alert.Alerts;
import org.vigie.search.alert.ChannelStatistics;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.AdvertNames;
import org.vigie.search.document.AnsweredPosts;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;
import org.vigie.search.facet.FacetColumns;
import org.vigie.search.fact.AdvertFacts;
import org.vigie.search.group.ClusterTemplates;
import org.vigie.search.group.Memberships;
import org.vigie.search.group.Networks;
import org.vigie.search.hidden.HiddenThings;
import org.vigie.search.hidden.ShownAlerts;
import org.vigie.search.hidden.ShownReader;
import org.vigie.search.hidden.ShownSums;
import org.vigie.search.hit.AdvertSearch;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.search.shard.IndexShards;
import org.vigie.search.shard.LuceneStart;

/**
 * All shards of an index as they were committed when it was opened, for reading by any number of
 * threads.
 */
public final class AdvertIndex implements AutoCloseable {
  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final ClusterTemplates templates;
  private final Networks networks;
  private final ChannelStatistics statistics;
  private final Alerts alerts;
  private final AdvertSearch search;
  private final AdvertNames names;
  private final AnsweredPosts answered;
  private final AdvertFacts facts;
  private final FacetColumns columns;
  private final Path folder;
  private final IndexReader whole;
  private final Hidden hides;
  private final ShownSums sums;
  private final Set<String> unshown;
  private final QueryLexicon lexicon;

  /**
   * @param whole all shards; closed with this
   * @param hides what isn't shown of them
   */
  private AdvertIndex(
      Path folder,
      IndexReader whole,
      AdvertFacts facts,
      FacetColumns columns,
      Hidden hides,
      QueryLexicon lexicon)
      throws IOException {
    this.lexicon = lexicon;
    this.folder = folder;
    this.facts = facts;
    this.columns = columns;
    this.whole = whole;
    this.hides = hides;
    HiddenThings hidden = HiddenThings.of(hides, new IndexDocuments(whole));
    IndexReader shown = ShownReader.of(whole, hidden);
    this.documents =
        new IndexDocuments(
            shown, ShownSums.sizes(hidden, new IndexDocuments(whole)), hidden.shortenedNetworks());
    this.clusters = new ClusterNames(documents, Kind.CLUSTER);
    this.unshown = hidden.names();
    this.sums = new ShownSums(hidden, documents, clusters);
    this.templates = new ClusterTemplates(documents, clusters);
    this.search = new AdvertSearch(documents, clusters, facts, columns, lexicon);
    this.networks = new Networks(documents, clusters, search);
    this.statistics = new ChannelStatistics(documents);
    this.alerts = new Alerts(documents, statistics, new ShownAlerts(hidden, sums, documents));
    this.names = new AdvertNames(documents);
    this.answered = new AnsweredPosts(documents, names);
  }

  /**
   * Opens the newest commit of every shard below a folder.
   *
   * @throws NoIndexException if the folder is absent or holds no committed shard
   */
  public static AdvertIndex open(Path index) throws IOException {
    return open(index, Hidden.none());
  }

  /** As above, for those who may not see all of it. */
  public static AdvertIndex open(Path index, Hidden hides) throws IOException {
    return open(index, hides, QueryLexicon.NONE);
  }

  /** As above, for queries that may name concepts. */
  public static AdvertIndex open(Path index, Hidden hides, QueryLexicon lexicon)
      throws IOException {
    LuceneStart.await();
    return showing(
        index,
        IndexShards.open(index),
        new AdvertFacts(System::nanoTime),
        new FacetColumns(),
        hides,
        lexicon);
  }

  private static AdvertIndex showing(
      Path index,
      IndexReader whole,
      AdvertFacts facts,
      FacetColumns columns,
      Hidden hides,
      QueryLexicon lexicon)
      throws IOException {
    try {
      return new AdvertIndex(index, whole, facts, columns, hides, lexicon);
    } catch (IOException | RuntimeException e) {
      whole.close();
      throw e;
    }
  }

  /**
   * Opens the newest commit of every shard, sharing with this one what hasn't changed since, and
   * readies what the first search would wait for. Both must be closed, in any order.
   *
   * @param hides what the newer one doesn't show
   */
  public AdvertIndex openNewer(Hidden hides) throws IOException {
    // How large a cluster is depends on what is hidden of it.
    AdvertFacts known = hides.equals(this.hides) ? facts : new AdvertFacts(System::nanoTime);
    AdvertIndex newer =
        showing(folder, IndexShards.openNewer(folder, whole), known, columns, hides, lexicon);
    try {
      newer.search.ready();
    } catch (IOException | RuntimeException e) {
      newer.close();
      throw e;
    }
    return newer;
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
    search.forEach(query, consumer);
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
    return search.days(query);
  }

  /**
   * Finds an advert by its id, by a site's own id for it (the newest, if several bear it), or by at
   * least six digits that only its id begins with.
   */
  public Optional<AssessedAdvert> findAdvert(String id) throws IOException {
    return names.find(id.strip());
  }

  /**
   * Finds the post that an advert answers, if its site says which one that is (the field {@code
   * context.replyTo}) and the index holds it; of several versions the newest.
   */
  public Optional<AssessedAdvert> findAnswered(AssessedAdvert reply) throws IOException {
    return answered.answeredBy(reply.advert());
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
    for (AdvertVersions versions :
        documents.records(
            IndexDocuments.ofKind(Kind.VERSIONS, new TermQuery(new Term(Fields.VERSION, advertId))),
            Sighting.MAX_PLACES,
            Sort.INDEXORDER,
            AdvertVersions.class)) {
      edits.addAll(versions.changesOf(advertId));
    }
    return findSighting(advertId).map(sighting -> sighting.with(edits));
  }

  /** Finds a cluster by its name or a former one, without its template. */
  public Optional<ClusterProfile> findCluster(String id) throws IOException {
    return sums.ofCluster(documents.find(Kind.CLUSTER, clusters.current(id), ClusterProfile.class));
  }

  /** As above, with its template, which is made of its adverts' texts as they are now. */
  public Optional<ClusterProfile> findClusterWithTemplate(String id) throws IOException {
    Optional<ClusterProfile> cluster = findCluster(id);
    return cluster.isEmpty() ? cluster : Optional.of(templates.addTo(cluster.get()));
  }

  /** As above, with a template without the wording that nobody asked to read. */
  public Optional<ClusterProfile> findClusterWithMaskedTemplate(String id) throws IOException {
    Optional<ClusterProfile> cluster = findCluster(id);
    return cluster.isEmpty() ? cluster : Optional.of(templates.addMaskedTo(cluster.get()));
  }

  /**
   * Returns the ids of the adverts of whose texts a cluster's template is made: whoever reads the
   * template and what stands in its slots has read nearly all that they say.
   */
  public List<String> advertsOfTemplate(ClusterProfile cluster) throws IOException {
    return templates.madeOf(cluster);
  }

  /** Finds the cluster that an advert shares with others. */
  public Optional<ClusterProfile> findClusterOf(String advertId) throws IOException {
    return sums.ofCluster(search.clusterOf(advertId));
  }

  /** Finds what is known of a contact by its {@link org.vigie.advert.Contact#key key}. */
  public Optional<ContactProfile> findContact(String key) throws IOException {
    return sums.ofContact(documents.findContact(key));
  }

  /** Finds why a contact joins nothing, if it doesn't. */
  public Optional<ContactCut> findContactCut(String key) throws IOException {
    return documents.find(Kind.CONTACT_CUT, key, ContactCut.class);
  }

  /** Finds a network by its name or a former one. */
  public Optional<NetworkProfile> findNetwork(String id) throws IOException {
    return sums.networks().of(networks.find(id));
  }

  /** Finds the network that a cluster, a contact by its key, or an advert stands in. */
  public Optional<NetworkProfile> findNetworkOf(String member) throws IOException {
    return sums.networks().of(networks.of(member));
  }

  /** Returns the networks, those of the most adverts first, then by name. */
  public List<NetworkProfile> networks(int limit) throws IOException {
    return networks(0, 0, limit).items();
  }

  /**
   * Returns a stretch of the networks with at least a number of adverts, in that order.
   *
   * @param offset networks to pass over, at least 0
   */
  public Listed<NetworkProfile> networks(int minSize, int offset, int limit) throws IOException {
    return sums.shortensNone()
        ? networks.largest(minSize, offset, limit)
        : stretch(
            networks.largest(minSize, 0, sums.asMany(end(offset, limit))),
            found -> sums.networks().of(found, end(offset, limit)),
            offset);
  }

  /** Returns adverts of an edge's cluster that name its contact, in order of ids. */
  public List<AssessedAdvert> advertsOf(NetworkEdge edge, int limit) throws IOException {
    return networks.advertsOf(edge, limit);
  }

  /**
   * Returns the median of how many adverts name a contact, over the contacts that a channel has
   * most of their adverts; of two middle ones the lower; 0 if there is none.
   */
  public long medianAdvertsOfAContact(String channel) throws IOException {
    return statistics.medianAdvertsOfAContact(channel);
  }

  /** Finds an alert by its id or a former one, with its base rate. */
  public Optional<Alert> findAlert(String id) throws IOException {
    return alerts.find(id);
  }

  /** Returns the id that an alert has now, by that or a former one. */
  public String currentAlertId(String id) throws IOException {
    return alerts.currentId(id);
  }

  /** Returns the ids that an alert has and had, by any of them. */
  public Set<String> alertIds(String id) throws IOException {
    return alerts.ids(id);
  }

  /** Returns alerts with their base rates, most severe first, then newest, then by id. */
  public List<Alert> alerts(int limit) throws IOException {
    return alerts(AlertChoice.all(), 0, limit).items();
  }

  /**
   * Returns a stretch of the alerts of a choice, in that order.
   *
   * @param offset alerts to pass over, at least 0
   */
  public Listed<Alert> alerts(AlertChoice choice, int offset, int limit) throws IOException {
    return alerts.chosen(choice.query(), offset, limit);
  }

  /**
   * Returns a stretch of the groups of the alerts of a choice, that with the most severe alert
   * first.
   *
   * @param offset groups to pass over, at least 0
   * @param first most alerts to return of each group, at least 1
   */
  public Listed<AlertGroup> alertGroups(
      AlertChoice choice, AlertGroup.By by, int offset, int limit, int first) throws IOException {
    return alerts.groups(choice, by, offset, limit, first);
  }

  /** Counts all alerts: the name of what raised them → UTC days since 1970 → alerts of that day. */
  public SortedMap<String, SortedMap<Long, Long>> alertsByRuleAndDay() throws IOException {
    return alerts.days();
  }

  /**
   * Returns how many clusters a channel has most of their adverts in, and about how many of them an
   * alert stands.
   */
  public BaseRate baseRate(String channel) throws IOException {
    return statistics.baseRate(channel);
  }

  /**
   * Returns how many clusters there are in the channel that a cluster has most of its adverts in,
   * and how many of them are at least as risky together.
   */
  public BaseRate baseRate(ClusterProfile cluster) throws IOException {
    return statistics.baseRate(cluster);
  }

  /** Returns all memberships under the clusters' present names, in order of advert ids. */
  public List<Membership> memberships() throws IOException {
    return new Memberships(documents, clusters).all();
  }

  /** Finds an advert of a cluster: of those that bear its present name that of the smallest id. */
  public Optional<AssessedAdvert> findMemberOf(String cluster) throws IOException {
    Optional<String> id = new Memberships(documents, clusters).first(cluster);
    return id.isEmpty()
        ? Optional.empty()
        : documents.find(Kind.ADVERT, id.get(), AssessedAdvert.class);
  }

  /**
   * Returns the clusters with at least a number of adverts, largest first, then by name; without
   * their templates.
   */
  public List<ClusterProfile> clusters(int minSize, int limit) throws IOException {
    return clusters(minSize, "", 0, limit).items();
  }

  /**
   * Returns a stretch of those clusters, in that order.
   *
   * @param channel label of the channel that has most of their adverts; empty for any
   * @param offset clusters to pass over, at least 0
   */
  public Listed<ClusterProfile> clusters(int minSize, String channel, int offset, int limit)
      throws IOException {
    BooleanQuery.Builder large =
        new BooleanQuery.Builder().add(IndexCounts.largeClusters(minSize), Occur.FILTER);
    if (!channel.isEmpty()) {
      large.add(new TermQuery(new Term(Fields.CHANNEL, channel)), Occur.FILTER);
    }
    Query query = large.build();
    return sums.shortensNone()
        ? documents.stretch(query, offset, limit, Orders.LARGEST, ClusterProfile.class)
        : stretch(
            documents.stretch(
                query, 0, sums.asMany(end(offset, limit)), Orders.LARGEST, ClusterProfile.class),
            found -> sums.ofClusters(found, minSize, end(offset, limit)),
            offset);
  }

  /** What is left of some things without what is hidden. */
  private interface Shortening<T> {
    List<T> of(List<T> found) throws IOException;
  }

  /** Returns a stretch of what is left of things that have another order and number then. */
  private static <T> Listed<T> stretch(Listed<T> found, Shortening<T> shortening, int offset)
      throws IOException {
    List<T> left = shortening.of(found.items());
    return new Listed<>(found.total(), left.stream().skip(offset).toList());
  }

  private static int end(int offset, int limit) {
    return (int) Math.min((long) offset + limit, Integer.MAX_VALUE);
  }

  public IndexCounts counts() throws IOException {
    return IndexCounts.of(documents);
  }

  /**
   * Returns the names of all adverts, clusters, contacts and networks that aren't shown, or not
   * whole, as what is hidden.
   */
  public Set<String> unshown() {
    return unshown;
  }

  /** Returns whether no shard has been committed anew since this was opened. */
  public boolean isCurrent() throws IOException {
    return IndexShards.areCurrent(whole);
  }

  @Override
  public void close() throws IOException {
    documents.reader().close();
  }
}
