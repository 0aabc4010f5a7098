package org.vigie.search.hit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.search.analysis.AdvertTerms;
import org.vigie.search.analysis.FieldTerm;
import org.vigie.search.analysis.Fields;

/**
 * The places in adverts' texts that a query matched: its words, and the contacts and indicators
 * that it asked for.
 */
final class MatchSpans {
  /** More marks than a person looks at, fewer than a hostile text can hold. */
  private static final int MOST = 1_000;

  private final IndexReader reader;
  private final Weight weight;
  private final Set<FieldTerm> values = new HashSet<>();
  private final List<Term> prefixes = new ArrayList<>();

  MatchSpans(IndexReader reader, Query query) throws IOException {
    this.reader = reader;
    IndexSearcher searcher = new IndexSearcher(reader);
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    query.visit(new Collect());
  }

  /** Returns the places in an advert's text, in reading order, none within another. */
  List<Span> in(int doc, AssessedAdvert advert) throws IOException {
    List<Span> spans = new ArrayList<>();
    addWords(doc, spans);
    for (Contact contact : advert.contacts()) {
      if (contact.standsInText() && AdvertTerms.of(contact).stream().anyMatch(this::asks)) {
        spans.add(contact.span());
      }
    }
    for (Indicator indicator : advert.indicators()) {
      if (AdvertTerms.of(indicator).stream().anyMatch(this::asks)) {
        spans.addAll(indicator.spans());
      }
    }
    return disjoint(spans, advert.advert().text().length());
  }

  private void addWords(int doc, List<Span> spans) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    Matches matches = weight.matches(leaf, doc - leaf.docBase);
    MatchesIterator words = matches == null ? null : matches.getMatches(Fields.TEXT);
    while (words != null && spans.size() < MOST && words.next()) {
      spans.add(new Span(words.startOffset(), words.endOffset()));
    }
  }

  private boolean asks(FieldTerm term) {
    if (values.contains(term)) {
      return true;
    }
    for (Term prefix : prefixes) {
      if (prefix.field().equals(term.field()) && term.value().startsWith(prefix.text())) {
        return true;
      }
    }
    return false;
  }

  /** Joins spans that overlap, and drops what is beyond a text. */
  private static List<Span> disjoint(List<Span> spans, int length) {
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      if (span.length() == 0 || span.end() > length) {
        continue;
      }
      if (!joined.isEmpty() && joined.getLast().overlaps(span)) {
        Span before = joined.removeLast();
        joined.add(new Span(before.start(), Math.max(before.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** Collects the values that a query asks for, those it excludes left out. */
  private final class Collect extends QueryVisitor {
    @Override
    public void consumeTerms(Query query, Term... terms) {
      for (Term term : terms) {
        values.add(new FieldTerm(term.field(), term.text()));
      }
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, Supplier<ByteRunAutomaton> automaton) {
      if (query instanceof PrefixQuery prefix) {
        prefixes.add(prefix.getPrefix());
      }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      return occur == Occur.MUST_NOT ? EMPTY_VISITOR : this;
    }
  }
}
