package org.vigie.exchange.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Sighting;

/**
 * One advert as it goes into a package.
 *
 * @param advert the advert with what the machine read and concluded
 * @param sighting when and where it was seen; null if no more is known than that it was once
 * @param cluster id of its cluster, or empty
 * @param judgements what people said of it, in the order in which they did
 */
public record EvidenceItem(
    AssessedAdvert advert,
    @Nullable Sighting sighting,
    String cluster,
    List<HumanJudgement> judgements) {
  public EvidenceItem {
    if (advert.minorRisk()) {
      throw new IllegalArgumentException(
          "a minor-risk advert must go out as a pointer alone, but "
              + advert.advert().id()
              + " was to go out itself");
    }
    judgements = List.copyOf(judgements);
  }

  /** Returns the advert's id. */
  public String id() {
    return advert.advert().id();
  }
}
