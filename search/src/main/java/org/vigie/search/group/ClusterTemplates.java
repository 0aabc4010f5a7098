package org.vigie.search.group;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Template;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Orders;

/**
 * The templates of clusters, each made of what its adverts say when somebody asks for it: the index
 * holds these, so nobody needs to keep them a second time.
 */
public final class ClusterTemplates {
  /**
   * Texts from which a template is made: those of the smallest ids, which are hashes, so that the
   * choice is fair and the same in whatever order adverts came.
   */
  static final int MAX_TEXTS = 8;

  private final IndexDocuments documents;
  private final ClusterNames clusters;

  public ClusterTemplates(IndexDocuments documents, ClusterNames clusters) {
    this.documents = documents;
    this.clusters = clusters;
  }

  /** Returns a cluster with its template; as it is, if the index holds none of its adverts. */
  public ClusterProfile addTo(ClusterProfile cluster) throws IOException {
    return addTo(cluster, ReadText::of);
  }

  /** As above, without the wording that nobody asked to read. */
  public ClusterProfile addMaskedTo(ClusterProfile cluster) throws IOException {
    return addTo(cluster, ReadText::masked);
  }

  /** Returns the ids of the adverts of whose texts a cluster's template is made, in order. */
  public List<String> madeOf(ClusterProfile cluster) throws IOException {
    return adverts(cluster).stream().map(advert -> advert.advert().id()).toList();
  }

  private List<AssessedAdvert> adverts(ClusterProfile cluster) throws IOException {
    return documents.records(
        new TermInSetQuery(Fields.KEY, smallest(clusters.members(cluster.id()))),
        MAX_TEXTS,
        new Sort(Orders.BY_ID),
        AssessedAdvert.class);
  }

  private ClusterProfile addTo(ClusterProfile cluster, Function<AssessedAdvert, ReadText> reading)
      throws IOException {
    List<ReadText> texts = adverts(cluster).stream().map(reading).toList();
    Template template = TemplateAligner.align(texts);
    return texts.isEmpty() ? cluster : cluster.with(template);
  }

  private static List<BytesRef> smallest(List<BytesRef> members) {
    PriorityQueue<BytesRef> kept = new PriorityQueue<>((one, other) -> other.compareTo(one));
    for (BytesRef member : members) {
      kept.add(member);
      if (kept.size() > MAX_TEXTS) {
        kept.remove();
      }
    }
    return List.copyOf(kept);
  }
}
