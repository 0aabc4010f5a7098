package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;

/** The table of ASVS names each requirement once, and no test that isn't there. */
class AsvsTableTest {
  /** Highest requirement of levels 1 and 2 in each section of version 5.0.0, where all are. */
  private static final List<String> SECTIONS =
      List.of(
          ("1.1.2 1.2.9 1.3.11 1.4.3 1.5.2 2.1.3 2.2.3 2.3.4 2.4.1 3.2.2 3.3.4 3.4.6 3.5.5 3.7.2 4.1.3"
                  + " 4.2.1 4.3.2 4.4.4 5.1.1 5.2.3 5.3.2 5.4.3 6.1.3 6.2.12 6.3.4 6.4.4 6.5.5 6.6.3"
                  + " 6.8.4 7.1.3 7.2.4 7.3.2 7.4.5 7.5.2 7.6.2 8.1.2 8.2.3 8.3.1 8.4.1 9.1.3 9.2.4"
                  + " 10.1.2 10.2.2 10.3.4 10.4.11 10.5.5 10.6.2 10.7.3 11.1.2 11.2.3 11.3.3 11.4.4"
                  + " 11.5.1 11.6.1 12.1.3 12.2.2 12.3.4 13.1.1 13.2.5 13.3.2 13.4.5 14.1.2 14.2.4"
                  + " 14.3.3 15.1.3 15.2.3 15.3.7 16.1.1 16.2.5 16.3.4 16.4.3 16.5.3")
              .split(" ", -1));

  private static final Pattern ROW = Pattern.compile("\\| ([0-9., –]+) \\| (.+) \\|");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]+(?:Test|Check)\\b");

  private final Path project = Readme.project();

  @Test
  void namesEachRequirementOnce() throws IOException {
    List<String> named = new ArrayList<>();
    for (Matcher row : rows()) {
      for (String one : row.group(1).split(", ", -1)) {
        named.addAll(each(one));
      }
    }
    List<String> all = new ArrayList<>();
    for (String last : SECTIONS) {
      all.addAll(each(last.substring(0, last.lastIndexOf('.')) + ".1–" + number(last)));
    }
    all.add("17");
    assertThat(named).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void namesNoTestThatIsNotThere() throws IOException {
    Set<String> there = new HashSet<>();
    try (Stream<Path> files = Files.walk(project, 14)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> there.add(name.replace(".java", "")));
    }
    for (Matcher row : rows()) {
      Matcher name = NAME.matcher(row.group(2));
      while (name.find()) {
        assertThat(there).contains(name.group());
      }
    }
  }

  /** Returns the numbers from one to another, as in {@code 1.2.3–5}. */
  private static List<String> each(String range) {
    int dash = range.indexOf('–');
    if (dash < 0) {
      return List.of(range);
    }
    String first = range.substring(0, dash);
    List<String> each = new ArrayList<>();
    for (int i = number(first); i <= Integer.parseInt(range.substring(dash + 1)); i++) {
      each.add(first.substring(0, first.lastIndexOf('.') + 1) + i);
    }
    return each;
  }

  private static int number(String requirement) {
    return Integer.parseInt(requirement.substring(requirement.lastIndexOf('.') + 1));
  }

  private List<Matcher> rows() throws IOException {
    return Files.readAllLines(project.resolve("docs/reference/asvs.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .toList();
  }
}
