package org.vigie.cli.supply;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.casework.Readme;

/**
 * A line of {@code .ci/floors.tsv}.
 *
 * @param coordinate {@code group:artifact}
 * @param livedWith why it is lived with, or empty
 */
record Floor(String coordinate, String least, String advisory, String source, String livedWith) {
  private static final Pattern QUALIFIED =
      Pattern.compile("(?i)(^|[.-])(alpha|beta|cr|m|rc|snapshot)(?![a-z])");

  static List<Floor> all() throws Exception {
    return Readme.text(".ci/floors.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Floor::of)
        .toList();
  }

  private static Floor of(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 4 || cells.length > 5) {
      throw new IllegalArgumentException("four or five columns must be in: " + line);
    }
    return new Floor(cells[0], cells[1], cells[2], cells[3], cells.length < 5 ? "" : cells[4]);
  }

  /**
   * Whether a version has the fault. One before a release, such as {@code 2.0-rc1}, is below it.
   */
  boolean isAbove(String version) {
    int order = Arrays.compare(numbers(version), numbers(least));
    return order < 0 || order == 0 && QUALIFIED.matcher(version).find();
  }

  /** Returns the numbers that a version begins with; zeros at its end say nothing. */
  private static int[] numbers(String version) {
    String[] parts = version.split("-", 2)[0].split("[.]");
    int[] numbers =
        Arrays.stream(parts)
            .takeWhile(part -> part.matches("[0-9]{1,9}"))
            .mapToInt(Integer::parseInt)
            .toArray();
    int length = numbers.length;
    while (length > 0 && numbers[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(numbers, length);
  }

  /** Returns what is amiss, in one line. */
  String told(String version) {
    return "%s must be %s or newer, but is %s: %s, %s"
        .formatted(coordinate, least, version, advisory, source);
  }
}
