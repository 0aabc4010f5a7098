package org.vigie.capture.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** A {@link PictureReading} as a line of JSON in ASCII, without what tells the picture apart. */
public final class ReadingLine {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ReadingLine() {}

  /** Returns the line; SHA-256 and the time that it took are left out. */
  public static String of(PictureReading reading) {
    try {
      return JSON.writeValueAsString(
          new PictureReading(
              "",
              reading.known(),
              reading.refusal(),
              reading.hash(),
              reading.shape(),
              reading.writing(),
              reading.codes(),
              0));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reading must be JSON, but isn't", e);
    }
  }

  /** Returns what a line tells, or null if it is none: anybody may have written it. */
  public static @Nullable PictureReading read(String line) {
    try {
      return JSON.readValue(line, PictureReading.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
