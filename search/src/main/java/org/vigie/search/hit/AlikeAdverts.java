package org.vigie.search.hit;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Indicator;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/**
 * Adverts that mean about the same as one of them: those that share the words which set it apart
 * from most others, the more so if they show the same indicators. It knows no synonyms; adverts in
 * another language come near it by indicators alone.
 */
final class AlikeAdverts {
  private static final int MOST_WORDS = 30;
  private static final int RAREST_WORD = 2;

  /** An indicator in common weighs as much as a rare word. */
  private static final float INDICATOR_WEIGHT = 4;

  private final IndexDocuments documents;

  AlikeAdverts(IndexDocuments documents) {
    this.documents = documents;
  }

  /** Returns the query of adverts like one, but not of that one. */
  Query to(AssessedAdvert advert) throws IOException {
    MoreLikeThis words = new MoreLikeThis(documents.reader());
    words.setAnalyzer(TextAnalysis.analyzer());
    words.setMaxQueryTerms(MOST_WORDS);
    words.setMinDocFreq(RAREST_WORD);
    words.setMinTermFreq(1);
    words.setBoost(true);
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    String text = advert.advert().text();
    either.add(words.like(Fields.TEXT, new StringReader(text)), Occur.SHOULD);
    for (Indicator indicator : advert.indicators()) {
      if (indicator.scored()) {
        Term term = new Term(Fields.INDICATOR, Keywords.folded(indicator.id()));
        either.add(
            new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), INDICATOR_WEIGHT),
            Occur.SHOULD);
      }
    }
    return new BooleanQuery.Builder()
        .add(either.build(), Occur.MUST)
        .add(new TermQuery(Kind.ADVERT.keyTerm(advert.advert().id())), Occur.MUST_NOT)
        .build();
  }
}
