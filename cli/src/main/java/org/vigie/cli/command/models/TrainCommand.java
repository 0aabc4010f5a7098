package org.vigie.cli.command.models;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import org.vigie.training.name.NameTraining;
import org.vigie.training.risk.RiskTraining;
import org.vigie.training.sentence.SentenceTraining;
import org.vigie.world.FormAdverts;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vigie train}. */
@Command(name = "train", description = "Train a model from labelled or invented adverts")
public final class TrainCommand implements Callable<Integer> {
  /** Returns the command with those of each model. */
  public static CommandLine commandLine(Environment environment) {
    CommandLine train =
        new CommandLine(new TrainCommand())
            .addSubcommand(
                new TrainRecruitmentCommand(
                    environment,
                    (data, models, name) -> RiskTraining.withDefaults().train(data, models, name)))
            .addSubcommand(
                new TrainNamesCommand(
                    environment, (models, name) -> NameTraining.of(models).train(name)))
            .addSubcommand(new TrainGroupCommand(environment))
            .addSubcommand(new TrainSignsCommand(environment))
            .addSubcommand(new TrainEncoderCommand(environment))
            .addSubcommand(
                new TrainSentencesCommand(
                    environment, (models, name) -> SentenceTraining.load().train(models, name)));
    for (String form : FormAdverts.FORMS) {
      train.addSubcommand(form, new TrainFormCommand(environment, form));
    }
    return train;
  }

  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "train needs a model, but none is named; type ./vigie train recruitment --data FILE, or"
            + " ./vigie train names, sentences, sexual, forced-criminality, other, work or group");
  }
}
