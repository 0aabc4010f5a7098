package org.vigie.search.hit;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.fact.AdvertFacts;
import org.vigie.search.query.LuceneQueries;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QueryNode;
import org.vigie.search.query.QuerySyntaxException;

/** What an index knows of clusters, facts and words that queries ask for. */
final class IndexEnvironment implements LuceneQueries.Environment {
  /** Keeps a prefix query within some milliseconds per segment. */
  private static final int MAX_EXPANSION = 10_000;

  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final AdvertFacts facts;
  private final QueryLexicon lexicon;

  IndexEnvironment(
      IndexDocuments documents, ClusterNames clusters, AdvertFacts facts, QueryLexicon lexicon) {
    this.documents = documents;
    this.clusters = clusters;
    this.facts = facts;
    this.lexicon = lexicon;
  }

  @Override
  public Query members(QueryNode.Value cluster) throws IOException {
    return new TermInSetQuery(Fields.KEY, clusters.members(cluster.value()));
  }

  @Override
  public Query sized(QueryNode.Size size) throws IOException {
    return facts.of(documents, clusters).sized(size.least(), size.most());
  }

  @Override
  public Query gone(QueryNode.Gone gone) throws IOException {
    return facts.of(documents, clusters).gone(gone.gone());
  }

  @Override
  public Query like(QueryNode.Value advert) throws IOException {
    Optional<AssessedAdvert> known =
        documents.find(Kind.ADVERT, advert.value().strip(), AssessedAdvert.class);
    return known.isPresent()
        ? new AlikeAdverts(documents).to(known.get())
        : new MatchNoDocsQuery("like no advert");
  }

  @Override
  public QueryLexicon lexicon() {
    return lexicon;
  }

  @Override
  public Query expanding(int index, PrefixQuery prefix) throws IOException {
    if (documents.expandsBeyond(prefix.getPrefix(), MAX_EXPANSION)) {
      throw QuerySyntaxException.at(
          index,
          Finding.of("query-longer-beginning"),
          Finding.of("query-too-many-words").with("most", MAX_EXPANSION));
    }
    return prefix;
  }
}
