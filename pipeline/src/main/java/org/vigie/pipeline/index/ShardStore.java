package org.vigie.pipeline.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.pipeline.fault.StoreFailpoint;
import org.vigie.pipeline.index.ShardManifest.StoredFile;

/**
 * The copy of one shard on a file system that all machines see: so that any of them can open it as
 * it was at a checkpoint.
 *
 * <p>Files are copied under names that say what is in them, and a manifest that names those of a
 * checkpoint is written last. A writer has an epoch, which it claims at its start; once another has
 * claimed a later one, it is refused, and what it may still write is void: what counts of an epoch
 * is what the next one started from.
 */
public final class ShardStore {
  static final String LOCK = "write.lock";
  private static final long AFRESH = -1;

  private final ShardClaims claims;
  private final StoredManifests manifests;
  private final StoreFolder files;
  private final String name;
  private OptionalLong first = OptionalLong.empty();

  /**
   * @param store URI of the folder of all shards
   * @param shard its number
   */
  public ShardStore(String store, int shard) throws IOException {
    name = store + "/shard-" + shard;
    var root = new org.apache.flink.core.fs.Path(name);
    claims =
        new ShardClaims(new StoreFolder(new org.apache.flink.core.fs.Path(root, "epochs")), name);
    manifests =
        new StoredManifests(
            new StoreFolder(new org.apache.flink.core.fs.Path(root, "manifests")), name);
    files = new StoreFolder(new org.apache.flink.core.fs.Path(root, "files"));
  }

  /** Returns how many shards a store holds: they are numbered from 0. */
  public static int shardsIn(String store) throws IOException {
    return (int)
        new StoreFolder(new org.apache.flink.core.fs.Path(store))
            .names().stream().filter(name -> name.startsWith("shard-")).count();
  }

  /**
   * Becomes the writer, and returns the shard as it was at the checkpoint that it goes on from.
   *
   * @param restored that checkpoint; empty to start afresh
   * @return empty if it starts afresh
   * @throws IOException if the store doesn't hold it; nothing of what others wrote is void then
   */
  public Optional<ShardManifest> claim(OptionalLong restored) throws IOException {
    // Before what is held is looked at, which another that starts meanwhile may make void.
    NavigableMap<Long, Long> before = claims.starts();
    Optional<ShardManifest> start =
        restored.isEmpty() ? Optional.empty() : Optional.of(held(restored.getAsLong()));
    claims.take(before, restored.orElse(AFRESH));
    first = start.isPresent() ? OptionalLong.of(start.get().first()) : OptionalLong.empty();
    Set<Long> kept = new HashSet<>();
    for (StoredManifests.Name manifest : manifests.names()) {
      kept.add(manifest.epoch());
    }
    claims.letGo(before, kept);
    return start;
  }

  private ShardManifest held(long checkpoint) throws IOException {
    Optional<ShardManifest> found = at(checkpoint, valid());
    if (found.isEmpty() || found.get().checkpoint() != checkpoint) {
      throw new IOException(
          "%s must hold its state at checkpoint %d, from which the job goes on, but holds %s; was it written without the store since?"
              .formatted(
                  name,
                  checkpoint,
                  found.map(earlier -> "only " + earlier.checkpoint()).orElse("nothing")));
    }
    return found.get();
  }

  /**
   * Keeps a shard as it is at a checkpoint.
   *
   * @param folder where its files lie
   * @param names of its files
   * @throws IOException if another writer has claimed it since
   */
  public void keep(Path folder, List<String> names, long checkpoint) throws IOException {
    claims.requireNewest();
    List<StoredFile> stored = new ArrayList<>();
    for (String file : names) {
      stored.add(copy(folder.resolve(file)));
      StoreFailpoint.SHARD_FILE_COPIED.reach();
    }
    StoreFailpoint.SHARD_FILES_COPIED.reach();
    claims.requireNewest();
    ShardManifest manifest =
        new ShardManifest(claims.epoch(), checkpoint, first.orElse(checkpoint), stored);
    manifests.write(manifest);
    first = OptionalLong.of(manifest.first());
    StoreFailpoint.MANIFEST_WRITTEN.reach();
  }

  /**
   * Lets go of what no checkpoint from this one on needs.
   *
   * @throws IOException if another writer has claimed it since; nothing of its is let go
   */
  public void completed(long checkpoint) throws IOException {
    // Listed before it is seen that nobody else has claimed the shard: however long this writer
    // sleeps in between or afterwards, it lets go of nothing that a successor writes.
    List<String> storedFiles = files.names();
    List<String> storedManifests = manifests.files();
    NavigableMap<Long, Long> starts = claims.starts();
    List<ShardManifest> valid = valid();
    claims.requireNewest();
    Optional<ShardManifest> oldest = at(checkpoint, valid);
    if (oldest.isEmpty()) {
      return;
    }
    Set<String> needed = new HashSet<>();
    Set<String> names = new HashSet<>();
    Set<Long> kept = new HashSet<>();
    for (ShardManifest manifest : valid) {
      if (manifest.checkpoint() >= oldest.get().checkpoint()) {
        names.add(StoredManifests.Name.of(manifest).file());
        manifest.files().forEach(file -> needed.add(file.storedName()));
        kept.add(manifest.epoch());
      }
    }
    // Manifests first: a kill in between leaves files too many, and never too few.
    deleteAllBut(names, storedManifests, manifests::delete);
    deleteAllBut(needed, storedFiles, files::delete);
    claims.letGo(starts, kept);
  }

