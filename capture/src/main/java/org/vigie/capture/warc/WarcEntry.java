package org.vigie.capture.warc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;

/**
 * One record read from a WARC: a capture with its payload, what a later visit showed, or the reason
 * why there is neither.
 */
public sealed interface WarcEntry {
  /**
   * A response that was read whole.
   *
   * @param capture what is known of it
   * @param payload the body, content codings undone
   */
  record Captured(Capture capture, byte[] payload) implements WarcEntry {}

  /**
   * A page that was visited again and had not changed.
   *
   * @param capture what is known of the visit; its digest is empty if the server said so itself
   * @param sameAs when the page was archived that it is still the same as; null if not said
   */
  record Unchanged(Capture capture, @Nullable Instant sameAs) implements WarcEntry {}

  /**
   * What a visit showed of adverts that were found on the page before.
   *
   * @param observations at least one
   */
  record Observed(List<Observation> observations) implements WarcEntry {
    public Observed {
      observations = List.copyOf(observations);
    }
  }

  /**
   * A picture that was fetched for its hash alone.
   *
   * @param picture its hash
   */
  record Hashed(PictureHash picture) implements WarcEntry {}

  /**
   * A record that could not be read.
   *
   * @param position offset in bytes
   * @param kind short name
   * @param reason why
   */
  record Unreadable(long position, String kind, String reason) implements WarcEntry {}
}
