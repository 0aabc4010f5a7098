package org.vigie.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;

/** The scripts that measure parts. */
class BenchScriptsTest {
  /** {@code ./vigie bench NAME} runs the script of that name, if there is one. */
  @Test
  void callNoCommandThatRunsThemselves() throws Exception {
    try (Stream<Path> files = Files.list(Readme.project().resolve("lab/bench"))) {
      List<Path> scripts = files.filter(Files::isExecutable).filter(Files::isRegularFile).toList();
      assertThat(scripts).isNotEmpty();
      for (Path script : scripts) {
        assertThat(Files.readString(script))
            .as(script.toString())
            .doesNotContainPattern("(?m)^[^#\n]*vigie bench " + script.getFileName() + "\\b");
      }
    }
  }
}
