package org.vigie.pipeline.intake;

import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;

/**
 * One thing read from an input: an advert, what became of one, a picture's hash, a dead letter, the
 * news that the input is at its end, or none of these: a page without an advert.
 *
 * @param advert the advert, or null
 * @param observation what became of an advert, or null
 * @param picture a picture's hash, or null
 * @param deadLetter the dead letter, or null
 * @param finishedInput id of the {@link InputManifest} that is read to its end, or empty
 * @param bytes bytes of the input read since the thing before
 * @param nanoseconds time spent on reading since the thing before
 */
public record Intake(
    @Nullable Advert advert,
    @Nullable Observation observation,
    @Nullable PictureHash picture,
    @Nullable DeadLetter deadLetter,
    String finishedInput,
    long bytes,
    long nanoseconds) {

  static Intake of(Advert advert) {
    return new Intake(advert, null, null, null, "", 0, 0);
  }

  static Intake of(Observation observation) {
    return new Intake(null, observation, null, null, "", 0, 0);
  }

  static Intake of(PictureHash picture) {
    return new Intake(null, null, picture, null, "", 0, 0);
  }

  static Intake of(DeadLetter deadLetter) {
    return new Intake(null, null, null, deadLetter, "", 0, 0);
  }

  /** Returns what a page without an advert is, so that it is counted. */
  public static Intake withoutAdvert() {
    return new Intake(null, null, null, null, "", 0, 0);
  }

  static Intake finished(String input) {
    return new Intake(null, null, null, null, input, 0, 0);
  }

  /**
   * Returns the same with what it cost to read.
   *
   * @param cost in bytes
   * @param time in nanoseconds
   */
  public Intake at(long cost, long time) {
    return new Intake(advert, observation, picture, deadLetter, finishedInput, cost, time);
  }
}
