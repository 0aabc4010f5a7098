package org.vigie.search.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/** The names that a person may know an advert by. */
public final class AdvertNames {
  private static final String ID_PREFIX = "a-";

  /** Among 4,000 adverts, an id shares its first six digits with another one by 1 in 4,000. */
  private static final int FEWEST_DIGITS = 6;

  private static final int MOST_DIGITS = 20;

  static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.TIME, true, SortedNumericSelector.Type.MAX), Orders.BY_ID);

  private final IndexDocuments documents;

  public AdvertNames(IndexDocuments documents) {
    this.documents = documents;
  }

  public Optional<AssessedAdvert> find(String name) throws IOException {
    Optional<AssessedAdvert> byId = documents.find(Kind.ADVERT, name, AssessedAdvert.class);
    if (byId.isPresent()) {
      return byId;
    }
    Optional<AssessedAdvert> bySourceId = bySourceId(name, new MatchAllDocsQuery());
    return bySourceId.isPresent() ? bySourceId : byDigits(name);
  }

  /** Finds the newest advert that bears a site's own id, among those that match a query. */
  Optional<AssessedAdvert> bySourceId(String sourceId, Query among) throws IOException {
    Query bears = new TermQuery(new Term(Fields.SOURCE_ID, Keywords.folded(sourceId)));
    List<BytesRef> sighted = new ArrayList<>();
    documents.eachValue(
        IndexDocuments.ofKind(Kind.SIGHTING, bears),
        Fields.ADVERT,
        id -> sighted.add(new BytesRef(Kind.ADVERT.key(id))));
    Query either =
        new BooleanQuery.Builder()
            .add(bears, Occur.SHOULD)
            .add(new TermInSetQuery(Fields.KEY, sighted), Occur.SHOULD)
            .build();
    Query such =
        new BooleanQuery.Builder().add(either, Occur.MUST).add(among, Occur.FILTER).build();
    ScoreDoc[] newest = documents.first(IndexDocuments.ofKind(Kind.ADVERT, such), 1, NEWEST);
    return newest.length == 0 ? Optional.empty() : Optional.of(advert(newest[0]));
  }

  private Optional<AssessedAdvert> byDigits(String name) throws IOException {
    String digits = name.startsWith(ID_PREFIX) ? name.substring(ID_PREFIX.length()) : name;
    if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS || !isHex(digits)) {
      return Optional.empty();
    }
    Query begins = new PrefixQuery(Kind.ADVERT.keyTerm(ID_PREFIX + digits));
    ScoreDoc[] found = documents.first(begins, 2, NEWEST);
    return found.length == 1 ? Optional.of(advert(found[0])) : Optional.empty();
  }

  private AssessedAdvert advert(ScoreDoc doc) throws IOException {
    return documents.record(doc.doc, AssessedAdvert.class);
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
