package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.index.ShardManifest.StoredFile;
import org.vigie.pipeline.workspace.Workspace;

/**
 * An index in a store that all machines see, from which any of them can take it, also while it is
 * written.
 *
 * @param store URI of the folder
 */
public record StoredIndex(String store) {
  /** Is told how far a fetch is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param bytes that are here and whole
     * @param all that make up the state that is fetched; a newer one may have others
     */
    void at(long bytes, long all);
  }

  /**
   * Returns whether the store holds no shard, as one that no job has written yet.
   *
   * @throws UnreachableStoreException if the store is on a file system that isn't known here
   */
  public boolean isEmpty() throws IOException {
    try {
      return ShardStore.shardsIn(store) == 0;
    } catch (UnsupportedFileSystemSchemeException e) {
      throw new UnreachableStoreException(store, e);
    }
  }

  /** As {@link #fetch(Path, Path, Progress)}, with what is in the folder already, unwatched. */
  public int fetch(Path index) throws IOException {
    return fetch(index, index, (bytes, all) -> {});
  }

  /**
   * Takes the newest state that all shards share into a folder, in place of the index that is
   * there.
   *
   * <p>Files that lie here already aren't copied. If the job lets go of a file meanwhile, because a
   * newer state is whole, that one is taken, with what has been copied so far. Every checksum is
   * verified before anything is replaced.
   *
   * @param here an index of which files may be used, such as the one that is replaced, or that
   *     which a job writes on this machine; it may be absent
   * @return how many shards there are
   * @throws UnreachableStoreException if the store is on a file system that isn't known here
   * @throws IOException if the store holds no such state, or a file of it is missing or damaged;
   *     the folder is then as it was
   */
  public int fetch(Path index, Path here, Progress progress) throws IOException {
    List<ShardStore> shards = shards();
    // What an earlier fetch that was ended left is used too.
    Path fetched = index.resolveSibling(index.getFileName() + ".fetched");
    letGoOfOthers(fetched, shards.size());
    List<ShardManifest> wanted = newest(shards);
    boolean isWhole = false;
    while (!isWhole) {
      try {
        take(shards, wanted, fetched, here, progress);
        isWhole = true;
      } catch (UnusableFileException e) {
        List<ShardManifest> newer = newest(shards);
        if (newer.stream().anyMatch(e::concerns)) {
          throw e;
        }
        wanted = newer;
      }
    }
    new FetchedIndex(fetched).replace(index);
    return shards.size();
  }

  /**
   * Returns whether a folder holds the newest state that all shards share, and nothing else.
   *
   * @throws UnreachableStoreException if the store is on a file system that isn't known here
   * @throws IOException if the store holds no such state
   */
  public boolean isIn(Path index) throws IOException {
    List<ShardManifest> newest = newest(shards());
    for (int shard = 0; shard < newest.size(); shard++) {
      if (!newest.get(shard).isIn(Workspace.shard(index, shard))) {
        return false;
      }
    }
    return !Files.exists(Workspace.shard(index, newest.size()));
  }

  private List<ShardStore> shards() throws IOException {
    int count;
    try {
      count = ShardStore.shardsIn(store);
    } catch (UnsupportedFileSystemSchemeException e) {
      throw new UnreachableStoreException(store, e);
    }
    if (count == 0) {
      throw new IOException(store + " must hold an index, but holds none");
    }
    List<ShardStore> shards = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      shards.add(new ShardStore(store, shard));
    }
    return shards;
  }

  /**
   * Returns the newest state that all shards share, one manifest a shard. At any moment there is
   * one once a checkpoint was complete; but the shards are looked at one after another.
   */
  private List<ShardManifest> newest(List<ShardStore> shards) throws IOException {
    while (true) {
      List<List<String>> before = listing(shards);
      List<List<ShardManifest>> held = new ArrayList<>();
      for (ShardStore shard : shards) {
        held.add(shard.valid());
      }
      for (ShardManifest last : held.getFirst().reversed()) {
        List<ShardManifest> shared = at(last.checkpoint(), held);
        if (shared.size() == shards.size()) {
          return shared;
        }
      }
      if (listing(shards).equals(before)) {
        throw new IOException(
            "%s must hold a state that its %d shards share, but holds none yet: no checkpoint was complete since the job began"
                .formatted(store, shards.size()));
      }
    }
  }

  private static List<List<String>> listing(List<ShardStore> shards) throws IOException {
    List<List<String>> listing = new ArrayList<>();
    for (ShardStore shard : shards) {
      listing.add(shard.listing());
    }
    return listing;
  }

  private static List<ShardManifest> at(long checkpoint, List<List<ShardManifest>> held) {
    return held.stream()
        .flatMap(shard ->
            shard.stream().filter(manifest -> manifest.checkpoint() == checkpoint).limit(1))
        .toList();
  }

  private static void take(
      List<ShardStore> shards,
      List<ShardManifest> wanted,
      Path fetched,
      Path here,
      Progress progress)
      throws IOException {
    long all =
        wanted.stream()
            .flatMap(shard -> shard.files().stream())
            .mapToLong(StoredFile::length)
            .sum();
    long[] bytes = {0};
    for (int shard = 0; shard < shards.size(); shard++) {
      Path folder = Files.createDirectories(Workspace.shard(fetched, shard));
      for (StoredFile file : wanted.get(shard).files()) {
        useWhatIsHere(Workspace.shard(here, shard).resolve(file.name()), folder, file);
      }
      shards
          .get(shard)
          .fetch(
              wanted.get(shard),
              folder,
              file -> {
                bytes[0] += file.length();
                progress.at(bytes[0], all);
              });
    }
  }

  /** Whether it is right is seen later; files of a shard never change once they are written. */
  private static void useWhatIsHere(Path there, Path folder, StoredFile file) throws IOException {
    Path to = folder.resolve(file.name());
    if (Files.exists(to) || !Files.exists(there) || Files.size(there) != file.length()) {
      return;
    }
    try {
      Files.createLink(to, there);
    } catch (NoSuchFileException e) {
      return; // whoever writes here let go of it
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(there, to);
    }
  }

  private static void letGoOfOthers(Path fetched, int shards) throws IOException {
    if (!Files.isDirectory(fetched)) {
      return;
    }
    Set<Path> own = new HashSet<>();
    for (int shard = 0; shard < shards; shard++) {
      own.add(Workspace.shard(fetched, shard));
    }
    List<Path> found;
    try (Stream<Path> list = Files.list(fetched)) {
      found = list.toList();
    }
    for (Path folder : found) {
      if (!own.contains(folder)) {
        FolderTree.delete(folder);
      }
    }
  }
}
