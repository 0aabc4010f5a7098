package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that were set aside beside one as another took its place, in the order of their names. */
final class SetAside {
  /** How the names go on of what a lost key signed, and of its public half. */
  static final Pattern LOST = Pattern.compile("\\.lost-.*");

  private SetAside() {}

  /**
   * Returns those beside a file, whether that is there or not.
   *
   * @param rest how their names go on after the file's
   */
  static List<Path> of(Path file, Pattern rest) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    String start = String.valueOf(file.getFileName());
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(
              one -> {
                String name = String.valueOf(one.getFileName());
                return name.startsWith(start)
                    && rest.matcher(name.substring(start.length())).matches();
              })
          .sorted()
          .toList();
    }
  }
}
