package org.vigie.pipeline.cluster;

import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.vigie.advert.Advert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.OneOfTypeInfo;

/** What clusters are made from. It comes in any order. */
@TypeInfo(OneOfTypeInfo.Factory.class)
public sealed interface ClusterInput {
  /** An advert. */
  record Newcomer(Member member) implements ClusterInput {}

  /** A link between two adverts. */
  record Link(NearDuplicateLink link) implements ClusterInput {}

  /**
   * That an advert was seen again.
   *
   * @param advertId the advert
   * @param day the UTC day, since 1970
   */
  record StillSeen(String advertId, long day) implements ClusterInput {}

  /** What the adverts of a contact show. */
  record OfContact(ContactSigns signs) implements ClusterInput {}

  /** Says that an advert was seen again. */
  static ClusterInput stillSeen(Advert advert) {
    return new StillSeen(advert.id(), Days.of(advert.lastSeen()));
  }

  static ClusterInput of(MatchedAdvert advert) {
    return of(Member.of(advert));
  }

  static ClusterInput of(Member member) {
    return new Newcomer(member);
  }

  static ClusterInput of(NearDuplicateLink link) {
    return new Link(link);
  }

  static ClusterInput of(ContactSigns signs) {
    return new OfContact(signs);
  }
}
