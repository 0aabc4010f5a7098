package org.vigie.lab.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseReportTest {
  @TempDir Path project;

  @BeforeEach
  void aDocument() throws IOException {
    write("docs/page.md", "# Five words in all\n| " + "long ".repeat(100) + "|\n");
  }

  @Test
  void countsFilesAndLinesOfARoom() throws Exception {
    write("cellar/src/main/java/a/One.java", "package a;\nclass One {}\n");
    write("cellar/src/main/java/b/Two.java", "package b;\n\nclass Two {}\n");
    write("cellar/src/test/java/b/TwoTest.java", "package b;\nclass TwoTest {}\n");
    write("attic/src/main/java/c/Three.java", "package c;\nclass Three {}\n");

    assertThat(report()).contains("| attic | 1 | 2 |", "| cellar | 2 | 5 |");
  }

  @Test
  void namesFilesAndPackagesThatAreTooBig() throws Exception {
    write(
        "cellar/src/main/java/a/Long.java",
        "package a;\nclass Long {\n" + "\n".repeat(298) + "}\n");
    for (int i = 0; i < 41; i++) {
      write(
          "cellar/src/main/java/wide/T%d.java".formatted(i),
          "package wide;\nclass T%d {}\n".formatted(i));
    }

    assertThat(report())
        .contains(
            "| files over 300 lines | 1 | 0 |",
            "| `cellar/src/main/java/a/Long.java` | 301 lines |",
            "| packages over 40 files | 1 |  |",
            "| `wide` | 41 files |");
  }

  @Test
  void countsMethodsWithBodiesAndPartsOfRecords() throws Exception {
    write(
        "cellar/src/main/java/a/A.java",
        """
        package a;
        interface A {
          int none();
          default int one() { return 1; }
          default int three() {
            return 3;
          }
        }
        record Wide(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
          static final int NO_PART = 0;
        }
        """);

    assertThat(report())
        .contains(
            "| lines of a method, median | 1 | 5 |",
            "| records of more than 8 parts | 1 | 0 |",
            "| parts of the widest record | 9 |  |");
  }

  @Test
  void findsNamesThatOccurTwiceAndIdsOfIndicators() throws Exception {
    write(
        "cellar/src/main/java/a/Same.java", "package a;\nclass Same { String id = \"LX-07\"; }\n");
    write(
        "cellar/src/main/java/b/Same.java",
        "package b;\nclass Same { String no = \"LX-07 too\"; }\n");

    assertThat(report())
        .contains(
            "| simple names that occur twice | 1 | under 10 |",
            "| `Same` | 2 types |",
            "| literals of indicators' ids, but in their one file | 1 | 0 |");
  }

  @Test
  void takesATypeThatStandsInForAnotherForTheSameName() throws Exception {
    write("cellar/src/main/java/a/Same.java", "package a;\nclass Same {}\n");
    write("attic/src/main/java/instead/a/Same.java", "package instead.a;\nclass Same {}\n");

    assertThat(report()).contains("| simple names that occur twice | 0 | under 10 |");
  }

  @Test
  void countsWordsOfDocumentsAndLeavesTablesOutOfTheLongestLine() throws Exception {
    write("cellar/src/main/java/a/One.java", "package a;\nclass One {}\n");

    assertThat(report())
        .contains(
            "| words of the documentation | 107 | 25000 |",
            "| longest line of the documentation, tables left out | 19 | 160 |");
  }

  private List<String> report() throws IOException {
    HouseReport report = HouseReport.of(project);
    return Stream.concat(report.lines().stream(), report.overBounds().stream()).toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
