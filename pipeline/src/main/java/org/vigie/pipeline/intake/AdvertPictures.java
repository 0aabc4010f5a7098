package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.picture.PictureCounts;
import org.vigie.capture.picture.PictureReader;
import org.vigie.capture.picture.PictureReading;
import org.vigie.files.digest.Sha256;

/**
 * Reads the pictures of adverts into their fields: what is written in them, their perceptual
 * hashes, and whether one is known material. Their bytes are kept nowhere.
 */
public final class AdvertPictures implements AutoCloseable {
  /** What was read of so many pictures is remembered, some kilobytes each. */
  private static final int MOST_KEPT = 500;

  private final @Nullable PictureReader reader;
  private final List<String> languages;
  private final long began = System.nanoTime();
  private final long nanosForAll;
  private long nanosForText;
  private final Map<String, PictureReading> before =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PictureReading> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private final Map<String, Long> unread = new TreeMap<>();
  private final Map<String, Long> textUnread = new TreeMap<>();
  private long left;
  private long read;
  private long withText;
  private long withCodes;
  private long known;
  private long exif;

  /**
   * @param languages ISO 639-1 codes beside the one that an advert declares; if there is neither,
   *     the letters tell as far as they can
   */
  public AdvertPictures(PictureReader reader, List<String> languages) {
    this(reader, languages, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * @param forText once so much time was spent on pictures, the text of others isn't looked for;
   *     they are compared with known material all the same
   * @param forAll once so much time has passed from now on, no picture is decoded any more; others
   *     are compared with known material byte for byte, and counted
   */
  public AdvertPictures(
      PictureReader reader, List<String> languages, Duration forText, Duration forAll) {
    this(reader, languages, forText.toNanos(), forAll.toNanos());
  }

  private AdvertPictures(
      @Nullable PictureReader reader, List<String> languages, long nanosForText, long nanosForAll) {
    this.reader = reader;
    this.languages = List.copyOf(languages);
    this.nanosForText = nanosForText;
    this.nanosForAll = nanosForAll;
  }

  /** Returns one for inputs whose mandate permits no pictures: it says how many a file holds. */
  public static AdvertPictures notPermitted() {
    return new AdvertPictures(null, List.of(), 0, 0);
  }

  /** Returns whether pictures are read; else they are counted. */
  boolean reads() {
    return reader != null;
  }

  /** Counts pictures that aren't read as none are permitted, where no dead letter tells of them. */
  void leave(long pictures) {
    left += pictures;
  }

  /** Returns how many pictures of capture files weren't read as none are permitted. */
  public long left() {
    return left;
  }

  private PictureReader reader() {
    if (reader == null) {
      throw new IllegalStateException("pictures must be permitted to be read, but aren't");
    }
    return reader;
  }

  /** Returns how many so far came too late to be read. */
  long late() {
    return unread.getOrDefault(PictureReader.OUT_OF_TIME, 0L);
  }

  /** Returns what came of all of them so far. */
  public PictureCounts counts() {
    return new PictureCounts(
        read,
        withText,
        withCodes,
        known,
        exif,
        reader != null && reader.keepsNetwork(),
        unread,
        textUnread);
  }

  /**
   * Reads a picture. One that was read before is as it was.
   *
   * @param language that its advert declares, or empty
   */
  PictureReading read(byte[] picture, String language) {
    List<String> codes = codes(language);
    return nanosForText > 0
        ? before(picture, codes.toString(), () -> reader().read(picture, codes))
        : readWithoutText(picture);
  }

  /** Reads all of a picture but its text. */
  PictureReading readWithoutText(byte[] picture) {
    return before(picture, "without text", () -> reader().readWithoutText(picture));
  }

  /**
   * Reads a picture that belongs to no advert.
   *
   * @throws IOException if the file can't be read
   */
  PictureReading read(Path file) throws IOException {
    return counted(reader().read(file, codes("")));
  }

  /** Returns whether pictures are compared with known material. */
  boolean compares() {
    return reader().compares();
  }

  private List<String> codes(String language) {
    return PictureReader.codes(Stream.concat(Stream.of(language), languages.stream()).toList());
  }

  /** A rule, a logo or a campaign's flyer stands in many adverts. */
  private PictureReading before(byte[] picture, String how, Supplier<PictureReading> read) {
    String key = Sha256.of(picture) + " " + how;
    PictureReading reading = before.get(key);
    if (reading == null) {
      long start = System.nanoTime();
      boolean late = start - began >= nanosForAll;
      reading = counted(late ? reader().compare(picture) : read.get());
      nanosForText -= System.nanoTime() - start;
      before.put(key, reading);
    }
    return reading;
  }

  private PictureReading counted(PictureReading reading) {
    if (reading.known()) {
      known++;
    } else if (!reading.refusal().kind().isEmpty()) {
      unread.merge(reading.refusal().kind(), 1L, Long::sum);
    } else {
      read++;
      withText += reading.writing().text().isEmpty() ? 0 : 1;
      withCodes += reading.codes().isEmpty() ? 0 : 1;
      exif += reading.shape().exif();
      if (!reading.writing().unread().isEmpty()) {
        textUnread.merge(reading.writing().unread(), 1L, Long::sum);
      }
    }
    return reading;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
