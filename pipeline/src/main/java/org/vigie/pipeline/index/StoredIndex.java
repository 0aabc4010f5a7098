package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.pipeline.workspace.Workspace;

/**
 * An index in a store that all machines see, from which any of them can take it.
 *
 * @param store URI of the folder
 */
public record StoredIndex(String store) {

  /**
   * Takes the newest whole state of every shard into a folder, in place of the index that is there.
   *
   * <p>Every checksum is verified before anything is replaced.
   *
   * @return how many shards there are
   * @throws IOException if the store holds no index, or a file of it is missing or damaged; the
   *     folder is then as it was
   */
  public int fetch(Path index) throws IOException {
    int shards = ShardStore.shardsIn(store);
    if (shards == 0) {
      throw new IOException(store + " must hold an index, but holds none");
    }
    Path fetched = index.resolveSibling(index.getFileName() + ".fetched");
    delete(fetched);
    for (int shard = 0; shard < shards; shard++) {
      ShardStore from = new ShardStore(store, shard);
      Path folder = Files.createDirectories(Workspace.shard(fetched, shard));
      var newest = from.newest();
      if (newest.isPresent()) {
        from.fetch(newest.get(), folder);
      }
    }
    Path old = index.resolveSibling(index.getFileName() + ".old");
    delete(old);
    if (Files.exists(index)) {
      Files.move(index, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fetched, index, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
    return shards;
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> walk = Files.walk(tree)) {
        List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
  }
}
