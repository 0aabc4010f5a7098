package org.vigie.crawler.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file {@code status.json} beside a frontier, in which a crawl says where it stands. A reader
 * sees one status or the next, never a mixture.
 */
public final class CrawlStatusFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A newer crawl may tell more than an older command understands.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;

  /**
   * @param folder the folder of the frontier
   */
  public CrawlStatusFile(Path folder) {
    this.file = folder.resolve("status.json");
  }

  /** Replaces what the file says. It is not made durable: after a power cut it may be old. */
  public void write(CrawlStatus status) throws IOException {
    Path unfinished = file.resolveSibling("status.json.part");
    Files.write(unfinished, JSON.writeValueAsBytes(status));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Returns what the file says; nothing if no crawl has written it yet.
   *
   * @throws IOException if it holds something else
   */
  public Optional<CrawlStatus> read() throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), CrawlStatus.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException(file + " must hold the status of a crawl, but doesn't; remove it", e);
    }
  }
}
