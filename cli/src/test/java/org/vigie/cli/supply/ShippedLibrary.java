package org.vigie.cli.supply;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vigie.casework.Readme;

/**
 * A library that is installed.
 *
 * @param coordinate {@code group:artifact}
 * @param file the name of its jar
 * @param from where Maven has it: a jar, or the classes of a module that isn't packed yet
 */
record ShippedLibrary(String coordinate, String version, String file, Path from) {
  /** {@code group:artifact:type[:classifier]:version:scope:path}, and its module's name. */
  private static final Pattern LINE =
      Pattern.compile(
          "^ +([^: ]+:([^: ]+)):[^: ]+(?::([^: ]+))?:([^: ]+):[a-z]+:(.*?)(?: -- module .*)?$");

  /** Returns all, as Maven resolves them for what is installed. */
  static List<ShippedLibrary> all() throws IOException {
    Path list = Readme.project().resolve("cli/target/shipped.txt");
    requireListed(Files.exists(list), System.getenv().getOrDefault("VIGIE_SHIPPED", ""));
    return Files.readAllLines(list).stream()
        .flatMap(line -> LINE.matcher(line).results())
        .map(ShippedLibrary::of)
        .toList();
  }

  /**
   * Ends a test for want of the list: as failed where {@code VIGIE_SHIPPED} is {@code required}, as
   * {@code .ci/run} sets it, else as skipped.
   */
  static void requireListed(boolean isListed, String demand) {
    String hindrance = "Maven must have listed what is installed";
    if (!isListed && demand.equals("required")) {
      throw new AssertionError(hindrance);
    }
    assumeTrue(isListed, hindrance);
  }

  private static ShippedLibrary of(MatchResult line) {
    String classifier = line.group(3) == null ? "" : "-" + line.group(3);
    String file = "%s-%s%s.jar".formatted(line.group(2), line.group(4), classifier);
    return new ShippedLibrary(line.group(1), line.group(4), file, Path.of(line.group(5)));
  }

  boolean isOurs() {
    return coordinate.startsWith("org.vigie:");
  }

  /** Where a repository of Maven's has it. */
  String path() {
    String[] names = coordinate.split(":");
    return "%s/%s/%s/%s".formatted(names[0].replace('.', '/'), names[1], version, file);
  }
}
