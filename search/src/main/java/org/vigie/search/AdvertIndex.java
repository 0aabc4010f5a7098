package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.AdvertTimes;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.facet.FacetColumns;
import org.vigie.search.fact.AdvertFacts;
import org.vigie.search.hidden.HiddenDocuments;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.search.shard.IndexShards;
import org.vigie.search.shard.LuceneStart;

/**
 * All shards of an index as they were committed when it was opened, for reading by any number of
 * threads.
 */
public final class AdvertIndex implements IndexedGroups, IndexedAlerts, AutoCloseable {
  private final IndexParts parts;
  private final AdvertFacts facts;
  private final FacetColumns columns;
  private final HiddenDocuments unseen;
  private final Path folder;
  private final IndexReader whole;
  private final Hidden hides;
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
      HiddenDocuments unseen,
      Hidden hides,
      QueryLexicon lexicon)
      throws IOException {
    this.lexicon = lexicon;
    this.folder = folder;
    this.facts = facts;
    this.columns = columns;
    this.unseen = unseen;
    this.whole = whole;
    this.hides = hides;
    parts = new IndexParts(whole, facts, columns, unseen, hides, lexicon);
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
        new HiddenDocuments(),
        hides,
        lexicon);
  }

  private static AdvertIndex showing(
      Path index,
      IndexReader whole,
      AdvertFacts facts,
      FacetColumns columns,
      HiddenDocuments unseen,
      Hidden hides,
      QueryLexicon lexicon)
      throws IOException {
    try {
      return new AdvertIndex(index, whole, facts, columns, unseen, hides, lexicon);
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
        showing(
            folder, IndexShards.openNewer(folder, whole), known, columns, unseen, hides, lexicon);
    try {
      newer.parts.search.ready();
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
    return parts.search.search(request);
  }

  /**
   * Passes every advert that a query matches to a consumer, in order of ids, without limit.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public void forEachAdvert(String query, Consumer<SearchResult.Hit> consumer) throws IOException {
    parts.search.forEach(query, consumer);
  }

  /**
   * Returns the ids of all adverts that a query matches, without a look at their records.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public Set<String> advertIds(String query) throws IOException {
    Set<String> ids = new TreeSet<>();
    parts.search.eachId(query, ids::add);
    return ids;
  }

  /**
   * Returns the adverts of the latest event times that a query matches, the latest first.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public List<AssessedAdvert> newestAdverts(String query, int limit) throws IOException {
    return parts.search.newest(query, limit);
  }

  /**
   * Finds the documents of a page in Lucene alone: no facets, no snippets, no records; the floor of
   * what {@link #search} can take.
   *
   * @return how many there are
   * @throws QuerySyntaxException if the query can't be understood
   */
  public int inLuceneAlone(SearchRequest request) throws IOException {
    return parts.search.documents(request);
  }

  /**
   * Counts the adverts that a query matches by the UTC day of their event times.
   *
   * @return days since 1970 → adverts
   * @throws QuerySyntaxException if the query can't be understood
   */
  public SortedMap<Long, Long> advertsByDay(String query) throws IOException {
    return parts.search.days(query);
  }

  /**
   * Finds an advert by its id, by a site's own id for it (the newest, if several bear it), or by at
   * least six digits that only its id begins with.
   */
  public Optional<AssessedAdvert> findAdvert(String id) throws IOException {
    return parts.names.find(id.strip());
  }

  /**
   * Finds the post that an advert answers, if its site says which one that is (the field {@code
   * context.replyTo}) and the index holds it; of several versions the newest.
   */
  public Optional<AssessedAdvert> findAnswered(AssessedAdvert reply) throws IOException {
    return parts.answered.answeredBy(reply.advert());
  }

  /** Finds when and where an advert was met. */
  public Optional<Sighting> findSighting(String advertId) throws IOException {
    return parts.documents.findSighting(advertId);
  }

  /**
   * Finds when an advert was seen and posted, by its exact id: of a hidden one, too, since whoever
   * restricted it must tell how old it is, and times alone show nothing of it.
   */
  public Optional<AdvertTimes> findTimes(String advertId) throws IOException {
    IndexDocuments all = new IndexDocuments(whole);
    Optional<AssessedAdvert> found = all.find(Kind.ADVERT, advertId, AssessedAdvert.class);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        AdvertTimes.of(found.get().advert(), all.findSighting(advertId).orElse(null)));
  }

  /**
   * As {@link #findSighting}, with the versions that the advert was edited from and into, wherever
   * another one took its place under its site's own id or at its address.
   */
  public Optional<Sighting> findHistory(String advertId) throws IOException {
    List<Observation> edits = new ArrayList<>();
    for (AdvertVersions versions :
        parts.documents.records(
            IndexDocuments.ofKind(Kind.VERSIONS, new TermQuery(new Term(Fields.VERSION, advertId))),
            Sighting.MAX_PLACES,
            Sort.INDEXORDER,
            AdvertVersions.class)) {
      edits.addAll(versions.changesOf(advertId));
    }
    return findSighting(advertId).map(sighting -> sighting.with(edits));
  }

  @Override
  public IndexParts parts() {
    return parts;
  }

  public IndexCounts counts() throws IOException {
    return IndexCounts.of(parts.documents);
  }

  /**
   * Returns the names of all adverts, clusters, contacts and networks that aren't shown, or not
   * whole, as what is hidden.
   */
  public Set<String> unshown() {
    return parts.unshown;
  }

  /** Returns whether no shard has been committed anew since this was opened. */
  public boolean isCurrent() throws IOException {
    return IndexShards.areCurrent(whole);
  }

  @Override
  public void close() throws IOException {
    parts.documents.reader().close();
  }
}
