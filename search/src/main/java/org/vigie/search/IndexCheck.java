package org.vigie.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.vigie.search.shard.IndexShards;

/**
 * Lucene's own check of every shard of an index: each file's checksum, each document, each posting.
 *
 * <p>Takes about as long as reading the whole index. Nobody may write it meanwhile.
 */
public final class IndexCheck {
  private IndexCheck() {}

  /**
   * Returns what is wrong, a line a shard; empty if all shards are clean.
   *
   * @throws IOException if the index can't be read at all, or is being written
   */
  public static List<String> problems(Path index) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path shard : IndexShards.folders(index)) {
      check(shard, problems);
    }
    return problems;
  }

  private static void check(Path shard, List<String> problems) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (Directory directory = FSDirectory.open(shard)) {
      if (!DirectoryReader.indexExists(directory)) {
        return; // made, and not committed yet
      }
      try (CheckIndex check = new CheckIndex(directory);
          PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
        check.setInfoStream(out);
        if (!check.checkIndex().clean) {
          problems.add(shard.getFileName() + ": " + firstError(said));
        }
      }
    }
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
