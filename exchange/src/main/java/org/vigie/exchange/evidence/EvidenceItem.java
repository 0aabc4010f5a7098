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
 * @param foreign what a machine made of it for a reader of another language; the report alone has
 *     it
 */
public record EvidenceItem(
    AssessedAdvert advert,
    @Nullable Sighting sighting,
    String cluster,
    List<HumanJudgement> judgements,
    ForeignText foreign) {
  public EvidenceItem {
    if (advert.minorRisk()) {
      throw new IllegalArgumentException(
          "a minor-risk advert must go out as a pointer alone, but "
              + advert.advert().id()
              + " was to go out itself");
    }
    judgements = List.copyOf(judgements);
  }

  /** An advert of which no machine made anything for a reader. */
  public EvidenceItem(
      AssessedAdvert advert,
      @Nullable Sighting sighting,
      String cluster,
      List<HumanJudgement> judgements) {
    this(advert, sighting, cluster, judgements, ForeignText.none());
  }

  /** Returns the same with what a machine made of it for a reader. */
  public EvidenceItem with(ForeignText made) {
    return new EvidenceItem(advert, sighting, cluster, judgements, made);
  }

  /** Returns the advert's id. */
  public String id() {
    return advert.advert().id();
  }
}
