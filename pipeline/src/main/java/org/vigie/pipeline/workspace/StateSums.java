package org.vigie.pipeline.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.WholeFile;

/**
 * The hashes of the files of a saved state, beside them in {@code SHA256SUMS}, which {@code
 * sha256sum --check} reads too. Flink has none of its own, and goes on from a state with a wrong
 * byte as if it were right.
 *
 * @param state folder of the state
 */
public record StateSums(Path state) {
  private static final String GAP = "  ";

  /** Writes them for a state that is complete. */
  public void write() throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Path file : files()) {
      sums.append(hash(file)).append(GAP).append(state.relativize(file)).append('\n');
    }
    WholeFile.write(list(), sums.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the first file that isn't as it was written; empty if all are, or if there are no
   * hashes: a run that was killed leaves a checkpoint without.
   */
  public Optional<Path> damaged() throws IOException {
    if (!Files.exists(list())) {
      return Optional.empty();
    }
    // A wrong byte of the list need not be UTF-8.
    for (String line : Files.readAllLines(list(), StandardCharsets.ISO_8859_1)) {
      int gap = line.indexOf(GAP);
      Path file = gap < 0 ? list() : named(line.substring(gap + GAP.length()));
      if (gap < 0 || !isAs(line.substring(0, gap), file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Returns the list itself for what no file can be called here: a wrong byte made it. */
  private Path named(String name) {
    try {
      return state.resolve(name);
    } catch (InvalidPathException e) {
      return list();
    }
  }

  private static boolean isAs(String hash, Path file) throws IOException {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && hash(file).equals(hash);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private Path list() {
    return state.resolve("SHA256SUMS");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(state)) {
      return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.equals(list()))
          .sorted()
          .toList();
    }
  }

  private static String hash(Path file) throws IOException {
    return Sha256.of(file).substring("sha256:".length());
  }
}
