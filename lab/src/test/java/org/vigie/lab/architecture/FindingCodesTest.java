package org.vigie.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.text.finding.FindingWords;

/** The codes that the sources name, against those that the message files say. */
class FindingCodesTest {
  private static final Path ROOT = Path.of(System.getProperty("vigie.root"));
  private static final Pattern MADE = Pattern.compile("Finding\\.of\\(\\s*\"([^\"]+)\"");
  private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9-]+)\"");

  @Test
  void areAllSaid() throws IOException {
    assertThat(FindingWords.english().codes()).containsAll(literals(MADE));
  }

  @Test
  void areAllMadeBySomebody() throws IOException {
    assertThat(literals(QUOTED)).containsAll(FindingWords.english().codes());
  }

  private static Set<String> literals(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : sources()) {
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOT.relativize(file).toString().contains("src/main/java"))
          .toList();
    }
  }
}
