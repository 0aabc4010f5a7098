package org.vigie.exchange.partner;

import java.util.List;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.SeenTimes;

/**
 * One advert as it is handed to a partner.
 *
 * @param advert the advert with what the machine read and concluded
 * @param seen when it was seen, and how often
 * @param cluster id of its cluster, or empty
 */
public record SharedAdvert(AssessedAdvert advert, SeenTimes seen, String cluster) {
  /** What stands before the digits of a number of no country. */
  static final String NUMBER = "number:";

  public SharedAdvert {
    if (advert.minorRisk()) {
      throw new IllegalArgumentException(
          "a minor-risk advert must not be handed over, but %s was to be"
              .formatted(advert.advert().id()));
    }
  }

  /** One that was met once. */
  public SharedAdvert(AssessedAdvert advert, String cluster) {
    this(advert, SeenTimes.of(advert.advert(), null), cluster);
  }

  String id() {
    return advert.advert().id();
  }

  /**
   * Returns the numbers that the text spells in words and that no country is known of, each once.
   */
  List<String> unplacedNumbers() {
    return advert.entities().unplacedNumbers().stream()
        .distinct()
        .map(digits -> NUMBER + digits)
        .toList();
  }
}
