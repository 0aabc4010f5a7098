package org.vigie.files.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

/** A program that fetches the key from where it is held, such as a key management service. */
class KeyProgramTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[SealingKey.BYTES]);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @BeforeEach
  void needPosix() {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "the programs of these tests are scripts");
  }

  @Test
  void printsTheKeyAndThoseWhosePlaceItTook() throws Exception {
    String said = "command:" + program("echo \"$1 $HELD\"") + "  " + KEY;
    KeySource source = new KeySource(said, folder);

    assertThat(source.all(Map.of("HELD", "former"))).containsExactly(KEY, "former");
    assertThat(new KeySource(said, folder).read(Map.of())).isPresent();
    assertThat(source.file()).isEmpty();
  }

  @Test
  void isAskedOnceHoweverOftenTheKeyIsRead() throws Exception {
    Path asked = folder.resolve("asked");
    KeySource source =
        new KeySource("command:" + program("echo asked >> " + asked + "; echo " + KEY), folder);

    assertThat(source.read(Map.of())).isPresent();
    assertThat(source.all(Map.of())).containsExactly(KEY);
    assertThat(Files.readAllLines(asked)).containsExactly("asked");
  }

  @Test
  void getsItsWordsAsTheyStand() throws Exception {
    String words = program("printf '%s\\n' \"$@\"") + " $HOME * ; 'a b'";

    assertThat(print(words).lines()).containsExactly("$HOME", "*", ";", "'a", "b'");
  }

  @Test
  void givesNoKeyIfItFails() throws Exception {
    String failing = program("echo " + KEY + "; echo " + KEY + " >&2; exit 3");

    assertThatThrownBy(() -> new KeySource("command:" + failing, folder).read(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the program of files.key must end with 0, but ended with 3; type it yourself to see"
                + " why");
  }

  @Test
  void givesNoKeyIfItPrintsAnythingElse() throws Exception {
    String other = program("echo no key");

    assertThatThrownBy(() -> new KeySource("command:" + other, folder).read(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("files.key must lead to 32 bytes")
        .hasMessageContaining("the source command");
  }

  @Test
  void isEndedWhenItPrintsWithoutEnd() throws Exception {
    assertThatThrownBy(() -> print(program("while :; do echo " + KEY + "; done")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must print at most 4,096 bytes, but printed more");
  }

  @Test
  void isEndedWhenItTakesTooLong() throws Exception {
    String endless = program("exec tail -f /dev/null");

    assertThatThrownBy(() -> new KeyProgram(endless, Duration.ofMillis(1)).print(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage("the program of files.key must end within PT0.001S, but didn't");
  }

  @Test
  void takesNoLongerToEndThanIsLeftAfterReading() throws Exception {
    String lingering = program("echo " + KEY + "; exec tail -f /dev/null > /dev/null");
    Iterator<Long> nanos = List.of(0L, 0L, PATIENCE.toNanos()).iterator();

    assertThatThrownBy(() -> new KeyProgram(lingering, PATIENCE, nanos::next).print(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage("the program of files.key must end within PT5M, but didn't");
  }

  @Test
  void mustBeNamedByAPath() {
    String words = folder.resolve("fetch") + "\0key";

    assertThatThrownBy(() -> new KeySource("command:" + words, folder).read(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the program of files.key must be named by a path, but its name holds a character that"
                + " no path may");
  }

  @Test
  void mustBeNamedByItsWholePath() {
    for (String words : new String[] {"", " ", "fetch-key", "./fetch-key"}) {
      assertThatThrownBy(() -> new KeySource("command:" + words, folder).read(Map.of()))
          .as(words)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("must be named by its whole path");
    }
    assertThatThrownBy(
            () -> new KeySource("command:" + folder.resolve("none"), folder).read(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be one that can be started, but isn't");
  }

  private static String print(String words) {
    return new KeyProgram(words, PATIENCE).print(Map.of());
  }

  private String program(String body) throws IOException {
    Path file = Files.createTempFile(folder, "program", "");
    return "/bin/sh " + Files.writeString(file, body);
  }
}
