package org.vigie.pipeline.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;

/**
 * What a stored query or a watched text has to say of one subject, before its budget is known.
 *
 * @param matcher {@link Matcher#key}
 * @param subject cluster, or advert like no other
 * @param first event time of the first of the subject's adverts that match
 * @param alert what it says; null if it has nothing to say of the subject any more
 * @param forgotten whether the subject is forgotten, so that what was said of it stays
 */
public record Lead(
    String matcher, String subject, Instant first, @Nullable Alert alert, boolean forgotten) {
  /** A lead on a subject that is remembered. */
  public Lead(String matcher, String subject, Instant first, @Nullable Alert alert) {
    this(matcher, subject, first, alert, false);
  }

  /** Says that nothing bears a name any more. */
  public static Lead gone(String matcher, String subject) {
    return new Lead(matcher, subject, Instant.EPOCH, null);
  }

  /** Says that no more will be said of a subject. */
  public static Lead forgotten(String matcher, String subject) {
    return new Lead(matcher, subject, Instant.EPOCH, null, true);
  }
}
