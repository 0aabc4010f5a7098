package org.vigie.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.vigie.search.document.RecordSum;
import org.vigie.search.shard.IndexShards;

/**
 * Lucene's own check of every shard of an index, each file's checksum, each document, each posting,
 * and that of each record.
 *
 * <p>Takes about as long as reading the whole index. Nobody may write it meanwhile.
 */
public final class IndexCheck {
  private final List<String> problems = new ArrayList<>();
  private long unsummed;

  private IndexCheck() {}

  /**
   * What was found.
   *
   * @param problems what is wrong, a line a shard; empty if all shards are clean
   * @param unsummed records without a checksum of their own, which an earlier version wrote
   */
  public record Found(List<String> problems, long unsummed) {
    public Found {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Looks over an index.
   *
   * @throws IOException if the index can't be read at all, or is being written
   */
  public static Found look(Path index) throws IOException {
    IndexCheck check = new IndexCheck();
    for (Path shard : IndexShards.folders(index)) {
      check.shard(shard);
    }
    return new Found(check.problems, check.unsummed);
  }

  /** What is done between two parts of a look, such as to let others read the disk. */
  @FunctionalInterface
  public interface Rest {
    void rest() throws InterruptedException;
  }

  /**
   * Looks over an index that others may write meanwhile: the checksum of each file of the last
   * commit, and that of each record.
   *
   * @throws IOException if the index can't be read at all
   */
  public static Found beside(Path index, Rest rest) throws IOException, InterruptedException {
    IndexCheck check = new IndexCheck();
    for (Path shard : IndexShards.folders(index)) {
      try {
        check.commit(shard, rest);
      } catch (CorruptIndexException e) {
        check.problems.add(shard.getFileName() + ": " + e.getOriginalMessage());
      }
    }
    return new Found(check.problems, check.unsummed);
  }

  private void commit(Path shard, Rest rest) throws IOException, InterruptedException {
    try (Directory directory = FSDirectory.open(shard)) {
      if (!DirectoryReader.indexExists(directory)) {
        return;
      }
      long damaged = 0;
      try (IndexReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          if (leaf.reader() instanceof CodecReader files) {
            files.checkIntegrity();
          }
          damaged += damaged(leaf);
          rest.rest();
        }
      }
      tell(shard, damaged);
    }
  }

  /** As {@link #look}, for what is wrong alone. */
  public static List<String> problems(Path index) throws IOException {
    return look(index).problems();
  }

  private void shard(Path shard) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (Directory directory = FSDirectory.open(shard)) {
      if (!DirectoryReader.indexExists(directory)) {
        return; // made, and not committed yet
      }
      try (CheckIndex check = new CheckIndex(directory);
          PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
        check.setInfoStream(out);
        if (check.checkIndex().clean) {
          records(shard, directory);
        } else {
          problems.add(shard.getFileName() + ": " + firstError(said));
        }
      }
    }
  }

  private void records(Path shard, Directory directory) throws IOException {
    long damaged = 0;
    try (IndexReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        damaged += damaged(leaf);
      }
    }
    tell(shard, damaged);
  }

  private void tell(Path shard, long damaged) {
    if (damaged > 0) {
      problems.add("%s: %d damaged records".formatted(shard.getFileName(), damaged));
    }
  }

  private long damaged(LeafReaderContext leaf) throws IOException {
    StoredFields records = leaf.reader().storedFields();
    Bits live = leaf.reader().getLiveDocs();
    long damaged = 0;
    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        var stored = records.document(doc);
        unsummed += RecordSum.isSummed(stored) ? 0 : 1;
        damaged += RecordSum.isWhole(stored) ? 0 : 1;
      }
    }
    return damaged;
  }

  private static String firstError(ByteArrayOutputStream said) {
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("ERROR") || line.contains("FAILED"))
        .findFirst()
        .orElse("not clean")
        .strip();
  }
}
