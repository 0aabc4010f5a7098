package org.vigie.search.document;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Sighting;
import org.vigie.search.DamagedIndexException;
import org.vigie.search.Listed;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/** The documents of an index, and the records in them. */
public final class IndexDocuments {
  /** What is done with a document's value. */
  public interface ValueConsumer {
    void accept(String value) throws IOException;
  }

  /** What is done with a document. */
  public interface DocConsumer {
    void accept(int doc) throws IOException;
  }

  /** What is done with the matching documents of one segment. */
  public interface LeafConsumer {
    /** Returns what is done with each of them; documents are numbered within the segment. */
    DocConsumer in(LeafReaderContext leaf) throws IOException;
  }

  /** Stands between an advert's id and the number of a memory, in no id. */
  static final String MEMORY = "#";

  /** The same of contacts, of which some have the other sign in them: none has a line break. */
  private static final String CONTACT_MEMORY = "\n";

  /** An advert or a contact that is forgotten and comes back every quarter for 25 years. */
  private static final int MAX_MEMORIES = 100;

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final Map<String, Long> shownSizes;
  private final Set<String> shortened;

  public IndexDocuments(IndexReader reader) {
    this(reader, Map.of(), Set.of());
  }

  /**
   * @param shownSizes cluster of which not all is shown → how many of its adverts are
   * @param shortened networks of which not all is shown
   */
  public IndexDocuments(IndexReader reader, Map<String, Long> shownSizes, Set<String> shortened) {
    this.shownSizes = Map.copyOf(shownSizes);
    this.shortened = Set.copyOf(shortened);
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  public IndexReader reader() {
    return reader;
  }

  /** Returns the sizes of clusters that differ from what their documents say. */
  public Map<String, Long> shownSizes() {
    return shownSizes;
  }

  /** Returns whether not all of a cluster or network by a name is shown. */
  public boolean isShortened(String name) {
    return shownSizes.containsKey(name) || shortened.contains(name);
  }

  /** Returns a query of the records of a kind that match another query. */
  public static Query ofKind(Kind kind, Query query) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(kind.term()), Occur.FILTER)
        .build();
  }

  /** Returns a query of the adverts that name a contact. */
  public static Query naming(String contact) {
    return ofKind(Kind.ADVERT, new TermQuery(new Term(Fields.CONTACT, Keywords.folded(contact))));
  }

  public static Query allOf(Kind kind) {
    return ofKind(kind, new MatchAllDocsQuery());
  }

  /** Finds the record of a kind with an id. */
  public <T> Optional<T> find(Kind kind, String id, Class<T> type) throws IOException {
    ScoreDoc[] hits = searcher.search(new TermQuery(kind.keyTerm(id)), 1).scoreDocs;
    return hits.length == 0 ? Optional.empty() : Optional.of(record(hits[0].doc, type));
  }

  /** Finds all that was seen of an advert, in whatever memories it was counted. */
  public Optional<Sighting> findSighting(String advertId) throws IOException {
    return inAllMemories(sightings(advertId), Sighting.class).stream().reduce(Sighting::and);
  }

  /** Finds all that is known of a contact, in whatever memories it was added up. */
  public Optional<ContactProfile> findContact(String key) throws IOException {
    return inAllMemories(contacts(key), ContactProfile.class).stream().reduce(ContactProfile::and);
  }

  private <T> List<T> inAllMemories(Query query, Class<T> type) throws IOException {
    List<T> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, MAX_MEMORIES).scoreDocs) {
      found.add(record(hit.doc, type));
    }
    return found;
  }

  /** Returns a query of the sightings of an advert, in whatever memories they were counted. */
  public static Query sightings(String advertId) {
    return inAllMemories(Kind.SIGHTING, advertId, MEMORY);
  }

  /** Returns a query of what is known of a contact, in whatever memories it was added up. */
  public static Query contacts(String key) {
    return inAllMemories(Kind.CONTACT, key, CONTACT_MEMORY);
  }

  private static Query inAllMemories(Kind kind, String id, String memory) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(kind.keyTerm(id)), Occur.SHOULD)
        .add(new PrefixQuery(kind.keyTerm(id + memory)), Occur.SHOULD)
        .build();
  }

  /** Returns the id under which the sightings of an advert stand that one memory holds. */
  public static String inMemory(String advertId, long memory) {
    return memory == 0 ? advertId : advertId + MEMORY + memory;
  }

  /** Returns the id under which that stands of a contact which one memory holds. */
  public static String contactInMemory(String key, long memory) {
    return memory == 0 ? key : key + CONTACT_MEMORY + memory;
  }

  boolean exists(Kind kind, String id) throws IOException {
    return searcher.count(new TermQuery(kind.keyTerm(id))) > 0;
  }

  /** Returns the first documents that match, in an order. */
  public ScoreDoc[] first(Query query, int limit, Sort order) throws IOException {
    int possible = Math.min(limit, Math.max(1, reader.maxDoc()));
    return limit == 0 ? new ScoreDoc[0] : searcher.search(query, possible, order).scoreDocs;
  }

  /** Returns the documents that match and come after another one, in an order. */
  public ScoreDoc[] after(ScoreDoc last, Query query, int limit, Sort order) throws IOException {
    return searcher.searchAfter(last, query, limit, order).scoreDocs;
  }

  public long count(Query query) throws IOException {
    return searcher.count(query);
  }

  /**
   * Returns the record that a document holds.
   *
   * @throws DamagedIndexException if it isn't as it was written
   */
  public <T> T record(int doc, Class<T> type) throws IOException {
    return RecordJson.read(RecordSum.whole(stored(doc)), type);
  }

  private Document stored(int doc) throws IOException {
    try {
      return reader.storedFields().document(doc, RecordSum.FIELDS);
    } catch (CorruptIndexException | EOFException | IndexOutOfBoundsException e) {
      // What takes compressed records apart trusts them.
      throw new DamagedIndexException("a record", e);
    }
  }

  /** Returns the records of the first documents that match, in an order. */
  public <T> List<T> records(Query query, int limit, Sort order, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (ScoreDoc doc : first(query, limit, order)) {
      records.add(record(doc.doc, type));
    }
    return records;
  }

  /**
   * Returns a stretch of the records that match, in an order.
   *
   * @param offset records to pass over, at least 0
   * @param limit most records to return, at least 0
   */
  public <T> Listed<T> stretch(Query query, int offset, int limit, Sort order, Class<T> type)
      throws IOException {
    int end = (int) Math.min((long) offset + limit, Integer.MAX_VALUE);
    ScoreDoc[] found = first(query, end, order);
    List<T> records = new ArrayList<>();
    for (int i = offset; i < found.length; i++) {
      records.add(record(found[i].doc, type));
    }
    return new Listed<>(count(query), records);
  }

  /** Passes a single-valued field of each document that matches to a consumer. */
  public void eachValue(Query query, String field, ValueConsumer consumer) throws IOException {
    each(
        query,
        leaf -> {
          SortedDocValues values = leaf.reader().getSortedDocValues(field);
          return doc -> {
            if (values != null && values.advanceExact(doc)) {
              consumer.accept(values.lookupOrd(values.ordValue()).utf8ToString());
            }
          };
        });
  }

  /** Passes each document that matches to a consumer, segment by segment. */
  public void each(Query query, LeafConsumer consumer) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      DocConsumer documents = consumer.in(leaf);
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          documents.accept(doc);
        }
      }
    }
  }

  /** Returns whether a document has a term. */
  public boolean has(Term term) throws IOException {
    return reader.docFreq(term) > 0;
  }

  /** Returns whether more than a number of different terms of a segment begin with a prefix. */
  public boolean expandsBeyond(Term prefix, int limit) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (TermPrefixes.expandsBeyond(leaf.reader(), prefix, limit)) {
        return true;
      }
    }
    return false;
  }
}
