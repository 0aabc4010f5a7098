package org.vigie.pipeline.alert;

import java.util.List;
import org.vigie.advert.AssessedAdvert;

/**
 * An advert with the stored queries and watched texts that it matches.
 *
 * @param advert the advert
 * @param matches {@link Matcher#key}s, each once
 */
public record MatchedAdvert(AssessedAdvert advert, List<String> matches) {
  public MatchedAdvert {
    matches = List.copyOf(matches);
  }
}
