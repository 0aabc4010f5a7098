package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.vigie.crawler.politeness.KeyValueStore;

/**
 * The tables of a crawl on disk: URLs, queues, hosts, WARC lengths and what is remembered of hosts.
 *
 * <p>A {@link Batch} is written whole or not at all, in the order in which batches are written. One
 * process at a time writes; others may read what it was when they opened it.
 */
final class UrlStore implements AutoCloseable {
  private static final byte[] SEQUENCE = "sequence".getBytes(UTF_8);

  /** One kind of entry. */
  enum Table {
    COUNTERS,
    URLS,
    QUEUES,
    HOSTS,
    WARCS,
    MEMORY
  }

  /** Changes that are made together. */
  static final class Batch implements AutoCloseable {
    private final WriteBatch batch = new WriteBatch();
    private final UrlTables tables;

    private Batch(UrlTables tables) {
      this.tables = tables;
    }

    Batch put(Table table, byte[] key, byte[] value) throws IOException {
      try {
        batch.put(tables.handle(table), key, value);
        return this;
      } catch (RocksDBException e) {
        throw failed(e);
      }
    }

    Batch delete(Table table, byte[] key) throws IOException {
      try {
        batch.delete(tables.handle(table), key);
        return this;
      } catch (RocksDBException e) {
        throw failed(e);
      }
    }

    Batch sequence(long next) throws IOException {
      return put(Table.COUNTERS, SEQUENCE, number(next));
    }

    Batch read(LogPosition position) throws IOException {
      return put(Table.COUNTERS, logKey(position.log()), number(position.next()));
    }

    @Override
    public void close() {
      batch.close();
    }
  }

  private final RocksDB db;
  private final UrlTables tables;
  private final WriteOptions unsynced = new WriteOptions().setSync(false);
  private boolean closed;

  private UrlStore(UrlTables tables) {
    this.db = tables.db();
    this.tables = tables;
  }

  /**
   * Opens the store in a folder, which is made if need be.
   *
   * @throws IOException if another process holds it, or it can't be read
   */
  static UrlStore open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new UrlStore(UrlTables.open(folder, false));
  }

  /** Opens a store as it is now, to read it while another process may go on writing. */
  static UrlStore openReadOnly(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve("CURRENT"))) {
      throw new IOException("a crawl must have begun in " + folder + ", but there is none");
    }
    return new UrlStore(UrlTables.open(folder, true));
  }

  Batch batch() {
    return new Batch(tables);
  }

  /**
   * Writes a batch; a kill of this process can't undo it, but a power cut can until {@link #sync}.
   */
  void write(Batch batch) throws IOException {
    try {
      db.write(unsynced, batch.batch);
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  /** Reads all files, and requires that each block has the checksum that it was written with. */
  void requireWhole() throws IOException {
    try {
      db.verifyChecksum();
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  /** Makes all that was written durable. */
  void sync() throws IOException {
    try {
      db.syncWal();
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  /** Writes all files anew, so that what was deleted or replaced stands in none of them. */
  void rewrite() throws IOException {
    try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
        CompactRangeOptions all =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(
                    CompactRangeOptions.BottommostLevelCompaction.kForce)) {
      db.flush(flush, tables.handles());
      for (ColumnFamilyHandle table : tables.handles()) {
        db.compactRange(table, null, null, all);
      }
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  byte @Nullable [] get(Table table, byte[] key) throws IOException {
    try {
      return db.get(tables.handle(table), key);
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  @Nullable UrlState find(UrlKey url) throws IOException {
    byte[] value = get(Table.URLS, url.bytes());
    return value == null ? null : UrlState.read(value);
  }

  /** Returns the number that the next URL found is given. */
  long sequence() throws IOException {
    byte[] value = get(Table.COUNTERS, SEQUENCE);
    return value == null ? 0 : ByteBuffer.wrap(value).getLong();
  }

  /** Returns how far a log was read; 0 if never. */
  long position(String log) throws IOException {
    byte[] value = get(Table.COUNTERS, logKey(log));
    return value == null ? 0 : ByteBuffer.wrap(value).getLong();
  }

  void eachHost(Consumer<HostRecord> use) {
    each(Table.HOSTS, entry -> use.accept(HostRecord.read(entry.value())));
  }

  /**
   * Returns the next keys of a host's queue.
   *
   * @param after the key after which to begin, or null to begin at the first
   */
  List<QueueKey> queue(UrlKey host, QueueKey.Kind kind, @Nullable QueueKey after, int most) {
    byte[] prefix = QueueKey.prefix(host, kind);
    byte[] start = after == null ? prefix : after.bytes();
    List<QueueKey> keys = new ArrayList<>();
    try (RocksIterator entries = db.newIterator(tables.handle(Table.QUEUES))) {
      for (entries.seek(start); entries.isValid() && keys.size() < most; entries.next()) {
        byte[] key = entries.key();
        if (!Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
          break;
        }
        if (after == null || !Arrays.equals(key, start)) {
          keys.add(QueueKey.read(key));
        }
      }
      requireRead(entries);
    }
    return keys;
  }

  /** Returns the part of the store that remembers something about hosts. */
  KeyValueStore keyValues(String name) {
    return new UrlKeyValueStore(this, name + '/');
  }

  /** One entry of a table. */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  record Entry(byte[] key, byte[] value) {}

  /** Gives all entries of a table whose keys begin with a prefix. */
  void each(Table table, byte[] prefix, Consumer<Entry> use) {
    try (RocksIterator entries = db.newIterator(tables.handle(table))) {
      for (entries.seek(prefix); entries.isValid(); entries.next()) {
        byte[] key = entries.key();
        if (key.length < prefix.length
            || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
          break;
        }
        use.accept(new Entry(key, entries.value()));
      }
      requireRead(entries);
    }
  }

  /** What is damaged looks like the end of a table to whoever doesn't ask. */
  private static void requireRead(RocksIterator entries) {
    try {
      entries.status();
    } catch (RocksDBException e) {
      throw new UncheckedIOException(failed(e));
    }
  }

  private void each(Table table, Consumer<Entry> use) {
    each(table, new byte[0], use);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    flush();
    unsynced.close();
    tables.close();
  }

  /**
   * Writes what is in its log alone to tables. Of a log that is damaged RocksDB reads what comes
   * before the damage, as of one that a power cut tore; damaged tables it refuses.
   */
  private void flush() {
    try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
      db.flush(options, tables.handles());
    } catch (RocksDBException e) {
      // Opened to be read, or the disk is full: all stands in the log as before.
    }
  }

  private static byte[] logKey(String log) {
    return ("log/" + log).getBytes(UTF_8);
  }

  static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static IOException failed(RocksDBException e) {
    return new IOException("the crawl frontier must be readable and writable, but is not", e);
  }
}
