package org.vigie.exchange.evidence;

import org.vigie.advert.Provenance;

/**
 * The place of a capture in a workspace.
 *
 * @param container file name of the WARC
 * @param position where its record begins, in bytes
 */
public record CapturePlace(String container, long position) {
  /** Returns the place that a provenance names. */
  public static CapturePlace of(Provenance provenance) {
    return new CapturePlace(provenance.container(), provenance.position());
  }
}
