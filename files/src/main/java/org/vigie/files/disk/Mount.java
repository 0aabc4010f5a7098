package org.vigie.files.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file system that Linux has mounted.
 *
 * @param device number of its block device, such as {@code 8:1}; {@code 0:…} if it has none
 * @param point where it is seen
 * @param type its kind, such as {@code ext4}
 * @param source what is mounted, such as {@code /dev/sda1}
 * @see <a href="https://www.kernel.org/doc/Documentation/filesystems/proc.txt">proc.txt, 3.5</a>
 */
record Mount(String device, Path point, String type, String source) {
  private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

  /**
   * Returns the mount on which a path lies; of two at one place the later one is seen.
   *
   * @param mounts file of what is mounted, such as {@code /proc/self/mountinfo}
   * @param path absolute, without symbolic links
   * @throws IOException if the file can't be read
   */
  static Optional<Mount> of(Path mounts, Path path) throws IOException {
    Mount found = null;
    for (String line : Files.readAllLines(mounts)) {
      Mount mount = read(line).orElse(null);
      if (mount != null
          && path.startsWith(mount.point)
          && (found == null || mount.point.getNameCount() >= found.point.getNameCount())) {
        found = mount;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Any number of optional words stand before a dash. */
  private static Optional<Mount> read(String line) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    int dash = words.subList(Math.min(6, words.size()), words.size()).indexOf("-") + 6;
    return dash < 6 || words.size() < dash + 3
        ? Optional.empty()
        : Optional.of(
            new Mount(
                words.get(2),
                Path.of(plain(words.get(4))),
                words.get(dash + 1),
                plain(words.get(dash + 2))));
  }

  /** Spaces, tabs, line ends and backslashes are written as their octal numbers. */
  private static String plain(String word) {
    return ESCAPED.matcher(word).replaceAll(Mount::character);
  }

  private static String character(MatchResult octal) {
    String character = String.valueOf((char) Integer.parseInt(octal.group(1), 8));
    return Matcher.quoteReplacement(character);
  }
}
