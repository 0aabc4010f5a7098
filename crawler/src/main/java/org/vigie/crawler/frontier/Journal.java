package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The durable record of a crawl's frontier: a file of JSON lines, of which each is one transaction.
 *
 * <p>What happened to a URL and the links found there stand in one line, forced to disk before they
 * count; a line that a crash cut is no line. One process at a time holds it.
 */
public final class Journal implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  /**
   * One transaction.
   *
   * @param done URL that needs no further attention, or empty
   * @param outcome what came of it, or empty
   * @param links URLs found
   * @param sealed name of a WARC file of which every capture is done, or empty
   */
  public record Entry(
      @Nullable String done,
      @Nullable String outcome,
      @Nullable List<Target> links,
      @Nullable String sealed) {
    public Entry {
      links = links == null ? List.of() : List.copyOf(links);
    }

    static Entry found(List<Target> links) {
      return new Entry("", "", links, "");
    }

    static Entry done(String url, String outcome, List<Target> links) {
      return new Entry(url, outcome, links, "");
    }

    static Entry sealed(String warc) {
      return new Entry("", "", List.of(), warc);
    }
  }

  private final FileChannel channel;
  private final List<Entry> entries;

  private Journal(FileChannel channel, List<Entry> entries) {
    this.channel = channel;
    this.entries = entries;
  }

  /**
   * Opens the journal in a folder, which is made if need be.
   *
   * @throws IOException if another process holds it, or it cannot be read
   */
  public static Journal open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("frontier.jsonl");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, file);
      return new Journal(channel, replay(channel, file));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Returns whether no crawl wrote to it before this one. */
  public boolean isFresh() {
    return entries.isEmpty();
  }

  /** Returns what was in the journal when it was opened. */
  List<Entry> entries() {
    return entries;
  }

  /** Appends a transaction; it is on disk when this returns. */
  synchronized void append(Entry entry) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException("no other crawl may hold " + file + "; wait for it or stop it");
    }
  }

  private static List<Entry> replay(FileChannel channel, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        entries.add(parse(new String(bytes, start, i - start, UTF_8), file, start));
        start = i + 1;
      }
    }
    channel.truncate(start);
    channel.position(start);
    return entries;
  }

  private static Entry parse(String line, Path file, int offset) throws IOException {
    try {
      return JSON.readValue(line, Entry.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "every line of " + file + " must be a transaction, but one is not at byte " + offset, e);
    }
  }
}
