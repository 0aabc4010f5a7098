package org.vigie.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/** Queries of what texts mean. */
final class ConceptQueries {
  /** More than the best form of a concept has, so that what is written as asked for comes first. */
  private static final float AS_WRITTEN = 2;

  private ConceptQueries() {}

  /**
   * Returns the query of a concept, of a sign, or of both, by their name.
   *
   * @throws QuerySyntaxException if there is none of that name; it says which there are
   */
  static Query named(QueryNode.Value named, QueryLexicon lexicon) {
    String name = named.value().strip().toLowerCase(Locale.ROOT).replace('_', '-');
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    lexicon.forms(name).ifPresent(forms -> any.add(new FormsQuery(forms), Occur.SHOULD));
    for (String id : lexicon.signs().getOrDefault(name, List.of())) {
      any.add(new TermQuery(new Term(Fields.INDICATOR, Keywords.folded(id))), Occur.SHOULD);
    }
    BooleanQuery query = any.build();
    if (!query.clauses().isEmpty()) {
      return query;
    }
    throw QuerySyntaxException.at(
        named.index(), expected(name, lexicon), QuerySyntaxException.quoted(name));
  }

  private static Finding expected(String name, QueryLexicon lexicon) {
    if (lexicon.concepts().isEmpty()) {
      return Finding.of("query-no-concept");
    }
    List<String> near = lexicon.near(name);
    return near.isEmpty()
        ? Finding.of("query-concept")
        : Finding.of("query-concept-near").with("names", String.join(", ", near));
  }

  /** Returns the query of words or, less well, of any form of what they mean. */
  static Query meant(Query written, List<QueryLexicon.Sense> senses) {
    Query first =
        new BooleanQuery.Builder()
            .add(written, Occur.MUST)
            .add(new BoostQuery(new ConstantScoreQuery(written), AS_WRITTEN), Occur.SHOULD)
            .build();
    List<Query> any = new ArrayList<>();
    any.add(first);
    for (QueryLexicon.Sense sense : senses) {
      any.add(new BoostQuery(new FormsQuery(sense.forms()), sense.strength()));
    }
    return new DisjunctionMaxQuery(any, 0);
  }
}
