package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.Filter;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** The files of a crawl's tables, as RocksDB has them open. */
final class UrlTables implements AutoCloseable {
  /** RocksDB's own memory, beside the heap: blocks read and entries not yet in a file. */
  private static final long CACHE_BYTES = 8L << 20;

  private static final long WRITE_BUFFER_BYTES = 8L << 20;

  /** Of five hundred URLs that a file doesn't hold, one costs a look at it. */
  private static final double FILTER_BITS = 14;

  static {
    RocksDB.loadLibrary();
  }

  private final RocksDB db;
  private final Map<UrlStore.Table, ColumnFamilyHandle> tables;
  private final List<AutoCloseable> nativeObjects;

  /** Where they are sealed when they are closed; null if they are only read. */
  private final @Nullable Path sealed;

  private UrlTables(
      RocksDB db,
      Map<UrlStore.Table, ColumnFamilyHandle> tables,
      List<AutoCloseable> nativeObjects,
      @Nullable Path sealed) {
    this.db = db;
    this.tables = tables;
    this.nativeObjects = nativeObjects;
    this.sealed = sealed;
  }

  /**
   * Opens the tables in a folder.
   *
   * @throws IOException if another process holds them, they can't be read, or their list of files
   *     is not as they were closed with
   */
  static UrlTables open(Path folder, boolean readOnly) throws IOException {
    ManifestSeal.requireUnbroken(folder);
    List<AutoCloseable> nativeObjects = new ArrayList<>();
    Cache cache = keep(nativeObjects, new LRUCache(CACHE_BYTES));
    Filter filter = keep(nativeObjects, new BloomFilter(FILTER_BITS));
    ColumnFamilyOptions usual = keep(nativeObjects, tableOptions(blocks(cache)));
    ColumnFamilyOptions urls = keep(nativeObjects, urlOptions(blocks(cache), filter));
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    for (UrlStore.Table table : UrlStore.Table.values()) {
      byte[] name =
          table == UrlStore.Table.COUNTERS
              ? RocksDB.DEFAULT_COLUMN_FAMILY
              : table.name().getBytes(UTF_8);
      descriptors.add(
          new ColumnFamilyDescriptor(name, table == UrlStore.Table.URLS ? urls : usual));
    }
    DBOptions options =
        keep(
            nativeObjects,
            new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxOpenFiles(512)
                .setMaxBackgroundJobs(2)
                .setMaxTotalWalSize(4 * WRITE_BUFFER_BYTES)
                .setKeepLogFileNum(2)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setDbWriteBufferSize(2 * WRITE_BUFFER_BYTES));
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try {
      RocksDB db =
          readOnly
              ? RocksDB.openReadOnly(options, folder.toString(), descriptors, handles)
              : RocksDB.open(options, folder.toString(), descriptors, handles);
      Map<UrlStore.Table, ColumnFamilyHandle> tables = new EnumMap<>(UrlStore.Table.class);
      for (UrlStore.Table table : UrlStore.Table.values()) {
        tables.put(table, handles.get(table.ordinal()));
      }
      return new UrlTables(db, tables, nativeObjects, readOnly ? null : folder);
    } catch (RocksDBException e) {
      closeAll(nativeObjects);
      throw cannotOpen(folder, e);
    }
  }

  /** Options of tables that are read in order, or seldom. */
  private static ColumnFamilyOptions tableOptions(BlockBasedTableConfig blocks) {
    return new ColumnFamilyOptions()
        .setWriteBufferSize(WRITE_BUFFER_BYTES)
        // URLs come in no order: rewriting whole levels again and again would cost the most.
        .setCompactionStyle(CompactionStyle.UNIVERSAL)
        .setCompressionType(CompressionType.NO_COMPRESSION)
        .setTableFormatConfig(blocks);
  }

  /** Options of the table that is asked for keys, most of them unknown. */
  private static ColumnFamilyOptions urlOptions(BlockBasedTableConfig blocks, Filter filter) {
    return tableOptions(
        blocks
            .setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash)
            .setDataBlockHashTableUtilRatio(0.75)
            .setFilterPolicy(filter));
  }

  private static BlockBasedTableConfig blocks(Cache cache) {
    return new BlockBasedTableConfig().setBlockCache(cache).setFormatVersion(5);
  }

  private static IOException cannotOpen(Path folder, RocksDBException e) {
    boolean held =
        e.getStatus() != null
            && e.getStatus().getCode() == Status.Code.IOError
            && String.valueOf(e.getMessage()).contains("lock");
    return held
        ? new IOException("no other crawl may hold " + folder + "; wait for it or stop it", e)
        : new IOException(folder + " must be readable as a crawl frontier, but is not", e);
  }

  RocksDB db() {
    return db;
  }

  List<ColumnFamilyHandle> handles() {
    return List.copyOf(tables.values());
  }

  ColumnFamilyHandle handle(UrlStore.Table table) {
    ColumnFamilyHandle handle = tables.get(table);
    if (handle == null) {
      throw new IllegalStateException("every table must be open, but " + table + " is not");
    }
    return handle;
  }

  /** What isn't sealed can't be told apart later from what a power cut tore. */
  @Override
  public void close() {
    String manifest = sealed == null ? "" : manifest(sealed);
    release();
    if (sealed != null && !manifest.isEmpty()) {
      try {
        ManifestSeal.keep(sealed, manifest);
      } catch (IOException e) {
        // The disk is full, or somebody opened and closed them meanwhile.
      }
    }
  }

  private static String manifest(Path folder) {
    try {
      return ManifestSeal.current(folder);
    } catch (IOException e) {
      return "";
    }
  }

  private void release() {
    tables.values().forEach(ColumnFamilyHandle::close);
    db.close();
    closeAll(nativeObjects);
  }

  private static <T extends AutoCloseable> T keep(List<AutoCloseable> kept, T object) {
    kept.add(object);
    return object;
  }

  private static void closeAll(List<AutoCloseable> objects) {
    for (AutoCloseable object : objects.reversed()) {
      try {
        object.close();
      } catch (Exception e) {
        throw new IllegalStateException("native memory must be released, but was not", e);
      }
    }
  }
}
