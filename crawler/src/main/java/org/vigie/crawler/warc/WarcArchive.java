package org.vigie.crawler.warc;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;

/**
 * The evidentiary copy of a crawl: a folder of WARC files, of which the last is being written.
 *
 * <p>What {@link #archive} returned is durable. A file is named after the time it was begun and a
 * serial number; a file that is there is never touched. Safe for use by several threads.
 */
public final class WarcArchive implements AutoCloseable {
  /** The size that the WARC guidelines of the IIPC recommend. */
  private static final long MAX_FILE_BYTES = 1L << 30;

  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Mandate mandate;
  private final Clock clock;
  private final long maxFileBytes;
  private final List<Path> files = new ArrayList<>();
  private @Nullable WarcFile current;
  private int serial;

  public WarcArchive(Path folder, Mandate mandate, Clock clock) {
    this(folder, mandate, clock, MAX_FILE_BYTES);
  }

  WarcArchive(Path folder, Mandate mandate, Clock clock, long maxFileBytes) {
    this.folder = folder;
    this.mandate = mandate;
    this.clock = clock;
    this.maxFileBytes = maxFileBytes;
  }

  /** Writes an exchange, makes it durable and returns where it is. */
  public synchronized Capture archive(Exchange exchange) throws IOException {
    WarcFile file = current;
    if (file != null && file.position() >= maxFileBytes) {
      file.close();
      file = null;
    }
    if (file == null) {
      file = begin();
      current = file;
    }
    Capture capture = file.writeExchange(exchange);
    file.sync();
    return capture;
  }

  /** Returns the files written so far, in order. */
  public synchronized List<Path> files() {
    return List.copyOf(files);
  }

  @Override
  public synchronized void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private WarcFile begin() throws IOException {
    Files.createDirectories(folder);
    Instant now = clock.instant();
    while (true) {
      serial++;
      String name =
          String.format(Locale.ROOT, "vigie-%s-%05d.warc.gz", NAME_TIME.format(now), serial);
      Path path = folder.resolve(name);
      try {
        WarcFile file = WarcFile.create(path, mandate, now);
        files.add(path);
        return file;
      } catch (FileAlreadyExistsException e) {
        // An earlier crawl of the same second took the number: the next one is free.
        continue;
      }
    }
  }
}
