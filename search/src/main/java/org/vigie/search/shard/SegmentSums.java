package org.vigie.search.shard;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.vigie.search.DamagedIndexException;

/**
 * The look at the checksums of an index's files before anything of it is shown.
 *
 * <p>Terms, columns and points say which adverts a search finds, how large a cluster is and how
 * often a value occurs, and have no other checksum than that of their file. Records have one each:
 * the files that hold nothing else, the greater part of an index, aren't read for this.
 *
 * @see org.vigie.search.document.RecordSum
 */
final class SegmentSums {
  /** Ends the name of a file of records: "field data". */
  private static final String RECORDS = ".fdt";

  private SegmentSums() {}

  /**
   * Requires that all files of the segments of some shards are as they were written, but for those
   * of segments that were looked at before.
   *
   * @param known segments' cores, as {@link #cores} returns them
   * @throws DamagedIndexException if one isn't
   */
  static void require(List<? extends IndexReader> shards, Set<IndexReader.CacheKey> known)
      throws IOException {
    for (IndexReader shard : shards) {
      for (LeafReaderContext leaf : shard.leaves()) {
        if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment
            && !known.contains(segment.getCoreCacheHelper().getKey())) {
          require(segment);
        }
      }
    }
  }

  /** Returns the cores of all segments of a reader. */
  static Set<IndexReader.CacheKey> cores(IndexReader reader) {
    Set<IndexReader.CacheKey> cores = new HashSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      cores.add(leaf.reader().getCoreCacheHelper().getKey());
    }
    return cores;
  }

  private static void require(SegmentReader segment) throws IOException {
    try {
      for (String file : segment.getSegmentInfo().files()) {
        if (!file.endsWith(RECORDS)) {
          require(segment.directory(), file);
        }
      }
    } catch (NoSuchFileException | FileNotFoundException e) {
      // Merged away by a run since it was opened; what is open can still be read.
      segment.checkIntegrity();
    }
  }

  private static void require(Directory directory, String file) throws IOException {
    try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(input);
    }
  }
}