  /** Deletes a file of a folder. */
  private interface Deleting {
    void delete(String file) throws IOException;
  }

  private static void deleteAllBut(Set<String> kept, List<String> listed, Deleting deleting)
      throws IOException {
    for (String file : listed) {
      if (!kept.contains(file)) {
        deleting.delete(file);
      }
    }
  }

  /** Returns the newest state of the shard that is whole; empty if there is none. */
  public Optional<ShardManifest> newest() throws IOException {
    return valid().stream().max(Comparator.comparingLong(ShardManifest::checkpoint));
  }

  /**
   * Returns the shard as it was at a checkpoint, or else at the last one before it.
   *
   * @return empty if the shard was empty then
   * @throws IOException if its state then was let go because a later one was complete
   */
  private Optional<ShardManifest> at(long checkpoint, List<ShardManifest> valid)
      throws IOException {
    Optional<ShardManifest> found =
        valid.stream()
            .filter(manifest -> manifest.checkpoint() <= checkpoint)
            .max(Comparator.comparingLong(ShardManifest::checkpoint));
    if (found.isEmpty() && valid.stream().anyMatch(later -> later.first() <= checkpoint)) {
      throw new IOException(
          "%s must hold the shard at or before checkpoint %d, but holds only later ones"
              .formatted(name, checkpoint));
    }
    return found;
  }

  /**
   * Brings a folder to a state of the shard: files that are there and right stay, all others go.
   *
   * @throws UnusableFileException if a file in the store is missing or damaged; the folder then
   *     holds no commit, so nothing of it can be served
   */
  public void fetch(ShardManifest manifest, Path folder) throws IOException {
    fetch(manifest, folder, file -> {});
  }

  /**
   * As above.
   *
   * @param whole is told of each file that is in the folder and right
   */
  void fetch(ShardManifest manifest, Path folder, Consumer<StoredFile> whole) throws IOException {
    Files.createDirectories(folder);
    Map<String, StoredFile> wanted = new TreeMap<>();
    manifest.files().forEach(file -> wanted.put(file.name(), file));
    try (Stream<Path> list = Files.list(folder)) {
      for (Path there : list.toList()) {
        String found = String.valueOf(there.getFileName());
        StoredFile file = wanted.get(found);
        if (found.equals(LOCK)) {
          continue; // another writer here may hold it, and then this one is refused
        }
        if (file == null || isCommit(file) || !file.isRight(there)) {
          Files.delete(there);
        }
      }
    }
    // What makes a commit of them comes once all are there.
    for (boolean commits : new boolean[] {false, true}) {
      for (StoredFile file : wanted.values()) {
        if (isCommit(file) == commits) {
          if (!Files.exists(folder.resolve(file.name()))) {
            fetch(file, folder);
          }
          whole.accept(file);
        }
      }
    }
  }

  private void fetch(StoredFile file, Path folder) throws IOException {
    Path part = folder.resolve(file.name() + ".part");
    try (InputStream in = files.open(file.storedName())) {
      Files.copy(in, part);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new UnusableFileException(
          file, "%s must hold %s, but it can't be read".formatted(name, file.storedName()), e);
    }
    if (!file.isRight(part)) {
      Files.delete(part);
      throw new UnusableFileException(
          file,
          "%s in %s must be as it was written, but is damaged: its length or checksum differs"
              .formatted(file.storedName(), name),
          null);
    }
    Files.move(part, folder.resolve(file.name()));
  }

  private StoredFile copy(Path file) throws IOException {
    StoredFile stored = StoredFile.of(file);
    if (files.length(stored.storedName()) != stored.length()) {
      files.write(stored.storedName(), out -> Files.copy(file, out));
    }
    return stored;
  }

  /** Returns the manifests that count, in the order of their checkpoints. */
  List<ShardManifest> valid() throws IOException {
    return manifests.valid(claims);
  }

  /** Returns what changes whenever there is another state, or one is let go. */
  List<String> listing() throws IOException {
    List<String> listing = new ArrayList<>(manifests.files());
    listing.addAll(claims.names());
    return listing;
  }

  private static boolean isCommit(StoredFile file) {
    return file.name().startsWith("segments_");
  }
}
