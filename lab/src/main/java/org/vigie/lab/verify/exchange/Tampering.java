package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One random change to a bag, by which its verification is put to the test.
 *
 * @param kind what was done
 * @param what what was done to which file
 * @param undo how it is undone
 */
record Tampering(Kind kind, String what, Undo undo) {
  /** What is done to a file. */
  enum Kind {
    BIT,
    RENAMED,
    DROPPED,
    ADDED
  }

  /** Puts back what was there. */
  @FunctionalInterface
  interface Undo {
    /** Does so. */
    void run() throws IOException;
  }

  /** Makes a change: seven in ten are of a single bit, as those are the hardest to find. */
  static Tampering of(Path bag, Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(bag)) {
      files = walk.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    return switch (random.nextInt(10)) {
      case 0 -> rename(bag, file, random);
      case 1 -> drop(bag, file);
      case 2 -> add(bag, file, random);
      default -> Files.size(file) == 0 ? drop(bag, file) : flip(bag, file, random);
    };
  }

  private static Tampering flip(Path bag, Path file, Random random) throws IOException {
    byte[] before = Files.readAllBytes(file);
    byte[] after = before.clone();
    int at = random.nextInt(before.length);
    int bit = random.nextInt(8);
    after[at] ^= (byte) (1 << bit);
    Files.write(file, after);
    return new Tampering(
        Kind.BIT,
        "bit %d of byte %d of %s".formatted(bit, at, bag.relativize(file)),
        () -> Files.write(file, before));
  }

  private static Tampering rename(Path bag, Path file, Random random) throws IOException {
    Path other = file.resolveSibling(file.getFileName() + "." + random.nextInt(1000));
    Files.move(file, other);
    return new Tampering(
        Kind.RENAMED, "renamed " + bag.relativize(file), () -> Files.move(other, file));
  }

  private static Tampering drop(Path bag, Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Files.delete(file);
    return new Tampering(
        Kind.DROPPED, "dropped " + bag.relativize(file), () -> Files.write(file, before));
  }

  private static Tampering add(Path bag, Path file, Random random) throws IOException {
    List<String> names =
        List.of(
            "x",
            ".hidden",
            "a b",
            "*",
            "manifest-sha512.txt",
            "new\nline",
            "-n",
            "report.html.sig");
    Path added = file.resolveSibling(names.get(random.nextInt(names.size())) + random.nextInt(9));
    if (random.nextInt(4) == 0) {
      Files.createSymbolicLink(added, file.getFileName());
    } else {
      Files.write(added, random.nextBoolean() ? new byte[0] : Files.readAllBytes(file));
    }
    return new Tampering(Kind.ADDED, "added " + bag.relativize(added), () -> Files.delete(added));
  }
}
