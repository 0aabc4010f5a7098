package org.vigie.pipeline.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final String LABEL = "sha256:";

  /** Writes them for a state that is complete. */
  public void write() throws IOException {
    Map<Path, String> hashes = new TreeMap<>();
    for (Path file : files()) {
      hashes.put(file, Sha256.of(file));
    }
    write(hashes);
  }

  /**
   * Writes those that were taken as the files were written.
   *
   * @param hashes file of the state → hash as {@link Sha256} writes it
   */
  public void write(Map<Path, String> hashes) throws IOException {
    StringBuilder sums = new StringBuilder();
    new TreeMap<>(hashes)
        .forEach((file, hash) ->
            sums.append(hash.substring(LABEL.length()))
                .append(GAP)
                .append(state.relativize(file))
                .append('\n'));
    WholeFile.write(list(), sums.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the first file that isn't as it was written; empty if all that have a hash are. A
   * cluster's job leaves checkpoints without, which its own processes write, and none is taken of
   * files that several checkpoints share.
   */
  public Optional<Path> damaged() throws IOException {
    if (!Files.exists(list())) {
      return Optional.empty();
    }
    for (String line : lines()) {
      Optional<Path> file = named(line);
      if (file.isEmpty() || !isAs(line.substring(0, line.indexOf(GAP)), file.get())) {
        return Optional.of(file.orElse(list()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether one file is as it was written; also if there are no hashes.
   *
   * @param name of a file that every state has
   */
  public boolean isAsWritten(String name) throws IOException {
    if (!Files.exists(list())) {
      return true;
    }
    for (String line : lines()) {
      if (line.endsWith(GAP + name)) {
        return isAs(line.substring(0, line.indexOf(GAP)), state.resolve(name));
      }
    }
    return false;
  }

  /** A wrong byte of the list need not be UTF-8. */
  private List<String> lines() throws IOException {
    return Files.readAllLines(list(), StandardCharsets.ISO_8859_1);
  }

  /** Returns the file that a line names; nothing if the line is damaged. */
  private Optional<Path> named(String line) {
    int gap = line.indexOf(GAP);
    if (gap < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(state.resolve(line.substring(gap + GAP.length())));
    } catch (InvalidPathException e) {
      return Optional.empty(); // not every byte can be in a name
    }
  }

  private static boolean isAs(String hash, Path file) throws IOException {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && hash(file).equals(hash);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Returns the file that holds them. */
  public Path list() {
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
    return Sha256.hex(file);
  }
}
