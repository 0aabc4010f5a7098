package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.vigie.pipeline.workspace.UnusableWorkspaceException;

/**
 * The folders of an index's shards.
 *
 * @param index the folder they lie in
 * @param shards how many there are, fixed once the index is made
 */
public record ShardFolders(Path index, int shards) {

  /**
   * Returns if the folders are those that a job needs.
   *
   * @param continued whether the job goes on from a saved state, and so needs the index of then
   * @throws UnusableWorkspaceException if shards are missing, or more or fewer than configured
   */
  public void requireMatch(boolean continued) throws IOException {
    long found = count();
    if (continued && found == 0) {
      throw new UnusableWorkspaceException(
          "the index must be in "
              + index
              + ", since state/ beside it goes on from there, but it is missing; put it back, or"
              + " move state/ away to read all inputs again");
    }
    if (found != 0 && found != shards) {
      throw new UnusableWorkspaceException(
          "run.shards must be " + found + " as when this index was made, but was " + shards);
    }
  }

  private long count() throws IOException {
    if (!Files.isDirectory(index)) {
      return 0;
    }
    try (Stream<Path> list = Files.list(index)) {
      return list.filter(ShardFolders::isShard).count();
    }
  }

  private static boolean isShard(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith("shard-");
  }
}
