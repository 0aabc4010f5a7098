package org.vigie.advert;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * What a later visit to a page showed of an advert that was found there before.
 *
 * @param advertId the advert
 * @param at when the page was visited
 * @param kind what became of the advert
 * @param url the page
 * @param detail what {@link Kind} says it is, or empty
 */
public record Observation(String advertId, Instant at, Kind kind, String url, String detail)
    implements Comparable<Observation> {
  private static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::at)
          .thenComparing(Observation::kind)
          .thenComparing(Observation::url)
          .thenComparing(Observation::detail)
          .thenComparing(Observation::advertId);

  /** What may become of an advert on its page. */
  public enum Kind {
    /** The page is as it was. */
    STILL_THERE,
    /** Another advert took its place; its id is the detail. */
    EDITED_INTO,
    /** It took the place of an advert; its id is the detail. */
    EDITED_FROM,
    /** It is no longer there; the detail is {@code http-404}, {@code http-410} or {@code page}. */
    GONE,
    /** Its page leads elsewhere; the detail is the address, as the server wrote it. */
    REDIRECTED;

    /** Returns the name used in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns whether both tell of the same edit, whenever and wherever it was observed. */
  boolean tellsTheSame(Observation other) {
    return kind == other.kind && detail.equals(other.detail);
  }

  /** Orders by time, then by everything else. */
  @Override
  public int compareTo(Observation other) {
    return ORDER.compare(this, other);
  }
}
