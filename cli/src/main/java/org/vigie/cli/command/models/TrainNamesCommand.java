package org.vigie.cli.command.models;

import org.vigie.casework.environment.Environment;
import picocli.CommandLine.Command;

/** {@code vigie train names}. */
@Command(
    name = "names",
    description = "Train the finder of persons' names, and write its card",
    footer = {
      "",
      "It learns from the names and sentences in the folder names of the models: no other data is",
      "needed, and the same lists make the same model, byte for byte."
    })
public final class TrainNamesCommand extends TrainAloneCommand {
  public TrainNamesCommand(Environment environment, Training training) {
    super(environment, "person-names-1", training);
  }
}
