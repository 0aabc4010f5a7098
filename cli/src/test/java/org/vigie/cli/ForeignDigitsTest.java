package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a system's language has digits of its own, as in Nepal, Bangladesh, Myanmar and Iran. */
class ForeignDigitsTest {
  @Test
  void numbersAreWrittenAsFormatsAndReadersOfLogsExpectThem() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=ne",
                "-Duser.country=NP",
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.cli.Vigie",
                "demo",
                "--adverts",
                "1")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isNotZero();
    assertThat(said).contains("--adverts must be at least 100, but was 1");
  }
}
