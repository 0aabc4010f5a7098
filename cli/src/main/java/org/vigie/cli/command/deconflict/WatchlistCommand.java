package org.vigie.cli.command.deconflict;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie watchlist}. */
@Command(name = "watchlist", description = "Take partners' lists of contacts into the watchlist")
public final class WatchlistCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "watchlist needs to know what to do, but nothing is named; type ./vigie watchlist import");
  }
}
