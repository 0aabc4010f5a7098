package org.vigie.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.PhoneDigits;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.document.AdvertDocument;
import org.vigie.search.query.QueryNode.After;
import org.vigie.search.query.QueryNode.And;
import org.vigie.search.query.QueryNode.Before;
import org.vigie.search.query.QueryNode.Everything;
import org.vigie.search.query.QueryNode.Not;
import org.vigie.search.query.QueryNode.Number;
import org.vigie.search.query.QueryNode.Or;
import org.vigie.search.query.QueryNode.Risk;
import org.vigie.search.query.QueryNode.Value;
import org.vigie.search.query.QueryNode.ValuePrefix;
import org.vigie.search.query.QueryNode.WordPrefix;
import org.vigie.search.query.QueryNode.Words;

/**
 * Turns what a query means into what Lucene runs. Punctuation that holds no word asks for nothing
 * and is passed over.
 */
public final class LuceneQueries {
  /** Below Lucene's own limit of 1,024, with room for what a search adds. */
  static final int MAX_TERMS = 900;

  /** A prefix or a cluster may stand for thousands of terms, so a query holds few of them. */
  private static final int MANY_TERMS = 50;

  /** What a word may mean has thousands of forms, most of which stand in no index. */
  private static final int TERMS_OF_A_SENSE = 30;

  /** What only the place that a query is asked of can say. */
  public interface Environment {
    /** Returns the query of a cluster's members. */
    Query members(Value cluster) throws IOException;

    /** Returns the query of adverts whose clusters have so many adverts. */
    Query sized(QueryNode.Size size) throws IOException;

    /** Returns the query of adverts that were found gone, or weren't. */
    Query gone(QueryNode.Gone gone) throws IOException;

    /** Returns the query of adverts whose words are like those of an advert, best first. */
    Query like(Value advert) throws IOException;

    /** Returns what is known of concepts. */
    QueryLexicon lexicon();

    /** Returns the query of a prefix, unless too many terms begin with it. */
    Query expanding(int index, PrefixQuery prefix) throws IOException;
  }

  private final Environment environment;
  private int terms;

  private LuceneQueries(Environment environment) {
    this.environment = environment;
  }

  /**
   * Returns the Lucene query of a query.
   *
   * @throws QuerySyntaxException if it has too many terms, no word at all or an impossible value
   */
  public static Query of(QueryNode node, Environment environment) throws IOException {
    return new LuceneQueries(environment)
        .translate(node)
        .orElseThrow(() ->
            QuerySyntaxException.at(
                0, Finding.of("query-beginning"), Finding.of("query-only-punctuation")));
  }

  private Optional<Query> translate(QueryNode node) throws IOException {
    return switch (node) {
      case Everything everything -> Optional.of(unranked(new MatchAllDocsQuery()));
      case And and -> all(and.parts());
      case Or or -> either(or.parts());
      case Not not -> all(List.of(not));
      case Words words -> inARow(Fields.TEXT, words.index(), words.text());
      case WordPrefix prefix -> Optional.of(prefix(prefix));
      case QueryNode.Across across ->
          translate(
              new AcrossLanguages(environment.lexicon(), across.language()).of(across.part()));
      case QueryNode.Meant meant -> meant(meant);
      case Number number -> Optional.of(number(number));
      case Value value -> value(value);
      case ValuePrefix prefix -> Optional.of(prefix(prefix));
      case Risk risk ->
          Optional.of(unranked(DoubleField.newRangeQuery(Fields.RISK, risk.least(), risk.most())));
      case QueryNode.Size size -> Optional.of(unranked(environment.sized(size)));
      case QueryNode.Gone gone -> Optional.of(unranked(environment.gone(gone)));
      case After after -> Optional.of(time(AdvertDocument.millis(after.instant()), Long.MAX_VALUE));
      case Before before -> Optional.of(before(AdvertDocument.millis(before.instant())));
    };
  }

