package org.vigie.capture.picture;

import java.util.List;
import java.util.Objects;

/**
 * What was read of one picture, whose bytes are gone.
 *
 * @param sha256 64 hexadecimal digits of the file, or empty where it wasn't looked at
 * @param known whether it is on a list of known material; then nothing else is told
 * @param refusal why it wasn't read
 * @param hash by which it is compared with others
 * @param shape what its file said of it
 * @param writing what is written in it
 * @param codes QR and bar codes
 * @param millis how long it took
 */
public record PictureReading(
    String sha256,
    boolean known,
    Refusal refusal,
    Hash hash,
    Shape shape,
    Writing writing,
    List<PictureCode> codes,
    long millis) {
  /** From this quality on hashes may be compared. */
  public static final int COMPARABLE = 50;

  public PictureReading {
    for (Object told : new Object[] {sha256, refusal, hash, shape, writing}) {
      requireTold(told);
    }
    codes = List.copyOf(codes);
  }

  /**
   * Why a picture wasn't read.
   *
   * @param kind short name, or empty
   * @param reason the same as a sentence, or empty
   */
  public record Refusal(String kind, String reason) {
    static final Refusal NONE = new Refusal("", "");

    public Refusal {
      requireTold(kind);
      requireTold(reason);
    }
  }

  /**
   * By what a picture is compared.
   *
   * @param pdq PDQ, as 64 hexadecimal digits, or empty
   * @param quality 0 to 100; below {@value #COMPARABLE} it tells nothing
   */
  public record Hash(String pdq, int quality) {
    static final Hash NONE = new Hash("", 0);

    public Hash {
      requireTold(pdq);
    }
  }

  /**
   * What a file said of its picture.
   *
   * @param width points a row
   * @param height rows
   * @param frames frames that were read
   * @param exif fields that the camera wrote beside it, which were dropped
   */
  public record Shape(int width, int height, int frames, int exif) {
    static final Shape NONE = new Shape(0, 0, 0, 0);
  }

  /**
   * What is written in a picture.
   *
   * @param text a line each, or empty
   * @param unread why no text was looked for, or empty
   */
  public record Writing(String text, String unread) {
    static final Writing NONE = new Writing("", "");

    public Writing {
      requireTold(text);
      requireTold(unread);
    }
  }

  private static void requireTold(Object part) {
    Objects.requireNonNull(part, "a reading must tell all of its parts");
  }

  static PictureReading refused(String kind, String reason) {
    return unread("", false, new Refusal(kind, reason));
  }

  static PictureReading ofKnown(String sha256) {
    return unread(sha256, true, Refusal.NONE);
  }

  private static PictureReading unread(String sha256, boolean known, Refusal refusal) {
    return new PictureReading(
        sha256, known, refusal, Hash.NONE, Shape.NONE, Writing.NONE, List.of(), 0);
  }

  PictureReading took(long time) {
    return new PictureReading(sha256, known, refusal, hash, shape, writing, codes, time);
  }

  /** Returns whether it was read. */
  public boolean wasRead() {
    return refusal.kind().isEmpty() && !known;
  }

  /** Returns whether its hash may be compared. */
  public boolean hasUsefulHash() {
    return !hash.pdq().isEmpty() && hash.quality() >= COMPARABLE;
  }
}
