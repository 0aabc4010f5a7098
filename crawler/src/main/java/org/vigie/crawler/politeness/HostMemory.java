package org.vigie.crawler.politeness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a crawl remembers of its hosts across restarts, as JSON on a {@link KeyValueStore}.
 *
 * <p>What can't be read counts as not known, which makes the crawl ask again and never fetch more.
 */
public final class HostMemory {
  private static final Logger LOG = LoggerFactory.getLogger(HostMemory.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final @Nullable KeyValueStore store;

  private HostMemory(@Nullable KeyValueStore store) {
    this.store = store;
  }

  /** Returns the memory in a store. */
  public static HostMemory on(KeyValueStore store) {
    return new HostMemory(store);
  }

  /** Opens the memory in a folder, which is made when there is something to keep. */
  public static HostMemory in(Path folder) {
    return new HostMemory(new FolderKeyValueStore(folder));
  }

  /** Returns a memory that keeps nothing. */
  public static HostMemory none() {
    return new HostMemory(null);
  }

  /** Returns what was kept, or null. */
  public <T> @Nullable T recall(String host, Class<T> type) {
    if (store == null) {
      return null;
    }
    try {
      byte[] value = store.get(host);
      return value == null ? null : read(value, type);
    } catch (IOException e) {
      throw new UncheckedIOException("what is known of hosts must be readable, but is not", e);
    }
  }

  /** Returns all that was kept. */
  public <T> List<T> recallAll(Class<T> type) {
    List<T> all = new ArrayList<>();
    if (store == null) {
      return all;
    }
    try {
      for (byte[] value : store.all()) {
        T known = read(value, type);
        if (known != null) {
          all.add(known);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what is known of hosts must be readable, but is not", e);
    }
    return all;
  }

  /**
   * Keeps something in place of what was kept before; a kill after this returned can't undo it.
   *
   * @throws UncheckedIOException if it can't be written
   */
  public void keep(String host, Object value) {
    if (store == null) {
      return;
    }
    try {
      store.put(host, JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** Drops what was kept. */
  public void forget(String host) {
    if (store == null) {
      return;
    }
    try {
      store.remove(host);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private static <T> @Nullable T read(byte[] value, Class<T> type) throws IOException {
    try {
      return JSON.readValue(value, type);
    } catch (JsonProcessingException e) {
      LOG.warn("a {} must be readable, but is not; it is taken as unknown", type.getSimpleName());
      return null;
    }
  }

  private static UncheckedIOException notWritable(IOException e) {
    return new UncheckedIOException("what is known of hosts must be writable, but is not", e);
  }
}
