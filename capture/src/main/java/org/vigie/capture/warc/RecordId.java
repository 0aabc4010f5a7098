package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

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
    return find(file, place, url, false);
  }

  /** Returns the same of an answer that may have been archived as the same as an earlier one. */
  static String ofAnswer(Path file, ArchivedPage place, String url) throws IOException {
    return find(file, place, url, true);
  }

  private static String find(Path file, ArchivedPage place, String url, boolean orRevisit)
      throws IOException {
    if (place.container().isEmpty() || !Files.isRegularFile(file)) {
      return "";
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(place.offset());
      return new WarcReader(channel)
          .next()
          .filter(record ->
              record instanceof WarcCaptureRecord answer
                  && (answer instanceof WarcResponse || orRevisit && answer instanceof WarcRevisit)
                  && isOf(answer, url, place))
          .flatMap(record -> record.headers().first("WARC-Record-ID"))
          .orElse("");
    } catch (ParsingException | IllegalArgumentException e) {
      return ""; // not what was archived there: the reference by address and time must do
    }
  }

  private static boolean isOf(WarcCaptureRecord answer, String url, ArchivedPage place) {
    return answer.target().equals(url) && answer.date().equals(place.fetchedAt());
  }
}
