package org.vigie.pipeline.cluster;

import java.io.Serializable;
import java.util.List;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;

/**
 * All rulings that hold, with what it takes to apply them to adverts that came before.
 *
 * @param rulings in the order in which they were made, of different ids
 * @param index where the index is, which holds these adverts
 * @param nearDuplicates how adverts are found alike
 */
public record ClusterRulings(
    List<ClusterRuling> rulings, IndexPlace index, NearDuplicateConfig nearDuplicates)
    implements Serializable {
  public ClusterRulings {
    rulings = List.copyOf(rulings);
  }
}
