package org.vigie.capture.warc;

import java.io.IOException;
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
import org.vigie.capture.picture.PictureReading;

/**
 * The evidentiary copy of a crawl: a folder of WARC files, of which the last is being written.
 *
 * <p>A file is named after the time it was begun and a serial number; a file that is there is never
 * touched. Safe for use by several threads.
 */
public final class WarcArchive implements AutoCloseable {
  /** The size that the WARC guidelines of the IIPC recommend. */
  private static final long MAX_FILE_BYTES = 1L << 30;

  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Mandate mandate;
  private final Clock clock;
  private final WarcLedger ledger;
  private final long maxFileBytes;
  private final List<Path> files = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private @Nullable WarcFile current;
  private int serial;

  /**
   * @param mandate the one that most of the crawl is made under
   * @param ledger told of each file before it holds anything
   */
  public WarcArchive(Path folder, Mandate mandate, Clock clock, WarcLedger ledger) {
    this(folder, mandate, clock, ledger, MAX_FILE_BYTES);
  }

  public WarcArchive(
      Path folder, Mandate mandate, Clock clock, WarcLedger ledger, long maxFileBytes) {
    this.folder = folder;
    this.mandate = mandate;
    this.clock = clock;
    this.ledger = ledger;
    this.maxFileBytes = maxFileBytes;
  }

  /**
   * A picture of a page's adverts that was fetched and read; its bytes are gone.
   *
   * @param address as the page names it
   * @param exchange the request with its answer, without the body
   * @param mandate the one that it was fetched under
   * @param reading what was read of it
   * @param first whether it was fetched for this page; else an earlier page's answer is told again
   */
  public record FetchedPicture(
      String address, Exchange exchange, Mandate mandate, PictureReading reading, boolean first) {
    public FetchedPicture {
      if (exchange.response().body().length > 0) {
        throw new IllegalArgumentException("the bytes of a picture must be dropped, but are there");
      }
    }
  }

  /** Writes a first exchange with a page. */
  public Capture write(Exchange exchange, Mandate under) throws IOException {
    return write(exchange, under, Comparison.none());
  }

  /** Writes an exchange and returns where it is; {@link #sync} makes it durable. */
  public synchronized Capture write(Exchange exchange, Mandate under, Comparison comparison)
      throws IOException {
    WarcFile file = file();
    ArchivedPage sameAs = comparison.sameAs();
    String refersTo =
        sameAs == null
            ? ""
            : RecordId.find(folder.resolve(sameAs.container()), sameAs, exchange.url());
    return file.writeExchange(exchange, under, comparison, refersTo);
  }

  /**
   * Writes an exchange that a script of a page asked for, and returns where it is.
   *
   * @param of the page's own answer
   */
  public synchronized Capture writePart(Capture of, Exchange exchange, Mandate under)
      throws IOException {
    return fileOf(of).writePart(exchange, under, answerId(of));
  }

  /**
   * Writes what was read of a picture of a page.
   *
   * @param of the page's own answer
   */
  public synchronized void writePicture(Capture of, FetchedPicture picture) throws IOException {
    fileOf(of).writePicture(picture, answerId(of));
  }

  /**
   * Writes a page as a browser showed it, and returns where it is.
   *
   * @param of the answer that it was made of
   * @param browser name and version of the browser
   */
  public synchronized Capture writeRendered(
      Capture of, byte[] document, String mediaType, Instant at, String browser, Mandate under)
      throws IOException {
    return fileOf(of)
        .writeRendered(of.url(), document, mediaType, at, browser, answerId(of), under);
  }

  /** What belongs to a page is in its file, however long that gets: it goes where the page goes. */
  private WarcFile fileOf(Capture page) throws IOException {
    return current != null && current.name().equals(page.container()) ? current : file();
  }

  private String answerId(Capture page) throws IOException {
    ArchivedPage place = new ArchivedPage(page.fetchedAt(), page.container(), page.offset());
    String id = RecordId.ofAnswer(folder.resolve(page.container()), place, page.url());
    if (id.isEmpty()) {
      throw new IOException(
          "what belongs to a page must name its record, but there is none at %d of %s"
              .formatted(page.offset(), page.container()));
    }
    return id;
  }

  private WarcFile file() throws IOException {
    WarcFile file = current;
    if (file != null && file.position() >= maxFileBytes) {
      end(file);
      file = null;
    }
    if (file == null) {
      file = begin();
      current = file;
    }
    return file;
  }

  /** Makes all that was written durable. */
  public synchronized void sync() throws IOException {
    if (current != null) {
      current.sync();
    }
  }

  /** Returns how many bytes the file that is being written has; 0 if none is. */
  public synchronized long length() {
    return current == null ? 0 : current.position();
  }

  /** Returns the files written so far, in order. */
  public synchronized List<Path> files() {
    return List.copyOf(files);
  }

  @Override
  public synchronized void close() throws IOException {
    if (current != null) {
      end(current);
    }
    settle();
  }

  /** Keeps that all written so far is committed: nothing may be cut off the files that are full. */
  public synchronized void settle() throws IOException {
    for (String file : ended) {
      ledger.completed(file);
    }
    ended.clear();
  }

  private void end(WarcFile file) throws IOException {
    current = null;
    file.close();
    ended.add(file.name());
  }

  /** Closes without a word to the ledger, when what was written last may have to be cut off. */
  public synchronized void abandon() throws IOException {
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
      // An earlier crawl of the same second may have taken the number: the next one is free.
      if (!Files.exists(path)) {
        ledger.began(name);
        WarcFile file = WarcFile.create(path, mandate, now);
        files.add(path);
        return file;
      }
    }
  }
}
