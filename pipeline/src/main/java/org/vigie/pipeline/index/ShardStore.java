package org.vigie.pipeline.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
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
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_SUFFIX = ".json";
  private static final String LOCK = "write.lock";
  private static final long AFRESH = -1;

  private final StoreFolder epochs;
  private final StoreFolder manifests;
  private final StoreFolder files;
  private final String name;
  private long epoch;
  private OptionalLong first = OptionalLong.empty();

  /**
   * @param store URI of the folder of all shards
   * @param shard its number
   */
  public ShardStore(String store, int shard) throws IOException {
    name = store + "/shard-" + shard;
    var root = new org.apache.flink.core.fs.Path(name);
    epochs = new StoreFolder(new org.apache.flink.core.fs.Path(root, "epochs"));
    manifests = new StoreFolder(new org.apache.flink.core.fs.Path(root, "manifests"));
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
    epoch = newestEpoch() + 1;
    Optional<ShardManifest> start =
        restored.isEmpty() ? Optional.empty() : Optional.of(held(restored.getAsLong()));
    String content = Long.toString(restored.orElse(AFRESH));
    // Fails if another took it meanwhile: then Flink starts this one again.
    epochs.create(number(epoch), out -> out.write(content.getBytes(StandardCharsets.US_ASCII)));
    first = start.isPresent() ? OptionalLong.of(start.get().first()) : OptionalLong.empty();
    return start;
  }

  private ShardManifest held(long checkpoint) throws IOException {
    Optional<ShardManifest> found = at(checkpoint);
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
    requireNewest();
    List<StoredFile> stored = new ArrayList<>();
    for (String file : names) {
      stored.add(copy(folder.resolve(file)));
      StoreFailpoint.SHARD_FILE_COPIED.reach();
    }
    StoreFailpoint.SHARD_FILES_COPIED.reach();
    requireNewest();
    ShardManifest manifest = new ShardManifest(epoch, checkpoint, first.orElse(checkpoint), stored);
    byte[] bytes = JSON.writeValueAsBytes(manifest);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    byte[] line = "%08x%n".formatted(crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    manifests.writeWhole(
        number(epoch) + "-" + number(checkpoint) + JSON_SUFFIX,
        out -> {
          out.write(line);
          out.write(bytes);
        });
    first = OptionalLong.of(manifest.first());
    StoreFailpoint.MANIFEST_WRITTEN.reach();
  }

  /** Lets go of what no checkpoint from this one on needs. */
  public void completed(long checkpoint) throws IOException {
    requireNewest();
    Optional<ShardManifest> oldest = at(checkpoint);
    if (oldest.isEmpty()) {
      return;
    }
    List<ShardManifest> valid = valid();
    Set<String> needed = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (ShardManifest manifest : valid) {
      if (manifest.checkpoint() >= oldest.get().checkpoint()) {
        names.add(number(manifest.epoch()) + "-" + number(manifest.checkpoint()) + JSON_SUFFIX);
        manifest.files().forEach(file -> needed.add(file.storedName()));
      }
    }
    // Manifests first: a kill in between leaves files too many, and never too few.
    deleteAllBut(names, manifests);
    deleteAllBut(needed, files);
  }

  private static void deleteAllBut(Set<String> kept, StoreFolder folder) throws IOException {
    for (String file : folder.names()) {
      if (!kept.contains(file)) {
        folder.delete(file);
      }
    }
  }

  /** Returns the newest state of the shard that is whole; empty if there is none. */
  public Optional<ShardManifest> newest() throws IOException {
    return valid().stream()
        .max(
            Comparator.comparingLong(ShardManifest::epoch)
                .thenComparingLong(ShardManifest::checkpoint));
  }

  /**
   * Returns the shard as it was at a checkpoint, or else at the last one before it.
   *
   * @return empty if the shard was empty then
   * @throws IOException if its state then was let go because a later one was complete
   */
  private Optional<ShardManifest> at(long checkpoint) throws IOException {
    List<ShardManifest> valid = valid();
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
   * @throws IOException if a file in the store is missing or damaged; the folder then holds no
   *     commit, so nothing of it can be served
   */
  public void fetch(ShardManifest manifest, Path folder) throws IOException {
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
        if (file == null || isCommit(file) || !isRight(there, file)) {
          Files.delete(there);
        }
      }
    }
    for (StoredFile file : wanted.values()) {
      if (!isCommit(file) && !Files.exists(folder.resolve(file.name()))) {
        fetch(file, folder);
      }
    }
    // What makes a commit of them, once all are there.
    for (StoredFile file : wanted.values()) {
      if (isCommit(file)) {
        fetch(file, folder);
      }
    }
  }

  private void fetch(StoredFile file, Path folder) throws IOException {
    Path part = folder.resolve(file.name() + ".part");
    try (InputStream in = files.open(file.storedName())) {
      Files.copy(in, part);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new IOException(
          "%s must hold %s, but it can't be read".formatted(name, file.storedName()), e);
    }
    if (!isRight(part, file)) {
      Files.delete(part);
      throw new IOException(
          "%s in %s must be as it was written, but is damaged: its length or checksum differs"
              .formatted(file.storedName(), name));
    }
    Files.move(part, folder.resolve(file.name()));
  }

  private StoredFile copy(Path file) throws IOException {
    StoredFile stored =
        new StoredFile(String.valueOf(file.getFileName()), Files.size(file), crc32(file));
    if (files.length(stored.storedName()) != stored.length()) {
      files.write(stored.storedName(), out -> copy(file, out));
    }
    return stored;
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  /** Returns the manifests that count, of which an older writer's later ones do not. */
  private List<ShardManifest> valid() throws IOException {
    TreeMap<Long, Long> starts = new TreeMap<>();
    for (String claimed : epochs.names()) {
      starts.put(Long.parseLong(claimed), start(claimed));
    }
    List<ShardManifest> valid = new ArrayList<>();
    for (String file : manifests.names()) {
      if (file.endsWith(JSON_SUFFIX)) {
        ShardManifest manifest = read(file);
        boolean counts =
            starts.tailMap(manifest.epoch(), false).values().stream()
                .allMatch(start -> manifest.checkpoint() <= start);
        if (counts) {
          valid.add(manifest);
        }
      }
    }
    return valid;
  }

  private long start(String claimed) throws IOException {
    try (InputStream in = epochs.open(claimed)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      // A claim that was cut short: its writer has written nothing.
      return text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text);
    }
  }

  private ShardManifest read(String file) throws IOException {
    try (InputStream in = manifests.open(file)) {
      byte[] all = in.readAllBytes();
      String text = new String(all, StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      CRC32 crc = new CRC32();
      String json = text.substring(end + 1);
      crc.update(json.getBytes(StandardCharsets.UTF_8));
      if (end < 0 || !text.substring(0, end).strip().equals("%08x".formatted(crc.getValue()))) {
        throw new IOException(
            "manifest %s of %s must be as it was written, but is damaged".formatted(file, name));
      }
      return JSON.readValue(json, ShardManifest.class);
    }
  }

  private void requireNewest() throws IOException {
    long newest = newestEpoch();
    if (newest != epoch) {
      throw new IOException(
          "%s must have one writer, but that of epoch %d was followed by that of epoch %d"
              .formatted(name, epoch, newest));
    }
  }

  private long newestEpoch() throws IOException {
    List<String> claimed = epochs.names();
    return claimed.isEmpty() ? 0 : Long.parseLong(claimed.getLast());
  }

  private static boolean isCommit(StoredFile file) {
    return file.name().startsWith("segments_");
  }

  private static boolean isRight(Path there, StoredFile file) throws IOException {
    return Files.size(there) == file.length() && crc32(there) == file.crc32();
  }

  private static long crc32(Path file) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getChecksum().getValue();
    }
  }

  /** Numbers whose order as text is their order. */
  private static String number(long value) {
    return "%019d".formatted(value);
  }
}
