package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
   * <p>A job that starts afresh empties each shard, so it takes any that are its own: a process
   * that was killed before its first checkpoint may have made a few of them.
   *
   * @param continued whether the job goes on from a saved state, and so needs the index of then
   * @throws UnusableWorkspaceException if shards are missing, or more or fewer than configured
   */
  public void requireMatch(boolean continued) throws IOException {
    Set<String> found = found();
    if (continued && found.isEmpty()) {
      throw new UnusableWorkspaceException(
          "the index must be in "
              + index
              + ", since state/ beside it goes on from there, but it is missing; put it back, take"
              + " both of a backup (./vigie restore --from BACKUP --to DIR), or move state/ away and"
              + " type ./vigie run to read all inputs again");
    }
    Set<String> own = own();
    if (continued ? !found.equals(own) : !own.containsAll(found)) {
      throw new UnusableWorkspaceException(
          "run.shards must be " + found.size() + " as when this index was made, but was " + shards);
    }
  }

  /** Returns whether no shard is missing. */
  public boolean areThere() throws IOException {
    return found().containsAll(own());
  }

  private Set<String> own() {
    return IntStream.range(0, shards)
        .mapToObj(number -> "shard-" + number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> found() throws IOException {
    if (!Files.isDirectory(index)) {
      return Set.of();
    }
    try (Stream<Path> list = Files.list(index)) {
      return list.map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.startsWith("shard-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
