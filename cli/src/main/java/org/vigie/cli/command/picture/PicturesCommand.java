package org.vigie.cli.command.picture;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie pictures}. */
@Command(name = "pictures", description = "Read what is written in pictures, and keep nothing")
public final class PicturesCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "pictures needs to know what, but nothing is named; type ./vigie pictures read FILE");
  }
}
