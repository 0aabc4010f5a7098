package org.vigie.pipeline.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A person's word on which adverts belong together, to which the stream keeps until it is undone.
 *
 * <p>One that contradicts an earlier one waits until that is undone. Between an advert's likenesses
 * and what people ruled, what they ruled holds; an advert that nobody named goes where the adverts
 * are that it comes to.
 *
 * @param id its name, never given twice
 * @param kind what it says
 * @param adverts ids of the adverts that it is about, at least one
 * @param others of adverts that are set apart: ids of one or more of those that they leave; else
 *     none
 */
public record ClusterRuling(String id, Kind kind, List<String> adverts, List<String> others)
    implements Serializable {

  /** What can be said. */
  public enum Kind {
    /** The adverts' clusters are one, however unlike their texts. */
    TOGETHER,
    /** The adverts are no part of the others' cluster, however alike their texts. */
    APART,
    /**
     * The adverts are no campaign: each stands for itself, and so does what is like them, unless it
     * is in a cluster already when the likeness is found.
     */
    NO_CAMPAIGN
  }

  public ClusterRuling {
    adverts = List.copyOf(adverts);
    others = List.copyOf(others);
    if (adverts.isEmpty() || (kind == Kind.APART) == others.isEmpty()) {
      throw new IllegalArgumentException(
          "a ruling must name adverts, and others only if it sets them apart, but %s named %d and %d"
              .formatted(kind, adverts.size(), others.size()));
    }
  }

  /** Returns all adverts that it names. */
  List<String> named() {
    return Stream.concat(adverts.stream(), others.stream()).distinct().toList();
  }
}
