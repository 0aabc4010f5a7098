package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.lab.bench.independent.IndependentLoop;
import org.vigie.lab.bench.independent.RawSearch;

/** How the programs that are compared are started, and where they keep what they make. */
final class Programs {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final Path launcher;
  private final Path folder;
  private int made;

  /**
   * @param launcher the script {@code vigie}
   * @param folder for all that is made, which exists
   */
  Programs(Path launcher, Path folder) {
    this.launcher = launcher.toAbsolutePath();
    this.folder = folder.toAbsolutePath();
  }

  Path folder() {
    return folder;
  }

  /** Returns a path below the folder that nothing is at. */
  Path fresh(String name) {
    return folder.resolve(name + "-" + made++);
  }

  /** Makes a workspace with a mandate for files, by the program or as a copy of the first. */
  Path workspace() throws IOException, InterruptedException {
    Path first = folder.resolve("first");
    if (!Files.exists(first)) {
      vigie("init", "--trial", "--workspace", first.toString());
    }
    Path workspace = fresh("workspace");
    try (Stream<Path> files = Files.walk(first)) {
      files.forEach(file -> copy(file, workspace.resolve(first.relativize(file).toString())));
    }
    return workspace;
  }

  private static void copy(Path file, Path copy) {
    try {
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES); // open to their owner alone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    return command;
  }

  ProcessCost vigie(String... words) throws IOException, InterruptedException {
    return ProcessCost.of(command(words), said());
  }

  ProcessCost run(Path input, Path workspace) throws IOException, InterruptedException {
    return vigie(
        "run", "--quiet", "--input", input.toString(), "--workspace", workspace.toString());
  }

  ProcessCost independentLoop(Path input) throws IOException, InterruptedException {
    return java(
        List.of("-Xmx1536m", "-XX:+UseSerialGC"),
        IndependentLoop.class,
        List.of(input.toString(), fresh("loop").toString()));
  }

  /** Searches in Lucene alone. */
  ProcessCost rawSearch(String word, List<Path> shards) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(word));
    shards.forEach(shard -> words.add(shard.toString()));
    return java(
        List.of("-Xmx1536m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        RawSearch.class,
        words);
  }

  /** Returns the folders below one that hold a Lucene index each. */
  static List<Path> indexes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segments_"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** Returns what the program said last. */
  String lastSaid() throws IOException {
    return Files.readString(said());
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  private ProcessCost java(List<String> options, Class<?> main, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(words);
    return ProcessCost.of(command, said());
  }
}
