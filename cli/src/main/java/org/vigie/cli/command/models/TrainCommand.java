package org.vigie.cli.command.models;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie train}. */
@Command(name = "train", description = "Train a model from labelled or invented adverts")
public final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "train needs a model, but none is named; type ./vigie train recruitment --data FILE, or"
            + " ./vigie train names, sentences, sexual, forced-criminality, other, work or group");
  }
}
