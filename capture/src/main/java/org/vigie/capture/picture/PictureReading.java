package org.vigie.capture.picture;

import java.util.List;
import java.util.Objects;

/**
 * What was read of one picture, whose bytes are gone.
 *
 * @param sha256 64 hexadecimal digits of the file, or empty where it wasn't looked at
 * @param known whether it is on a list of known material; then nothing else is told
 * @param refusal short name of why it wasn't read, or empty
 * @param reason the same as a sentence, or empty
 * @param hash PDQ, as 64 hexadecimal digits, or empty
 * @param quality of the hash, 0 to 100; below {@value #COMPARABLE} it tells nothing
 * @param width points a row
 * @param height rows
 * @param frames frames that were read
 * @param exif fields that the camera wrote beside it, which were dropped
 * @param text what is written in it, a line each, or empty
 * @param textUnread why no text was looked for, or empty
 * @param codes QR and bar codes
 * @param millis how long it took
 */
public record PictureReading(
    String sha256,
    boolean known,
    String refusal,
    String reason,
    String hash,
    int quality,
    int width,
    int height,
    int frames,
    int exif,
    String text,
    String textUnread,
    List<PictureCode> codes,
    long millis) {
  /** From this quality on hashes may be compared. */
  public static final int COMPARABLE = 50;

  public PictureReading {
    for (String told : new String[] {sha256, refusal, reason, hash, text, textUnread}) {
      Objects.requireNonNull(told, "a reading must tell all of its parts");
    }
    codes = List.copyOf(codes);
  }

  static PictureReading refused(String refusal, String reason) {
    return new PictureReading("", false, refusal, reason, "", 0, 0, 0, 0, 0, "", "", List.of(), 0);
  }

  static PictureReading ofKnown(String sha256) {
    return new PictureReading(sha256, true, "", "", "", 0, 0, 0, 0, 0, "", "", List.of(), 0);
  }

  PictureReading took(long time) {
    return new PictureReading(
        sha256,
        known,
        refusal,
        reason,
        hash,
        quality,
        width,
        height,
        frames,
        exif,
        text,
        textUnread,
        codes,
        time);
  }

  /** Returns whether it was read. */
  public boolean wasRead() {
    return refusal.isEmpty() && !known;
  }

  /** Returns whether its hash may be compared. */
  public boolean hasUsefulHash() {
    return !hash.isEmpty() && quality >= COMPARABLE;
  }
}
