package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.files.failure.UserError;
import picocli.CommandLine;

class TrainRecruitmentCommandTest {
  @TempDir Path folder;

  @Test
  void trainsFromTheNamedFileIntoVigiesOwnModels() throws Exception {
    Files.writeString(folder.resolve("data.jsonl"), "{}");
    Here here = Here.in(folder);
    List<Path> trained = new ArrayList<>();
    TrainRecruitmentCommand command =
        new TrainRecruitmentCommand(
            here.environment(),
            (data, models, name) -> {
              trained.add(data);
              trained.add(models);
            });
    new CommandLine(command).parseArgs("--data", "data.jsonl");

    assertThat(command.call()).isZero();
    assertThat(trained)
        .containsExactly(folder.resolve("data.jsonl"), folder.resolve("home/models"));
    assertThat(here.out()).isEqualTo("Trained. The model and its card are in home/models.\n");
  }

  @Test
  void refusesDataThatIsNotThere() {
    TrainRecruitmentCommand command =
        new TrainRecruitmentCommand(Here.in(folder).environment(), (data, models, name) -> {});
    new CommandLine(command).parseArgs("--data", "none.jsonl");

    assertThatThrownBy(command::call).isInstanceOf(UserError.class);
  }
}
