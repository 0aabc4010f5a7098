package org.vigie.cli.command.seeds;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie seeds}. */
@Command(
    name = "seeds",
    description = "Propose, approve and decline seeds that adverts name",
    footer = {
      "",
      "Public channels and sites that leads name are proposed; nothing of them is fetched before a",
      "person approves one and crawls it:",
      "  ./vigie seeds propose",
      "  ./vigie seeds approve s-0123456789abcdef0123 --why 'named by three leads'",
      "  ./vigie crawl --seeds vigie-workspace/approved-seeds.yaml --check"
    })
public final class SeedsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "seeds needs to know what to do, but nothing is named; type ./vigie seeds propose, approve or decline");
  }
}
