package org.vigie.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.vigie.search.alert.Alerts;
import org.vigie.search.alert.ChannelStatistics;
import org.vigie.search.document.AdvertNames;
import org.vigie.search.document.AnsweredPosts;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.facet.FacetColumns;
import org.vigie.search.fact.AdvertFacts;
import org.vigie.search.group.ClusterTemplates;
import org.vigie.search.group.Networks;
import org.vigie.search.hidden.HiddenDocuments;
import org.vigie.search.hidden.HiddenThings;
import org.vigie.search.hidden.ShownAlerts;
import org.vigie.search.hidden.ShownReader;
import org.vigie.search.hidden.ShownSums;
import org.vigie.search.hit.AdvertSearch;
import org.vigie.search.query.QueryLexicon;

/** What an index is read by: all of it is made once, of what isn't hidden. */
public final class IndexParts {
  final IndexDocuments documents;
  final ClusterNames clusters;
  final ClusterTemplates templates;
  final Networks networks;
  final ChannelStatistics statistics;
  final Alerts alerts;
  final AdvertSearch search;
  final AdvertNames names;
  final AnsweredPosts answered;
  final ShownSums sums;
  final Set<String> unshown;

  /**
   * @param whole all shards
   * @param hides what isn't shown of them
   */
  IndexParts(
      IndexReader whole,
      AdvertFacts facts,
      FacetColumns columns,
      HiddenDocuments unseen,
      Hidden hides,
      QueryLexicon lexicon)
      throws IOException {
    HiddenThings hidden = HiddenThings.of(hides, new IndexDocuments(whole));
    IndexReader shown = ShownReader.of(whole, hidden, unseen);
    this.documents =
        new IndexDocuments(
            shown, ShownSums.sizes(hidden, new IndexDocuments(whole)), hidden.shortenedNetworks());
    this.clusters = new ClusterNames(documents, Kind.CLUSTER);
    this.unshown = hidden.names();
    this.sums = new ShownSums(hidden, documents, clusters);
    this.templates = new ClusterTemplates(documents, clusters);
    this.search = new AdvertSearch(documents, clusters, facts, columns, lexicon);
    this.networks = new Networks(documents, clusters, search);
    this.statistics = new ChannelStatistics(documents);
    this.alerts = new Alerts(documents, statistics, new ShownAlerts(hidden, sums, documents));
    this.names = new AdvertNames(documents);
    this.answered = new AnsweredPosts(documents, names);
  }

  /** What is left of some things without what is hidden. */
  interface Shortening<T> {
    List<T> of(List<T> found) throws IOException;
  }

  /** Returns a stretch of what is left of things that have another order and number then. */
  static <T> Listed<T> stretch(Listed<T> found, Shortening<T> shortening, int offset)
      throws IOException {
    List<T> left = shortening.of(found.items());
    return new Listed<>(found.total(), left.stream().skip(offset).toList());
  }

  static int end(int offset, int limit) {
    return (int) Math.min((long) offset + limit, Integer.MAX_VALUE);
  }
}
