package org.vigie.lab.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packages of main code that hold more files than a newcomer can take in.
 *
 * <p>A package may hold more if the Javadoc of its package-info says why, in a sentence that begins
 * with {@value #MARK}
 */
final class PackageSizes {
  /** The most files that a package may hold without a reason, its package-info not counted. */
  static final int MOST = 40;

  /** What stands before the reason. */
  static final String MARK = "More than 40 files:";

  private static final String INFO = "package-info.java";
  private static final Pattern REASON = Pattern.compile(MARK + " \\w");
  private static final Pattern NEXT_LINE = Pattern.compile("\\s*\\R\\s*\\*?\\s*");

  private PackageSizes() {}

  /**
   * Returns the packages below a project's folder that are too large and give no reason, sorted.
   */
  static List<String> withoutReason(Path project) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(project)) {
      for (Path root : modules.map(module -> module.resolve("src/main/java")).sorted().toList()) {
        if (Files.isDirectory(root)) {
          for (Path folder : folders(root)) {
            tooLarge(folder).ifPresent(files -> found.add(named(root, folder, files)));
          }
        }
      }
    }
    return found;
  }

  private static List<Path> folders(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Optional<Long> tooLarge(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      long files =
          inside
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java") && !name.equals(INFO))
              .count();
      return files <= MOST || givesReason(folder.resolve(INFO))
          ? Optional.empty()
          : Optional.of(files);
    }
  }

  private static boolean givesReason(Path info) throws IOException {
    if (!Files.exists(info)) {
      return false;
    }
    String text = Files.readString(info);
    return REASON.matcher(NEXT_LINE.matcher(text).replaceAll(" ")).find();
  }

  private static String named(Path root, Path folder, long files) {
    String name = root.relativize(folder).toString().replace('/', '.');
    return "%s: %d files; part it, or say in its package-info: \"%s …\""
        .formatted(name, files, MARK);
  }
}
