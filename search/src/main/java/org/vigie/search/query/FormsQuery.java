package org.vigie.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.vigie.search.analysis.Fields;

/**
 * Finds the adverts whose text holds a form of a concept in any language.
 *
 * <p>Its forms, some thousands, are looked up in the words of the index when it is asked: most
 * stand in no advert. An advert's score is that of its best form, in (0, 1]: the weight that the
 * form has for the concept, less for a word that many adverts hold.
 */
final class FormsQuery extends Query {
  /** Scores are told apart so finely. */
  private static final int STEPS = 16;

  private final ConceptForms forms;

  FormsQuery(ConceptForms forms) {
    this.forms = forms;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    FoundForms found = forms.in(searcher.getIndexReader());
    Tiers tiers = new Tiers();
    for (FoundForms.Word word : found.words()) {
      tiers
          .of(mode.needsScores() ? word.weight() : 1)
          .words
          .computeIfAbsent(word.languages(), languages -> new ArrayList<>())
          .add(word.bytes());
    }
    for (FoundForms.Phrase phrase : found.phrases()) {
      tiers.of(mode.needsScores() ? phrase.weight() : 1).phrases.add(phrase.source());
    }
    return tiers.query(searcher).createWeight(searcher, mode, boost);
  }

  /** The forms that score alike. */
  private static final class Tier {
    /** Languages of the adverts in which they count, none for all → words. */
    private final Map<Set<String>, List<BytesRef>> words = new HashMap<>();

    private final List<IntervalsSource> phrases = new ArrayList<>();
  }

  private static final class Tiers {
    private final Map<Integer, Tier> byStep = new TreeMap<>();

    Tier of(float weight) {
      int step = Math.clamp(Math.round(weight * STEPS), 1, STEPS);
      return byStep.computeIfAbsent(step, key -> new Tier());
    }

    /** Returns the query of all, with nothing left to rewrite. */
    Query query(IndexSearcher searcher) throws IOException {
      List<Query> queries = new ArrayList<>();
      for (Map.Entry<Integer, Tier> tier : byStep.entrySet()) {
        float score = (float) tier.getKey() / STEPS;
        for (Map.Entry<Set<String>, List<BytesRef>> words : tier.getValue().words.entrySet()) {
          Query any = new TermInSetQuery(Fields.TEXT, words.getValue());
          queries.add(scored(searcher.rewrite(within(words.getKey(), any)), score));
        }
        if (!tier.getValue().phrases.isEmpty()) {
          IntervalsSource any =
              Intervals.or(false, tier.getValue().phrases.toArray(IntervalsSource[]::new));
          queries.add(scored(new IntervalQuery(Fields.TEXT, any), score));
        }
      }
      return queries.isEmpty()
          ? new MatchNoDocsQuery("no form of the concept stands in the index")
          : new DisjunctionMaxQuery(queries, 0);
    }

    private static Query within(Set<String> languages, Query words) {
      if (languages.isEmpty()) {
        return words;
      }
      List<BytesRef> written = languages.stream().map(BytesRef::new).toList();
      return new BooleanQuery.Builder()
          .add(words, Occur.MUST)
          .add(new TermInSetQuery(Fields.LANG, written), Occur.FILTER)
          .build();
    }

    private static Query scored(Query query, float score) {
      return new BoostQuery(new ConstantScoreQuery(query), score);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    // One clause, whatever its forms: what they cost is measured, not counted.
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "concept:" + forms.concept();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && ((FormsQuery) other).forms == forms;
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + System.identityHashCode(forms);
  }
}
