package org.vigie.lab.verify.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that repeats what it is told, in place of a run. */
@Timeout(60)
class TrialProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void saysHowFarARunHasComeThatReadsNoMore() throws Exception {
    Path errors = Files.writeString(folder.resolve("output.txt"), "the disk is full");
    Process process = echo();
    say(process, "read 3");

    try (TrialProcess run = new TrialProcess(process, errors, Duration.ZERO)) {
      assertThatThrownBy(() -> run.awaitRead(5))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must read 5 adverts within")
          .hasMessageEndingWith("the disk is full");
    }
  }

  @Test
  void saysThatARunDoesNotEnd() throws Exception {
    try (TrialProcess run = new TrialProcess(echo(), folder.resolve("none"), Duration.ZERO)) {
      assertThatThrownBy(run::await)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must end within");
    }
  }

  @Test
  void waitsUntilARunHasReadEnoughOrHasEnded() throws Exception {
    Process process = echo();
    say(process, "read 2\nnoise\nread 5");

    try (TrialProcess run = new TrialProcess(process, folder.resolve("none"), LONG)) {
      run.awaitRead(5);
      assertThat(run.runsFor(0)).isTrue();
      run.stop();
      run.awaitRead(6);
      run.requireExit(0);
    }
  }

  private static Process echo() throws IOException {
    return new ProcessBuilder("cat").start();
  }

  private static void say(Process process, String lines) throws IOException {
    OutputStream to = process.getOutputStream();
    to.write((lines + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }
}
