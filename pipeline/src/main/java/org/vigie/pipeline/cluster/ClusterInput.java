package org.vigie.pipeline.cluster;

import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.state.Days;

/**
 * What clusters are made from: an advert, a link between two, or that one is seen still. They come
 * in any order.
 *
 * @param member the advert, or null
 * @param link the link, or null
 * @param still the advert that is seen still, or null
 */
public record ClusterInput(
    @Nullable Member member, @Nullable NearDuplicateLink link, @Nullable StillSeen still) {

  /**
   * That an advert was seen again.
   *
   * @param advertId the advert
   * @param day the UTC day, since 1970
   */
  public record StillSeen(String advertId, long day) {}

  /** Says that an advert was seen again. */
  public static ClusterInput stillSeen(Advert advert) {
    return new ClusterInput(null, null, new StillSeen(advert.id(), Days.of(advert.lastSeen())));
  }

  public static ClusterInput of(MatchedAdvert advert) {
    return new ClusterInput(Member.of(advert), null, null);
  }

  public static ClusterInput of(NearDuplicateLink link) {
    return new ClusterInput(null, link, null);
  }
}
