package org.vigie.cli.command.crawl;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.render.CrawlReportView;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie crawl report}. */
@Command(
    name = "report",
    description = "Show what the crawls of a workspace have had of each site",
    footer = {
      "",
      "Sites in trouble come first: blocked, changed (pages that promised adverts hold far fewer),",
      "overdue. It may be asked for while a crawl runs."
    })
public final class CrawlReportCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--sites",
      paramLabel = "N",
      description = "Sites shown, those in trouble first. Default: ${DEFAULT-VALUE}")
  private int sites = 50;

  @Option(names = "--json", description = "Print all sites as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public CrawlReportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--sites", sites, 1);
    Workspace workspace = workspaceOption.in(environment);
    Path frontier = Crawl.frontierOf(workspace.captures());
    if (!FrontierReport.isThere(frontier)) {
      throw UserError.ofInput(
          "%s has no crawl yet; type ./vigie crawl --seed URL"
              .formatted(environment.shown(workspace.root())));
    }
    FrontierReport report = FrontierReport.read(frontier, environment.clock());
    if (json) {
      environment.out().println(SafeJson.of(report));
    } else {
      new CrawlReportView(new Style(environment.colours()))
          .lines(report, sites)
          .forEach(environment.out()::println);
    }
    return Exit.OK.code();
  }
}
