package org.vigie.advert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A minor-risk advert as it is handed to the people who must act on it: a hash and a pointer, no
 * text, no contact.
 *
 * @param advert id, a hash of the content
 * @param indicators ids of the rows that set the flag, such as {@code OT-02}
 * @param site host, or name of the data set
 * @param channel the kind of place it was found in
 * @param seenAt when it was captured or taken in
 * @param mandate id of the mandate under which it was collected
 * @param provenance where the captured original can be read again; null if nowhere
 */
public record Escalation(
    String advert,
    List<String> indicators,
    String site,
    Channel channel,
    Instant seenAt,
    String mandate,
    @Nullable Provenance provenance) {
  public Escalation {
    indicators = List.copyOf(indicators);
  }

  /** Returns the escalation of a minor-risk advert. */
  public static Escalation of(AssessedAdvert assessed) {
    Advert advert = assessed.advert();
    return new Escalation(
        advert.id(),
        assessed.indicators().stream().filter(Indicator::minorRisk).map(Indicator::id).toList(),
        advert.site(),
        advert.channel(),
        advert.seenAt(),
        advert.mandate(),
        advert.provenance());
  }
}
