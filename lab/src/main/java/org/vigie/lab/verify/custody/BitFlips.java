package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.vigie.lab.verify.Tally;

/** Bits flipped one at a time in the files of something that is shown. */
final class BitFlips {
  /** Something wrong was shown. */
  static final String SERVED = "served";

  /** Nothing was shown, and nobody was told what is damaged. */
  static final String BROKE_OFF = "broke off";

  /** Folders above it are put right again by their flipped file alone. */
  private static final long MOST_KEPT = 8L << 20;

  private final StoredView shown;
  private final Tally tally;
  private final String truth;
  private final List<Path> files;
  private final Map<Path, byte[]> kept = new LinkedHashMap<>();

  /**
   * @throws Exception if it can't even be shown undamaged
   */
  BitFlips(StoredView shown, Tally tally) throws Exception {
    this.shown = shown;
    this.tally = tally;
    files = files(shown.folder()).stream().filter(file -> file.toFile().length() > 0).toList();
    if (files.stream().mapToLong(file -> file.toFile().length()).sum() <= MOST_KEPT) {
      for (Path file : files(shown.folder())) {
        kept.put(file, Files.readAllBytes(file));
      }
    }
    truth = shown.all();
    putBack();
    tally.require(!truth.isEmpty(), "%s: there must be something to show", shown.kind());
    tally.require(
        shown.all().equals(truth), "%s: whole, it must be shown alike twice", shown.kind());
    putBack();
  }

  /** Flips one bit of one file, looks at what is shown, and puts all back. */
  void flip(Random random) throws IOException {
    Path file = files.get(random.nextInt(files.size()));
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    int at = random.nextInt(whole.length);
    changed[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, changed);
    String found = look(file);
    Files.write(file, whole);
    putBack();
    tally.count(shown.kind(), 1);
    tally.count(found, 1);
    tally.require(
        !found.equals(SERVED) && !found.equals(BROKE_OFF),
        "%s: with a bit of byte %d of %s flipped, what was shown %s",
        shown.kind(),
        at,
        shown.folder().relativize(file),
        found.equals(SERVED) ? "was something else" : "broke off, and no error named the damage");
  }

  private String look(Path flipped) {
    try {
      return shown.all().equals(truth) ? "without effect" : SERVED;
    } catch (Exception e) {
      // A fault of the program shows nothing wrong, but nobody is told what is damaged either.
      return isFault(e) || !names(e, flipped) ? BROKE_OFF : "found";
    }
  }

  private boolean names(Exception e, Path flipped) {
    return e.getMessage() != null && e.getMessage().contains(shown.named(flipped));
  }

  private static boolean isFault(Exception e) {
    return e instanceof NullPointerException
        || e instanceof IndexOutOfBoundsException
        || e instanceof ClassCastException;
  }

  /** What is shown by opening it may be written to by that. */
  private void putBack() throws IOException {
    if (kept.isEmpty()) {
      return;
    }
    for (Path file : files(shown.folder())) {
      if (!kept.containsKey(file)) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, byte[]> file : kept.entrySet()) {
      putBack(file.getKey(), file.getValue());
    }
  }

  /** Reading is much cheaper than writing, and few files are changed by being shown. */
  private static void putBack(Path file, byte[] whole) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), whole)) {
      Files.write(file, whole);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
