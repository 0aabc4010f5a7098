package org.vigie.console.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.console.config.Settings;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.mandate.MandateDesk;
import org.vigie.console.mandate.SyntheticMandate;
import org.vigie.console.render.SafeJson;
import org.vigie.console.render.Words;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlReport;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie crawl}. */
@Command(
    name = "crawl",
    description = "Fetch public pages politely into the workspace's captures",
    footer = {
      "",
      "Only the hosts of the seeds are crawled, as their robots.txt allows, never behind a login.",
      "Set crawl.contact in vigie.yaml first. Then read what was captured:",
      "  ./vigie run --input vigie-workspace/captures"
    })
final class CrawlCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--seed",
      paramLabel = "URL",
      description = "Address to start from. May be repeated")
  private List<String> seeds = List.of();

  @Option(names = "--seeds", paramLabel = "FILE", description = "File of addresses, one a line")
  private @Nullable String seedsFile;

  @Option(names = "--quiet", description = "Show no progress and no summary")
  private boolean quiet;

  @Option(names = "--json", description = "Print the summary as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  CrawlCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    List<URI> addresses = Seeds.parse(words());
    Workspace workspace = workspaceOption.in(surroundings);
    Optional<Mandate> offered = mandateOptions.find(surroundings);
    Mandate mandate =
        new MandateDesk(surroundings)
            .pass(workspace, offered, "crawl", addresses.toString(), CrawlCommand::requireReal);
    CrawlConfig config = Settings.of(workspace, surroundings.home()).crawl().onTheWeb();
    Logs.into(workspace);
    CrawlReport report =
        new CrawlStep(surroundings, quiet || json).run(workspace, config, mandate, addresses);
    if (json) {
      surroundings.out().println(SafeJson.of(report));
    } else if (!quiet) {
      print(workspace, report);
    }
    return Exit.OK.code();
  }

  static void requireReal(Mandate mandate) {
    if (SyntheticMandate.is(mandate)) {
      throw Refusal.ofMandate(
          "a crawl of real sites needs a real mandate, but this one is for trying out; type"
              + " ./vigie init --replace");
    }
  }

  private List<String> words() throws IOException {
    List<String> words = new ArrayList<>(seeds);
    if (seedsFile != null) {
      words.addAll(Files.readAllLines(surroundings.path(seedsFile)));
    }
    return words;
  }

  private void print(Workspace workspace, CrawlReport report) {
    Map<String, Long> outcomes = new TreeMap<>(report.outcomes());
    surroundings
        .out()
        .printf(
            "%s captured, %s failed, %s not allowed by robots rules, scope or safety.%n",
            Words.count(report.progress().fetched(), "page", "pages"),
            Words.number(report.progress().failed()),
            Words.number(report.progress().disallowed()));
    outcomes.forEach((outcome, number) ->
        surroundings.out().printf("  %-28s %s%n", outcome, Words.number(number)));
    surroundings
        .out()
        .println("Next: ./vigie run --input " + surroundings.shown(workspace.captures()));
  }
}
