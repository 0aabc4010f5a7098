package org.vigie.search.facet;

import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.IntsRef;

/**
 * What a search found, or a part of it.
 *
 * @param segments the documents, none empty
 * @param found documents that the search found in all
 * @param taken documents here
 */
public record SampledHits(List<Segment> segments, long found, long taken) {
  public static final SampledHits NONE = new SampledHits(List.of(), 0, 0);

  public SampledHits {
    segments = List.copyOf(segments);
  }

  /**
   * Documents of one segment.
   *
   * @param docs their numbers within the segment, ascending
   */
  public record Segment(LeafReaderContext leaf, IntsRef docs) {}

  public boolean isPart() {
    return taken < found;
  }

  /** Returns how many of all documents a count of these stands for. */
  public long scaled(long count) {
    return isPart() ? Math.round(count * ((double) found / taken)) : count;
  }
}
