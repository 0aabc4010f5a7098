package org.vigie.web.pages.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.vigie.web.pages.part.MinuteOld;

/** The adverts that suggest a minor, which no page shows: how many there are. */
public final class Escalations {
  private final Path file;
  private final MinuteOld<Long> count;

  /**
   * @param file names them without their text, a line each; absent if there are none
   */
  public Escalations(Path file, Clock clock) {
    this.file = file;
    this.count = new MinuteOld<>(clock);
  }

  /** Returns how many there are, as of the last minute. */
  long count() throws IOException {
    return count.get(this::read);
  }

  private long read() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
