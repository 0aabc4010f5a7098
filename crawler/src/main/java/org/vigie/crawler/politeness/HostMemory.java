package org.vigie.crawler.politeness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a crawl remembers of its hosts across restarts: a small JSON file for each.
 *
 * <p>A file is replaced at once, so a kill leaves the old or the new one. What can't be read counts
 * as not known, which makes the crawl ask again and never fetch more.
 */
public final class HostMemory {
  private static final Logger LOG = LoggerFactory.getLogger(HostMemory.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ENDING = ".json";

  private final @Nullable Path folder;

  private HostMemory(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Opens the memory in a folder, which is made when there is something to keep. */
  public static HostMemory in(Path folder) {
    return new HostMemory(folder);
  }

  /** Returns a memory that keeps nothing. */
  public static HostMemory none() {
    return new HostMemory(null);
  }

  /** Returns what was kept, or null. */
  public <T> @Nullable T recall(String host, Class<T> type) {
    return folder == null ? null : read(file(folder, host), type);
  }

  /** Returns all that was kept. */
  public <T> List<T> recallAll(Class<T> type) {
    List<T> all = new ArrayList<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
          T value = read(file, type);
          if (value != null) {
            all.add(value);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(folder + " must be readable, but is not", e);
      }
    }
    return all;
  }

  /**
   * Keeps something in place of what was kept before; it is on disk when this returns.
   *
   * @throws UncheckedIOException if it can't be written
   */
  public void keep(String host, Object value) {
    if (folder == null) {
      return;
    }
    Path file = file(folder, host);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(value));
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " must be writable, but is not", e);
    }
  }

  /** Drops what was kept. */
  public void forget(String host) {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(file(folder, host));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " must be writable, but is not", e);
    }
  }

  private static <T> @Nullable T read(Path file, Class<T> type) {
    try {
      return JSON.readValue(Files.readAllBytes(file), type);
    } catch (NoSuchFileException e) {
      return null; // nothing was kept
    } catch (JsonProcessingException e) {
      LOG.warn("{} must hold a {}, but does not; it is taken as unknown", file, type.getName());
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " must be readable, but is not", e);
    }
  }

  /** Host names may hold what file names may not. */
  private static Path file(Path folder, String host) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(host.getBytes(UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ENDING);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
