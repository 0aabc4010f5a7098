package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

class UnfinishedTest {
  @TempDir Path folder;

  /** A process of its own, which writes until it is asked to end. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      try (Unfinished unfinished = Unfinished.at(Path.of(args[0]))) {
        Files.createDirectories(unfinished.place().resolve("data"));
        Files.writeString(unfinished.place().resolve("data/report.html"), "<p>words");
        System.out.println("ready");
        TimeUnit.MINUTES.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void isGoneAfterItsProcessWasAskedToEnd() throws Exception {
    Path place = folder.resolve("package.part");
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                place.toString())
            .start();
    try {
      assertThat(writer.inputReader().readLine()).isEqualTo("ready");
      assertThat(place.resolve("data/report.html")).exists();
      writer.destroy();
      assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      writer.destroyForcibly();
    }
    assertThat(place).doesNotExist();
  }

  @Test
  void isGoneAtTheEndUnlessItWasMovedAndTakesNobodysPlace() throws Exception {
    Path place = folder.resolve("package.part");
    try (Unfinished unfinished = Unfinished.at(place)) {
      Files.writeString(unfinished.place(), "words");
      assertThatThrownBy(() -> Unfinished.at(place))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("another run writes it, or was ended");
    }
    assertThat(place).doesNotExist();

    Path moved = folder.resolve("package");
    try (Unfinished unfinished = Unfinished.at(place)) {
      Files.writeString(unfinished.place(), "words");
      Files.move(unfinished.place(), moved);
    }
    assertThat(moved).hasContent("words");
  }
}
