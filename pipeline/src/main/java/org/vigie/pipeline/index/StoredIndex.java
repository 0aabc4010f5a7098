package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.vigie.pipeline.workspace.FolderTree;
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
    FolderTree.delete(fetched);
    for (int shard = 0; shard < shards; shard++) {
      ShardStore from = new ShardStore(store, shard);
      Path folder = Files.createDirectories(Workspace.shard(fetched, shard));
      var newest = from.newest();
      if (newest.isPresent()) {
        from.fetch(newest.get(), folder);
      }
    }
    Path old = index.resolveSibling(index.getFileName() + ".old");
    FolderTree.delete(old);
    if (Files.exists(index)) {
      Files.move(index, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fetched, index, StandardCopyOption.ATOMIC_MOVE);
    FolderTree.delete(old);
    return shards;
  }
}
