package org.vigie.cli.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.RootCommand;
import org.vigie.files.failure.Exit;
import org.vigie.world.WorldSpec;

class TrainingCommandsTest {
  @TempDir Path folder;

  @Test
  void readWhatTheirRunLeft() throws Exception {
    List<String> done = new ArrayList<>();
    TrainingCommands commands =
        new TrainingCommands(
            Here.in(folder).home(Readme.project()).environment(),
            (environment, words) -> {
              done.add(words[0]);
              return RootCommand.commandLine(environment).execute(words);
            },
            folder.resolve("training"),
            WorldSpec.MIN_ADVERTS);

    commands.run();
    commands.search();

    assertThat(done).containsSubsequence("init", "run", "search", "alerts", "show");
    assertThat(folder.resolve("training/workspace/index")).isDirectory();
  }

  @Test
  void sayWhichOfThemFailedAndWhy() {
    TrainingCommands.Commands failing =
        (environment, words) -> {
          environment.err().println("the disk is full");
          return Exit.INPUT.code();
        };
    Environment here = Here.in(folder).environment();

    assertThatThrownBy(
            () -> new TrainingCommands(here, failing, folder, WorldSpec.MIN_ADVERTS).run())
        .isInstanceOf(IOException.class)
        .hasMessage("a warm-up must carry out init, but this ended with 4: the disk is full");
  }
}
