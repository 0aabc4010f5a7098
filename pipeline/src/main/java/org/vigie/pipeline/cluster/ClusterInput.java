package org.vigie.pipeline.cluster;

import org.jspecify.annotations.Nullable;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.MatchedAdvert;

/**
 * What clusters are made from: an advert, or a link between two. They come in any order.
 *
 * @param member the advert, or null
 * @param link the link, or null
 */
public record ClusterInput(@Nullable Member member, @Nullable NearDuplicateLink link) {

  public static ClusterInput of(MatchedAdvert advert) {
    return new ClusterInput(Member.of(advert), null);
  }

  public static ClusterInput of(NearDuplicateLink link) {
    return new ClusterInput(null, link);
  }
}
