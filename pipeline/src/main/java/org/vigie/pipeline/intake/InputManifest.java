package org.vigie.pipeline.intake;

import java.time.Instant;
import java.util.Map;

/**
 * One accepted input file, as it stands in the inbox.
 *
 * @param id {@code i-} and 20 hexadecimal digits, derived from content, format and mapping
 * @param path absolute path of the file
 * @param name what dead letters and provenance call it
 * @param bytes size of the file
 * @param format its format
 * @param mapping advert-v1 key → CSV column; empty for other formats
 * @param site what to call the site of adverts that name none
 * @param mandate id of the mandate under which it was accepted
 * @param acceptedAt when it was accepted: the time of adverts that give none
 */
public record InputManifest(
    String id,
    String path,
    String name,
    long bytes,
    InputFormat format,
    Map<String, String> mapping,
    String site,
    String mandate,
    Instant acceptedAt) {
  public InputManifest {
    mapping = Map.copyOf(mapping);
  }

  /**
   * Returns when a thing in it was collected that says when it was seen: never after the input was
   * accepted, for a later date is a slip that would keep the thing for ever.
   */
  public Instant collected(Instant seenAt) {
    return seenAt.isAfter(acceptedAt) ? acceptedAt : seenAt;
  }
}
