package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

/** The id of a record that was archived before. */
final class RecordId {
  private RecordId() {}

  /**
   * Returns the {@code WARC-Record-ID} of the response at a place, in angle brackets; empty if the
   * file has been moved away, or something else stands there.
   *
   * @param url what the response must be of
   */
  static String find(Path file, ArchivedPage place, String url) throws IOException {
    if (place.container().isEmpty() || !Files.isRegularFile(file)) {
      return "";
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(place.offset());
      return new WarcReader(channel)
          .next()
          .filter(record -> record instanceof WarcResponse response && isOf(response, url, place))
          .flatMap(record -> record.headers().first("WARC-Record-ID"))
          .orElse("");
    } catch (ParsingException | IllegalArgumentException e) {
      return ""; // not what was archived there: the reference by address and time must do
    }
  }

  private static boolean isOf(WarcResponse response, String url, ArchivedPage place) {
    return response.target().equals(url) && response.date().equals(place.fetchedAt());
  }
}
