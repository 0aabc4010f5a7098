package org.vigie.search.hit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.MaskedText;
import org.vigie.search.SearchResult;
import org.vigie.search.Snippet;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.fact.HitFacts;

/** Reads the hits of one query, with what surrounds them. */
final class HitReader {
  private final IndexDocuments documents;
  private final MatchSpans matches;
  private final HitFacts known;

  HitReader(IndexDocuments documents, ClusterNames clusters, Query query) throws IOException {
    this.documents = documents;
    matches = new MatchSpans(documents.reader(), query);
    known = new HitFacts(documents, clusters);
  }

  List<SearchResult.Hit> read(List<ScoreDoc> docs) throws IOException {
    List<SearchResult.Hit> hits = new ArrayList<>();
    for (ScoreDoc doc : docs) {
      hits.add(read(doc.doc, 1));
    }
    return hits;
  }

  /**
   * Reads one.
   *
   * @param alike adverts of its cluster that it stands for
   */
  SearchResult.Hit read(int doc, long alike) throws IOException {
    AssessedAdvert advert = documents.record(doc, AssessedAdvert.class);
    SearchResult.Cluster cluster = known.clusterOf(advert.advert().id());
    HitFacts.Met met = known.met(advert.advert().id());
    Snippet snippet = Snippet.of(MaskedText.of(advert), matches.in(doc, advert));
    return new SearchResult.Hit(
        advert,
        cluster,
        met.times(),
        snippet,
        met.goneSince(),
        known.risk(advert, cluster.id()),
        alike);
  }
}
