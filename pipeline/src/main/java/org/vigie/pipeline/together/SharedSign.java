package org.vigie.pipeline.together;

import java.util.List;
import org.vigie.advert.Indicator;

/**
 * An indicator that several adverts show together, with what it rests on.
 *
 * @param indicator the indicator, with numbers in its detail
 * @param adverts ids of adverts to read for it
 * @param contacts keys of other contacts that it is about, or none
 */
public record SharedSign(Indicator indicator, List<String> adverts, List<String> contacts) {
  public SharedSign {
    adverts = List.copyOf(adverts);
    contacts = List.copyOf(contacts);
  }
}
