package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/**
 * A run that is killed again and again against one that is left alone: the command as a person
 * types it. The stream itself is killed hundreds of times by {@code ./vigie verify pipeline}.
 */
@Tag("end-to-end")
class KillEndToEndTest {
  private static final long SEED = 7;
  private static final int ADVERTS = 2_000;
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void endsWithTheSameIndexHoweverOftenItIsKilled() throws Exception {
    Path input = folder.resolve("adverts.jsonl");
    Files.write(input, adverts(new Random(SEED)));
    Random random = new Random(SEED);

    runToTheEnd("alone", input);
    initialise("killed");
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      killed += killAfter(2_000 + random.nextInt(6_000), start("killed", input)) ? 1 : 0;
    }
    assertThat(exitOf(start("killed", input))).isZero();

    assertThat(killed).as("kills that met a run, seed %d", SEED).isPositive();
    assertThat(Found.in(folder.resolve("killed")))
        .as("seed %d", SEED)
        .isEqualTo(Found.in(folder.resolve("alone")));
  }

  @Test
  void stopsInOrderOnCtrlCAndTakesUpAgain() throws Exception {
    Path input = folder.resolve("adverts.jsonl");
    Files.write(input, adverts(new Random(SEED)));
    initialise("stopped");
    Process run = start("stopped", input);
    while (!Files.exists(folder.resolve("stopped/state/tmp"))) { // made when the job is to start
      assertThat(run.waitFor(20, TimeUnit.MILLISECONDS)).as("ended before Ctrl-C").isFalse();
    }

    new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();

    assertThat(run.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("stopped.log"))
        .content()
        .contains("vigie: stopping; the same command takes up again");
    assertThat(exitOf(start("stopped", input))).isZero();
  }

  private void runToTheEnd(String workspace, Path input) throws Exception {
    initialise(workspace);
    assertThat(exitOf(start(workspace, input))).isZero();
  }

  private void initialise(String workspace) {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial", "--workspace", workspace)).isZero();
  }

  private Process start(String workspace, Path input) throws IOException {
    List<String> command = new ArrayList<>(hearingCtrlC());
    command.addAll(
        SeparateVigie.command(
            List.of(),
            List.of("run", "--input", input.toString(), "--quiet", "--workspace", workspace)));
    File log = folder.resolve(workspace + ".log").toFile();
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  /**
   * A test that a script starts in the background is born deaf to Ctrl-C, and so are its children;
   * this gives them their hearing back where the system can.
   */
  private static List<String> hearingCtrlC() throws IOException {
    List<String> reset = List.of("env", "--default-signal=INT");
    try {
      Process probe =
          new ProcessBuilder("env", "--default-signal=INT", "true")
              .redirectErrorStream(true)
              .start();
      return probe.waitFor() == 0 ? reset : List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static int exitOf(Process process) throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("a run of " + ADVERTS + " adverts must end within ten minutes");
    }
    return process.exitValue();
  }

  /** Returns whether the process was still alive when it was killed. */
  private static boolean killAfter(int millis, Process process) throws InterruptedException {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    process.destroyForcibly();
    process.waitFor();
    return true;
  }

  /** One in four belongs to one of twenty campaigns; some are repeated word for word. */
  private static List<String> adverts(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ADVERTS; i++) {
      String text =
          random.nextInt(4) == 0
              ? campaign(random.nextInt(20), random)
              : ordinary(random.nextInt(ADVERTS / 2));
      lines.add("{\"text\":\"%s\",\"site\":\"ads.example.org\"}".formatted(text));
    }
    return lines;
  }

  private static String campaign(int number, Random random) {
    Random template = new Random(number);
    StringBuilder text = new StringBuilder("Offer in town " + random.nextInt(30));
    for (int word = 0; word < 40; word++) {
      text.append(" c").append(number).append('w').append(template.nextInt(1_000));
    }
    return text.append(" call +33 6 39 98 00 %02d".formatted(random.nextInt(100))).toString();
  }

  private static String ordinary(int number) {
    Random words = new Random(1_000_000L + number);
    StringBuilder text = new StringBuilder("Small ad");
    for (int word = 0; word < 30; word++) {
      text.append(" w").append(words.nextInt(50_000));
    }
    return text.toString();
  }
}
