package org.vigie.crawler;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.capture.picture.PictureReader;
import org.vigie.capture.picture.PictureReading;

/**
 * How a crawl reads the pictures of adverts, where seeds ask for it.
 *
 * @param reader closed by its owner
 * @param languages ISO 639-1 codes beside those that adverts declare
 */
public record CrawlPictures(PictureReader reader, List<String> languages) {
  public CrawlPictures {
    languages = List.copyOf(languages);
  }

  /**
   * Reads a picture.
   *
   * @param withText whether its text is looked for
   * @param declared ISO 639-1 codes that its adverts declare
   */
  public PictureReading read(byte[] picture, boolean withText, List<String> declared) {
    return withText
        ? reader.read(
            picture, Stream.concat(declared.stream(), languages.stream()).distinct().toList())
        : reader.readWithoutText(picture);
  }
}
