package org.vigie.files.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SharedClassesTest {
  private static final String FILE = "-XX:SharedArchiveFile=";

  @Test
  void areWrittenDownOfJarsAlone() throws Exception {
    List<String> options = SharedClasses.options(Jsoup.class);

    assertThat(options).contains("-XX:+AutoCreateSharedArchive");
    assertThat(options.get(options.size() - 2)).isEqualTo("-cp");
    assertThat(options.getLast().split(File.pathSeparator))
        .isNotEmpty()
        .allMatch(path -> path.endsWith(".jar"))
        .anyMatch(path -> path.contains("jsoup"));
    assertThat(Files.isDirectory(archive(options).getParent())).isTrue();
  }

  @Test
  void areThoseOfAllProcessesThatBeginWithOneClass() throws Exception {
    Path archive = archive(SharedClasses.options(Jsoup.class));

    assertThat(archive(SharedClasses.options(Jsoup.class))).isEqualTo(archive);
    assertThat(archive(SharedClasses.options(JsonFactory.class))).isNotEqualTo(archive);
  }

  @Test
  void areLeftWhereTheyAreIfTheyLieInAFolder() throws Exception {
    assertThat(SharedClasses.options(SharedClassesTest.class))
        .containsExactly("-cp", System.getProperty("java.class.path"));
  }

  private static Path archive(List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(FILE))
        .map(option -> Path.of(option.substring(FILE.length())))
        .findFirst()
        .orElseThrow();
  }
}
