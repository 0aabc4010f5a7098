package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final Pattern ANY_FILE = Pattern.compile("`(?:[\\w…/]+/)?(\\w[\\w.]*\\.\\w+)`");
  private static final Pattern FRENCH = Pattern.compile("([_.])fr\\.(properties|md)$");
  private static final Pattern TEXT = Pattern.compile("\\.(java|properties|md)$");
  private static final Pattern INDICATOR = Pattern.compile("\\b([A-Z]{2}-\\d{2})\\b");

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
        .filteredOn(file -> !OF_A_WORKSPACE.contains(file) && !file.contains("_XX."))
        .allSatisfy(file -> assertThat(files).contains(file));
  }

  /** What holds most ids of the taxonomy is changed with it: a table of words or of constants. */
  @Test
  void namesEveryFileThatARowOfTheTaxonomyNeeds() throws IOException {
    Set<String> ids = new HashSet<>(found(INDICATOR, text("models/taxonomy.yaml")));
    List<String> named = inRow("a family of indicators");

    for (Path file : sources()) {
      Set<String> held = new HashSet<>(found(INDICATOR, Files.readString(file)));
      held.retainAll(ids);
      if (held.size() > ids.size() / 2) {
        assertThat(named).as("%s of %s", held.size(), file).contains(inEachLanguage(file));
      }
    }
    assertThat(ids).hasSizeGreaterThan(70);
  }

  @Test
  void namesEveryFileThatALanguageNeeds() throws IOException {
    List<String> named = new ArrayList<>(inRow("a language of the pages"));
    named.addAll(inRow("a language of reports, of glosses"));
    Set<String> french = new HashSet<>();
    for (Path file : sources()) {
      if (FRENCH.matcher(String.valueOf(file.getFileName())).find()) {
        french.add(inEachLanguage(file));
      }
    }

    assertThat(french).isNotEmpty().allSatisfy(file -> assertThat(named).contains(file));
  }

  @Test
  void noCodeListsTheLanguagesOfThePages() throws IOException {
    for (Path file : sources()) {
      if (file.toString().endsWith(".java")) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("Locale.FRENCH");
      }
    }
  }

  /** Returns the files of programs: text that is neither a sample nor for training. */
  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : found(MODULE, text("pom.xml"))) {
      Path main = ROOT.resolve(module).resolve("src/main");
      if (Files.isDirectory(main)) {
        try (Stream<Path> files = Files.walk(main)) {
          files.filter(file -> TEXT.matcher(file.toString()).find()).forEach(all::add);
        }
      }
    }
    return all;
  }

  private static String inEachLanguage(Path file) {
    return FRENCH.matcher(String.valueOf(file.getFileName())).replaceAll("$1XX.$2");
  }

  /** Returns the files that a task's row names. */
  private static List<String> inRow(String task) throws IOException {
    return section("## Where would I put", "## Commits")
        .lines()
        .filter(line -> line.startsWith("| " + task + " |"))
        .flatMap(line -> found(ANY_FILE, line).stream())
        .toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
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
