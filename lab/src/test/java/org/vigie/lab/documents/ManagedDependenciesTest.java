package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The root pom gives a version to nothing that no module has. */
class ManagedDependenciesTest {
  private static final Path ROOT = Path.of(System.getProperty("vigie.root"));
  private static final Pattern NESTED =
      Pattern.compile("<exclusions>.*?</exclusions>", Pattern.DOTALL);
  private static final Pattern IMPORTED =
      Pattern.compile(
          "<dependency>((?!</dependency>).)*<scope>import</scope>.*?</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

  @Test
  void areDeclaredByAModuleOrComeWithWhatOneDeclares() throws IOException {
    Set<String> had = declared();
    had.addAll(onTheClassPath());

    assertThat(managed())
        .hasSizeGreaterThan(100)
        .allSatisfy(name -> assertThat(had).contains(name));
  }

  private static List<String> managed() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String section =
        pom.substring(
            pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"));
    return artifacts(IMPORTED.matcher(NESTED.matcher(section).replaceAll("")).replaceAll(""));
  }

  private static Set<String> declared() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path pom : folders.map(folder -> folder.resolve("pom.xml")).toList()) {
        if (Files.exists(pom)) {
          found.addAll(artifacts(NESTED.matcher(Files.readString(pom)).replaceAll("")));
        }
      }
    }
    return found.stream().collect(Collectors.toSet());
  }

  /** Returns the artifacts of Maven's repository: a jar lies in a folder of its version there. */
  private static List<String> onTheClassPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(jar -> jar.getNameCount() > 2)
        .map(jar -> jar.getName(jar.getNameCount() - 3).toString())
        .toList();
  }

  private static List<String> artifacts(String text) {
    return ARTIFACT.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
