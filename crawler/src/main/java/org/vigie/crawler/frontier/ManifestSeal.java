package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OwnerOnly;

/**
 * The digest of RocksDB's list of files, its MANIFEST, as it was when the store was last closed.
 *
 * <p>RocksDB takes a last entry that ends too late for one that a power cut tore, and leaves it out
 * without a word. So one flipped bit of a length made a whole table look empty. A store that was
 * closed has no torn entry. Each opening to write begins a MANIFEST of another name: a seal of an
 * older one, as a kill leaves it, says nothing.
 *
 * @param manifest name of the file
 * @param digest its {@link Sha256}
 */
record ManifestSeal(String manifest, String digest) {
  private static final String NAME = "CLOSED";

  /** Returns the name of the list that a store has open. */
  static String current(Path folder) throws IOException {
    return new String(Files.readAllBytes(folder.resolve("CURRENT")), UTF_8).strip();
  }

  /** Keeps what a store's list of files is, once it is closed. */
  static void keep(Path folder, String manifest) throws IOException {
    String line = manifest + ' ' + Sha256.of(folder.resolve(manifest));
    Path written = OwnerOnly.file(folder.resolve(NAME + ".new"));
    Files.write(written, List.of(line, Sha256.of(line)));
    Files.move(
        written,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Requires that the list of a store that was closed is as it was then.
   *
   * @throws IOException if it is another, or can't be read
   */
  static void requireUnbroken(Path folder) throws IOException {
    ManifestSeal seal = read(folder);
    if (seal == null || seal.holds(folder)) {
      return;
    }
    ManifestSeal again = read(folder);
    // Who opens and closes the store meanwhile seals another list.
    if (again != null && again.equals(seal)) {
      throw new IOException(
          "%s must list the files of %s as when it was closed, but is damaged"
              .formatted(seal.manifest, folder));
    }
  }

  private boolean holds(Path folder) throws IOException {
    Path list = folder.resolve(manifest);
    return !manifest.equals(current(folder)) || Sha256.of(list).equals(digest);
  }

  /** A seal that is damaged itself says nothing. */
  private static @Nullable ManifestSeal read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return null;
    }
    List<String> lines = new String(Files.readAllBytes(file), UTF_8).lines().toList();
    if (lines.size() != 2 || !Sha256.of(lines.get(0)).equals(lines.get(1))) {
      return null;
    }
    String[] words = lines.get(0).split(" ", 2);
    return new ManifestSeal(words[0], words[1]);
  }
}