  private Optional<Query> all(List<QueryNode> parts) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean some = false;
    boolean onlyNegative = true;
    for (QueryNode part : parts) {
      boolean negative = part instanceof Not;
      Optional<Query> translated = translate(part instanceof Not not ? not.part() : part);
      if (translated.isPresent()) {
        query.add(translated.get(), negative ? Occur.MUST_NOT : Occur.MUST);
        some = true;
        onlyNegative &= negative;
      }
    }
    if (some && onlyNegative) {
      query.add(unranked(new MatchAllDocsQuery()), Occur.MUST);
    }
    return some ? Optional.of(query.build()) : Optional.empty();
  }

  private Optional<Query> either(List<QueryNode> parts) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean some = false;
    for (QueryNode part : parts) {
      Optional<Query> translated = translate(part);
      if (translated.isPresent()) {
        query.add(translated.get(), Occur.SHOULD);
        some = true;
      }
    }
    return some ? Optional.of(query.build()) : Optional.empty();
  }

  private Optional<Query> inARow(String field, int index, String text) {
    List<String> words = TextAnalysis.words(text);
    count(index, words.size());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    if (words.size() == 1) {
      return Optional.of(new TermQuery(new Term(field, words.getFirst())));
    }
    return Optional.of(new PhraseQuery(field, words.toArray(String[]::new)));
  }

  private Query prefix(WordPrefix prefix) throws IOException {
    return prefix(Fields.TEXT, prefix.index(), prefix.stem());
  }

  private Query prefix(String field, int index, String stem) throws IOException {
    List<String> words = TextAnalysis.words(stem);
    if (words.size() != 1) {
      throw QuerySyntaxException.at(
          index,
          Finding.of("query-one-word-before-star"),
          Finding.of("query-words").with("words", words.size()));
    }
    count(index, MANY_TERMS);
    return environment.expanding(index, new PrefixQuery(new Term(field, words.getFirst())));
  }

  private Query prefix(ValuePrefix prefix) throws IOException {
    if (prefix.field() == QueryField.CLUSTER
        || prefix.field() == QueryField.LIKE
        || prefix.field() == QueryField.CONCEPT) {
      throw QuerySyntaxException.at(
          prefix.index(), Finding.of("query-whole-name"), Finding.of("query-star"));
    }
    if (prefix.field() == QueryField.TITLE) {
      return prefix(Fields.TITLE, prefix.index(), prefix.stem());
    }
    count(prefix.index(), MANY_TERMS);
    String stem = ValueTerms.folded(prefix.index(), prefix.field(), prefix.stem());
    PrefixQuery query = new PrefixQuery(new Term(prefix.field().indexed(), stem));
    return unranked(environment.expanding(prefix.index(), query));
  }

  private Optional<Query> value(Value value) throws IOException {
    return switch (value.field()) {
      case PHONE -> Optional.of(phone(value));
      case CLUSTER -> Optional.of(members(value));
      case LIKE -> Optional.of(like(value));
      case CONCEPT -> Optional.of(concept(value));
      case TITLE -> inARow(Fields.TITLE, value.index(), value.value());
      case ID -> Optional.of(anyOf(value.index(), ValueTerms.ids(value)));
      default -> {
        String folded = ValueTerms.folded(value.index(), value.field(), value.value());
        yield Optional.of(anyOf(value.index(), Set.of(new Term(value.field().indexed(), folded))));
      }
    };
  }

  private Query concept(Value named) {
    count(named.index(), MANY_TERMS);
    return unranked(ConceptQueries.named(named, environment.lexicon()));
  }

  private Optional<Query> meant(QueryNode.Meant meant) throws IOException {
    Optional<Query> written = translate(meant.written());
    if (written.isEmpty() || meant.senses().isEmpty()) {
      return written;
    }
    count(meant.index(), TERMS_OF_A_SENSE * meant.senses().size());
    return Optional.of(ConceptQueries.meant(written.get(), meant.senses()));
  }

  private Query members(Value cluster) throws IOException {
    count(cluster.index(), MANY_TERMS);
    return unranked(environment.members(cluster));
  }

  private Query like(Value advert) throws IOException {
    count(advert.index(), MANY_TERMS);
    return environment.like(advert);
  }

  private Query phone(Value value) {
    Set<Term> numbers = ValueTerms.phones(value.value());
    if (numbers.isEmpty()) {
      throw QuerySyntaxException.at(
          value.index(),
          Finding.of("query-phone")
              .with("least", PhoneDigits.FEWEST)
              .with("most", PhoneDigits.MOST),
          Finding.of("query-digits").with("digits", PhoneDigits.of(value.value()).length()));
    }
    return anyOf(value.index(), numbers);
  }

  /** A number is a phone number or stands in the text as it is typed. */
  private Query number(Number number) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Set<Term> numbers = ValueTerms.phones(number.typed());
    if (!numbers.isEmpty()) {
      query.add(anyOf(number.index(), numbers), Occur.SHOULD);
    }
    inARow(Fields.TEXT, number.index(), number.typed())
        .ifPresent(words -> query.add(words, Occur.SHOULD));
    return query.build();
  }

  private Query anyOf(int index, Set<Term> alternatives) {
    count(index, alternatives.size());
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Term term : alternatives) {
      query.add(new TermQuery(term), Occur.SHOULD);
    }
    return unranked(query.build());
  }

  private static Query before(long millis) {
    return millis == Long.MIN_VALUE
        ? new MatchNoDocsQuery("before all time")
        : time(Long.MIN_VALUE, millis - 1);
  }

  private static Query time(long first, long last) {
    return unranked(LongField.newRangeQuery(Fields.TIME, first, last));
  }

  /** Conditions on fields are met or not: only words make one hit better than another. */
  private static Query unranked(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }

  private void count(int index, int more) {
    terms += more;
    if (terms > MAX_TERMS) {
      throw QuerySyntaxException.at(
          index,
          Finding.of("query-terms").with("most", MAX_TERMS).with("many", MANY_TERMS),
          Finding.of("query-more"));
    }
  }
}
