package org.vigie.cli.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.environment.Here;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.pipeline.RecordCounts;
import org.vigie.pipeline.RunProgress;

class ModelWaitTest {
  private static final Path MODELS = Path.of(System.getProperty("vigie.root"), "models");
  private static final RunProgress NOTHING_READ =
      new RunProgress(0, 9, new RecordCounts(0, 0, 0, 0, 0), 0, 0);
  private static final RunProgress SOME_READ =
      new RunProgress(5, 9, new RecordCounts(1, 0, 0, 0, 0), 0, 0);

  private final String before = System.getProperty(ImageFolder.PROPERTY, "");

  @TempDir Path folder;

  @BeforeEach
  void keepNoImages() {
    System.setProperty(ImageFolder.PROPERTY, "");
  }

  @AfterEach
  void restore() {
    System.setProperty(ImageFolder.PROPERTY, before);
  }

  @Test
  void isSaidOnceOnATerminalWhileNothingIsRead() {
    ModelWait wait = new ModelWait(environment(true), MODELS);

    assertThat(wait.line(NOTHING_READ))
        .hasValueSatisfying(line -> assertThat(line).startsWith("reading the models"));
    assertThat(wait.line(NOTHING_READ)).isEmpty();
  }

  @Test
  void isNotSaidOnceSomethingIsRead() {
    ModelWait wait = new ModelWait(environment(true), MODELS);

    assertThat(wait.line(SOME_READ)).isEmpty();
    assertThat(wait.line(NOTHING_READ)).isEmpty();
  }

  @Test
  void isNotSaidInALog() {
    assertThat(new ModelWait(environment(false), MODELS).line(NOTHING_READ)).isEmpty();
  }

  private Environment environment(boolean onTerminal) {
    Environment here = Here.in(folder).environment();
    return new Environment(
        folder,
        folder,
        Map.of(),
        "analyst",
        here.clock(),
        new Environment.Streams(
            here.in(),
            here.out(),
            here.err(),
            new Environment.Terminals(false, false, onTerminal)));
  }
}
