package org.vigie.pipeline.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;

/**
 * One thing read from an input: an advert, what became of one, a picture's hash, a dead letter,
 * news of the input itself, or none of these: a page without an advert.
 *
 * @param time when it was posted, captured or observed by its own account, at the latest when it
 *     was seen; null if it doesn't say
 * @param advert the advert, or null
 * @param observation what became of an advert, or null
 * @param picture a picture's hash, or null
 * @param deadLetter the dead letter, or null
 * @param news what it tells of the input itself
 * @param finishedInput id of the {@link InputManifest} that is read to its end, or empty
 * @param cost what it cost to read
 */
public record Intake(
    @Nullable Instant time,
    @Nullable Advert advert,
    @Nullable Observation observation,
    @Nullable PictureHash picture,
    @Nullable DeadLetter deadLetter,
    News news,
    String finishedInput,
    Cost cost) {

  /**
   * What was spent on reading an input since the thing before.
   *
   * @param bytes bytes read
   * @param nanoseconds time it took
   */
  public record Cost(long bytes, long nanoseconds) {
    /** That of a thing whose cost another bears. */
    public static final Cost NONE = new Cost(0, 0);
  }

  /** What a thing tells of the input that it comes from. */
  public enum News {
    /** Nothing: it is one of the things in it. */
    NONE,
    /** That a reader is about to open it. */
    BEGINS,
    /** That it is read to its end. */
    FINISHED,
    /** That it was read to its end before the reader opened it once more. */
    WAS_FINISHED
  }

  /** An advert can't have been posted after it was seen: a later date is a slip. */
  static Intake of(Advert advert) {
    boolean slipped = advert.time().isAfter(advert.seenAt());
    Instant time = slipped ? advert.seenAt() : advert.time();
    return new Intake(time, advert, null, null, null, News.NONE, "", Cost.NONE);
  }

  /** Returns an advert that says no time, and so counts as seen when its input was accepted. */
  static Intake undated(Advert advert) {
    return new Intake(null, advert, null, null, null, News.NONE, "", Cost.NONE);
  }

  static Intake of(Observation observation) {
    return new Intake(observation.at(), null, observation, null, null, News.NONE, "", Cost.NONE);
  }

  static Intake of(PictureHash picture) {
    return new Intake(null, null, null, picture, null, News.NONE, "", Cost.NONE);
  }

  static Intake of(DeadLetter deadLetter) {
    return new Intake(null, null, null, null, deadLetter, News.NONE, "", Cost.NONE);
  }

  /** Returns what a page without an advert is, so that it is counted. */
  public static Intake withoutAdvert() {
    return new Intake(null, null, null, null, null, News.NONE, "", Cost.NONE);
  }

  /** Returns that an input is about to be opened, which may take long. */
  static Intake begins() {
    return new Intake(null, null, null, null, null, News.BEGINS, "", Cost.NONE);
  }

  /** Returns that the end of an input that begins was told of before. */
  static Intake wasFinished() {
    return new Intake(null, null, null, null, null, News.WAS_FINISHED, "", Cost.NONE);
  }

  static Intake finished(String input) {
    return new Intake(null, null, null, null, null, News.FINISHED, input, Cost.NONE);
  }

  /** Returns whether it is a page without an advert. */
  boolean isWithoutAdvert() {
    return advert == null
        && observation == null
        && picture == null
        && deadLetter == null
        && news == News.NONE;
  }

  /**
   * Returns the same, at the latest as of an instant if it says that it is of a later day: one slip
   * in a partner's file, or a wrong clock there, must not make all else too old. A day more is let
   * pass, since clocks differ and days without an hour begin early.
   */
  public Intake noLaterThan(Instant latest) {
    boolean isLater =
        time != null
            && time.getEpochSecond() > latest.getEpochSecond() + Duration.ofDays(1).toSeconds();
    return isLater
        ? new Intake(latest, advert, observation, picture, deadLetter, news, finishedInput, cost)
        : this;
  }

  /** Returns the same with an advert told more fully. */
  Intake with(Advert fuller) {
    return new Intake(time, fuller, observation, picture, deadLetter, news, finishedInput, cost);
  }

  /** Returns the same with what it cost to read. */
  public Intake at(Cost spent) {
    return new Intake(time, advert, observation, picture, deadLetter, news, finishedInput, spent);
  }
}
