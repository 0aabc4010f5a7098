package org.vigie.casework;

import java.time.Instant;
import java.util.List;
import org.vigie.pipeline.cluster.ClusterRuling;

/**
 * What one person ruled of which adverts belong together, and why.
 *
 * @param number its number
 * @param at when it was said
 * @param account who said it
 * @param kind what was said
 * @param cluster the cluster about which it was said, under the name that it had
 * @param adverts ids of the adverts that it is about
 * @param others of adverts that were set apart: ids of those that they leave
 * @param why the grounds, in the person's own words
 */
public record Ruling(
    long number,
    Instant at,
    String account,
    ClusterRuling.Kind kind,
    String cluster,
    List<String> adverts,
    List<String> others,
    String why) {
  public Ruling {
    adverts = List.copyOf(adverts);
    others = List.copyOf(others);
  }

  /** Returns what the stream keeps to. */
  ClusterRuling forTheStream() {
    return new ClusterRuling("r-" + number, kind, adverts, others);
  }
}
