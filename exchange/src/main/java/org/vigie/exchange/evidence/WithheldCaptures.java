package org.vigie.exchange.evidence;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Provenance;

/**
 * The captures that must not leave, since their pages also hold what must not: quarantined or
 * restricted adverts.
 *
 * @param places where they are
 * @param digests labelled hashes of their payloads: the same page may have been captured twice
 */
public record WithheldCaptures(Set<CapturePlace> places, Set<String> digests) {
  public WithheldCaptures {
    places = Set.copyOf(places);
    digests = Set.copyOf(digests);
  }

  /** Returns that nothing is withheld. */
  public static WithheldCaptures nothing() {
    return new WithheldCaptures(Set.of(), Set.of());
  }

  /** Returns whether a capture is among them. */
  boolean holds(@Nullable Provenance provenance) {
    return provenance != null
        && (places.contains(CapturePlace.of(provenance))
            || digests.contains(provenance.payloadDigest()));
  }
}
