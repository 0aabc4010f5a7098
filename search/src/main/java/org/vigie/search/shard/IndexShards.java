package org.vigie.search.shard;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.CompositeReaderContext;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.vigie.search.DamagedIndexException;
import org.vigie.search.NoIndexException;

/** The shards of an index: folders {@code shard-0}, {@code shard-1}, … */
public final class IndexShards {
  private IndexShards() {}

  /**
   * Opens the newest commit of every shard as one reader, which closes them.
   *
   * @throws NoIndexException if no shard has a commit
   */
  public static IndexReader open(Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      throw new NoIndexException(index, "is not there");
    }
    List<IndexReader> readers = new ArrayList<>();
    try {
      for (Path shard : folders(index)) {
        openShard(shard, readers);
      }
      if (readers.isEmpty()) {
        throw new NoIndexException(index, "has none");
      }
      SegmentSums.require(readers, Set.of());
      return together(readers);
    } catch (CorruptIndexException | EOFException e) {
      closeAll(readers);
      throw new DamagedIndexException("a file", e);
    } catch (IOException | RuntimeException e) {
      closeAll(readers);
      throw e;
    }
  }

  private static void closeAll(List<IndexReader> readers) throws IOException {
    for (IndexReader reader : readers) {
      reader.close();
    }
  }

  /**
   * Opens the newest commit of every shard as one reader that shares with an earlier one whatever
   * hasn't changed since.
   */
  public static IndexReader openNewer(Path index, IndexReader earlier) throws IOException {
    List<CompositeReaderContext> known = composites(earlier);
    if (known.size() != committed(index)) {
      return open(index);
    }
    List<IndexReader> readers = new ArrayList<>();
    try {
      for (CompositeReaderContext shard : known) {
        DirectoryReader before = (DirectoryReader) shard.reader();
        DirectoryReader changed = DirectoryReader.openIfChanged(before);
        if (changed == null) {
          before.incRef();
        } else {
          ShardCommit.of(changed.getIndexCommit());
        }
        readers.add(changed == null ? before : changed);
      }
      SegmentSums.require(readers, SegmentSums.cores(earlier));
      return together(readers);
    } catch (IllegalStateException e) {
      // Another index was built in the place of this one.
      for (IndexReader reader : readers) {
        reader.decRef();
      }
      return open(index);
    } catch (IOException | RuntimeException e) {
      for (IndexReader reader : readers) {
        reader.decRef();
      }
      throw e;
    }
  }

  /** Returns one reader of all, which takes over the one reference to each that is held. */
  private static IndexReader together(List<IndexReader> readers) throws IOException {
    // Not closing them, but counting, since a later reader may share some.
    IndexReader all = new MultiReader(readers.toArray(IndexReader[]::new), false);
    for (IndexReader reader : readers) {
      reader.decRef();
    }
    return all;
  }

  private static int committed(Path index) throws IOException {
    int committed = 0;
    for (Path shard : folders(index)) {
      try (Directory directory = FSDirectory.open(shard)) {
        committed += DirectoryReader.indexExists(directory) ? 1 : 0;
      }
    }
    return committed;
  }

  /** Returns whether all shards that {@link #open} read have no newer commit. */
  public static boolean areCurrent(IndexReader shards) throws IOException {
    for (CompositeReaderContext shard : composites(shards)) {
      if (shard.reader() instanceof DirectoryReader reader && !reader.isCurrent()) {
        return false;
      }
    }
    return true;
  }

  private static List<CompositeReaderContext> composites(IndexReader shards) {
    List<CompositeReaderContext> composites = new ArrayList<>();
    for (IndexReaderContext child : shards.getContext().children()) {
      if (child instanceof CompositeReaderContext composite) {
        composites.add(composite);
      }
    }
    return composites;
  }

  private static void openShard(Path shard, List<IndexReader> readers) throws IOException {
    // An FSDirectory holds no open file; closing the reader is enough.
    Directory directory = FSDirectory.open(shard);
    if (DirectoryReader.indexExists(directory)) {
      DirectoryReader reader = DirectoryReader.open(directory);
      readers.add(reader);
      ShardCommit.of(reader.getIndexCommit());
    }
  }

  /** Returns the folders of the shards, by number. */
  public static List<Path> folders(Path index) throws IOException {
    List<Path> shards = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(index, "shard-*")) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          shards.add(entry);
        }
      }
    }
    // By number: shard-2 before shard-10.
    shards.sort(
        Comparator.<Path>comparingInt(p -> p.toString().length())
            .thenComparing(Comparator.naturalOrder()));
    return shards;
  }
}
