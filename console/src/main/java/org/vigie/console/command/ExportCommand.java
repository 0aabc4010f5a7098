package org.vigie.console.command;

import java.util.concurrent.Callable;
import org.vigie.console.export.Export;
import org.vigie.console.export.ExportFormat;
import org.vigie.console.failure.Exit;
import org.vigie.console.render.Words;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.search.SearchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie export}. */
@Command(
    name = "export",
    description = "Write all adverts that a query finds to a file",
    footer = {
      "",
      "Exports hold personal data of special categories: keep them as your mandate says.",
      "Example:",
      "  ./vigie export 'risk>0.8' --format csv --output leads.csv"
    })
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "QUERY", description = "As for search; '' for everything")
  private String query = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl, csv or xlsx. Default: jsonl")
  private ExportFormat format = ExportFormat.JSONL;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "A file that does not exist yet")
  private String output = "";

  @Mixin private Reading reading = new Reading();

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    try (Reading.Opened opened = reading.open(surroundings, "export", query)) {
      SearchRequest request =
          new SearchRequest(
              query,
              0,
              0,
              SearchRequest.Order.NEWEST,
              0,
              opened.settings().search().timeout(),
              new PhonesIn(opened.approved(), opened.settings().run().models()));
      long written = new Export(opened.index(), format).write(request, surroundings.path(output));
      surroundings
          .out()
          .println(Words.count(written, "advert", "adverts") + " written to " + output);
    }
    return Exit.OK.code();
  }
}
