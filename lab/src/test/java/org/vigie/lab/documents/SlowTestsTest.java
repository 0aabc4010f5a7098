package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;

/** The list of tests that {@code ./vigie test --quick} leaves out. */
class SlowTestsTest {
  @Test
  void everyLineStandsForTestsThatAreThere() throws IOException {
    List<Path> tests = tests();
    List<String> listed =
        Files.readAllLines(Readme.project().resolve(".ci/slow-tests.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();

    assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
    for (String line : listed) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + line);
      assertThat(tests).as(line).anyMatch(matcher::matches);
    }
  }

  private static List<Path> tests() throws IOException {
    Path project = Readme.project();
    try (Stream<Path> modules = Files.list(project)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(SlowTestsTest::below)
          .toList();
    }
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
