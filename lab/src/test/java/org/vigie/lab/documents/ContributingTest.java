package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code CONTRIBUTING.md} says of the house is where it says. */
class ContributingTest {
  private static final Path ROOT = Path.of(System.getProperty("vigie.root"));

  private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern FILE =
      Pattern.compile("`(?:[\\w…/]+/)?([A-Z]\\w+\\.java|[a-z]\\w*\\.yaml)`");

  /** A workspace's own, which no folder of ours holds under that name. */
  private static final Set<String> OF_A_WORKSPACE = Set.of("vigie.yaml");

  @Test
  void namesEveryRoom() throws IOException {
    List<String> modules = found(MODULE, Files.readString(ROOT.resolve("pom.xml")));
    String section = section("## Where things live", "## Words that changed");
    List<String> rooms = found(FIRST_CELL, section);

    assertThat(modules).isNotEmpty();
    assertThat(rooms).contains(modules.toArray(String[]::new)).doesNotHaveDuplicates();
    assertThat(section.lines().filter(line -> line.startsWith("    lab")).findFirst())
        .hasValueSatisfying(arrows -> {
          for (String module : modules) {
            if (!module.equals("world")) {
              assertThat(arrows).contains(module);
            }
          }
        });
  }

  @Test
  void sendsPeopleToFilesThatAreThere() throws IOException {
    List<String> named = found(FILE, section("## Where would I put", "## Commits"));
    Set<String> files = files();

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named)
        .filteredOn(file -> !OF_A_WORKSPACE.contains(file))
        .allSatisfy(file -> assertThat(files).contains(file));
  }

  private static Set<String> files() throws IOException {
    Set<String> names = new HashSet<>();
    for (String module : found(MODULE, Files.readString(ROOT.resolve("pom.xml")))) {
      add(ROOT.resolve(module).resolve("src/main"), names);
    }
    add(ROOT.resolve("models"), names);
    return names;
  }

  private static void add(Path folder, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
  }

  private static String section(String from, String to) throws IOException {
    String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    return text.substring(text.indexOf(from), text.indexOf(to));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
