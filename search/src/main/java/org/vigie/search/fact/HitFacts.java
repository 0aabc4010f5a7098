package org.vigie.search.fact;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Sighting;
import org.vigie.search.SearchResult.Cluster;
import org.vigie.search.ShownRisk;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.KeyLookup;
import org.vigie.search.document.Kind;

/**
 * What a hit tells of an advert beside the advert: its cluster, the highest of its risks, how often
 * it was met, since when it is gone. Read from columns; no profile of a cluster is taken apart for
 * two of its values. For one thread.
 */
public final class HitFacts {
  private final IndexDocuments documents;
  private final ClusterNames clusters;
  private final KeyLookup keys;
  private final GroupRisks risks;
  private final Map<String, Cluster> byName = new HashMap<>();

  public HitFacts(IndexDocuments documents, ClusterNames clusters) throws IOException {
    this.documents = documents;
    this.clusters = clusters;
    this.keys = new KeyLookup(documents);
    this.risks = new GroupRisks(documents, keys);
  }

  /**
   * When an advert was met.
   *
   * @param times how often, at least 1
   * @param goneSince {@link Sighting#goneSince}
   */
  public record Met(long times, @Nullable Instant goneSince) {
    static final Met ONCE = new Met(1, null);

    static Met of(Sighting sighting) {
      return new Met(sighting.times(), sighting.goneSince());
    }
  }

  /** Returns the cluster that an advert shares with others. */
  public Cluster clusterOf(String advertId) throws IOException {
    Optional<KeyLookup.Place> membership = keys.find(Kind.MEMBERSHIP, advertId);
    if (membership.isEmpty()) {
      return Cluster.NONE;
    }
    KeyLookup.Place place = membership.get();
    SortedDocValues names = DocValues.getSorted(place.leaf().reader(), Fields.CLUSTER);
    if (!names.advanceExact(place.doc())) {
      return Cluster.NONE;
    }
    String name = names.lookupOrd(names.ordValue()).utf8ToString();
    Cluster known = byName.get(name);
    if (known == null) {
      known = named(name);
      byName.put(name, known);
    }
    return known;
  }

  private Cluster named(String name) throws IOException {
    String current = name;
    Optional<KeyLookup.Place> place = keys.find(Kind.CLUSTER, name);
    if (place.isEmpty()) {
      current = clusters.current(name);
      place = keys.find(Kind.CLUSTER, current);
    }
    Long shown = documents.shownSizes().get(current);
    long size = shown != null ? shown : place.isEmpty() ? 1 : number(place.get(), Fields.SIZE, 1);
    return size > 1 ? new Cluster(current, size) : Cluster.NONE;
  }

  /**
   * Returns the highest of an advert's risks.
   *
   * @param cluster its cluster, or empty
   */
  public ShownRisk risk(AssessedAdvert advert, String cluster) throws IOException {
    return risks.of(advert, cluster);
  }

  /** Returns when an advert was met. */
  public Met met(String advertId) throws IOException {
    long times = 0;
    for (KeyLookup.Place place : keys.findAll(Kind.SIGHTING, advertId)) {
      if (isGone(place)) {
        return documents.findSighting(advertId).map(Met::of).orElse(Met.ONCE);
      }
      times += number(place, Fields.TIMES, 1);
    }
    return new Met(Math.max(times, 1), null);
  }

  private static boolean isGone(KeyLookup.Place place) throws IOException {
    PostingsEnum gone =
        place.leaf().reader().postings(new Term(Fields.STATUS, Fields.GONE), PostingsEnum.NONE);
    return gone != null && gone.advance(place.doc()) == place.doc();
  }

  private static long number(KeyLookup.Place place, String field, long otherwise)
      throws IOException {
    SortedNumericDocValues values = DocValues.getSortedNumeric(place.leaf().reader(), field);
    return values.advanceExact(place.doc()) ? values.nextValue() : otherwise;
  }
}
