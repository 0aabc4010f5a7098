package org.vigie.pipeline.cluster;

import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.state.Days;

/**
 * What clusters are made from: an advert, a link between two, that one is seen still, or what the
 * adverts of a contact show. They come in any order.
 *
 * @param member the advert, or null
 * @param link the link, or null
 * @param still the advert that is seen still, or null
 * @param signs what the adverts of a contact show, or null
 */
public record ClusterInput(
    @Nullable Member member,
    @Nullable NearDuplicateLink link,
    @Nullable StillSeen still,
    @Nullable ContactSigns signs) {

  /**
   * That an advert was seen again.
   *
   * @param advertId the advert
   * @param day the UTC day, since 1970
   */
  public record StillSeen(String advertId, long day) {}

  /** Says that an advert was seen again. */
  public static ClusterInput stillSeen(Advert advert) {
    return of(new StillSeen(advert.id(), Days.of(advert.lastSeen())));
  }

  public static ClusterInput of(MatchedAdvert advert) {
    return of(Member.of(advert));
  }

  static ClusterInput of(Member member) {
    return new ClusterInput(member, null, null, null);
  }

  static ClusterInput of(StillSeen still) {
    return new ClusterInput(null, null, still, null);
  }

  public static ClusterInput of(NearDuplicateLink link) {
    return new ClusterInput(null, link, null, null);
  }

  public static ClusterInput of(ContactSigns signs) {
    return new ClusterInput(null, null, null, signs);
  }
}
