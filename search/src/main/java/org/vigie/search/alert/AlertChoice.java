package org.vigie.search.alert;

import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Severity;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.document.FactDocuments;
import org.vigie.search.document.Kind;

/**
 * Which alerts are asked for: those that meet each condition.
 *
 * @param only ids one of which they have; null for any
 * @param except ids none of which they have
 * @param severity theirs; null for any
 * @param rule name of what raised them; empty for any
 * @param subject what they are about; empty for anything
 */
public record AlertChoice(
    @Nullable Set<String> only,
    Set<String> except,
    @Nullable Severity severity,
    String rule,
    String subject) {
  public AlertChoice {
    only = only == null ? null : Set.copyOf(only);
    except = Set.copyOf(except);
  }

  /** All alerts there are. */
  public static AlertChoice all() {
    return new AlertChoice(null, Set.of(), null, "", "");
  }

  /** Returns the choice of those that also have one of some ids. */
  public AlertChoice among(Set<String> ids) {
    return new AlertChoice(ids, except, severity, rule, subject);
  }

  /** Returns the choice of those that have none of some ids. */
  public AlertChoice without(Set<String> ids) {
    return new AlertChoice(only, ids, severity, rule, subject);
  }

  /** Returns the choice of those of a severity; null for any. */
  public AlertChoice of(@Nullable Severity wanted) {
    return new AlertChoice(only, except, wanted, rule, subject);
  }

  /** Returns the choice of those that a rule or a stored query raised; empty for any. */
  public AlertChoice raisedBy(String name) {
    return new AlertChoice(only, except, severity, name, subject);
  }

  /** Returns the choice of those about something; empty for anything. */
  public AlertChoice about(String wanted) {
    return new AlertChoice(only, except, severity, rule, wanted);
  }

  public Query query() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(Kind.ALERT.term()), Occur.FILTER);
    if (only != null) {
      query.add(keys(only), Occur.FILTER);
    }
    if (!except.isEmpty()) {
      query.add(keys(except), Occur.MUST_NOT);
    }
    if (severity != null) {
      query.add(LongField.newExactQuery(Fields.SEVERITY, severity.ordinal()), Occur.FILTER);
    }
    if (!rule.isEmpty()) {
      query.add(new TermQuery(new Term(Fields.RULE, Keywords.capped(rule))), Occur.FILTER);
    }
    if (!subject.isEmpty()) {
      query.add(FactDocuments.aboutOneOf(Set.of(subject)), Occur.FILTER);
    }
    return query.build();
  }

  private static Query keys(Set<String> ids) {
    return new TermInSetQuery(
        Fields.KEY, ids.stream().map(Kind.ALERT::key).map(BytesRef::new).toList());
  }
}
