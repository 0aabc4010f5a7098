package org.vigie.cli.command.crawl;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.render.CrawlStatusView;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie crawl status}. */
@Command(
    name = "status",
    description = "Show where the crawl of a workspace stands, while it runs or after",
    footer = {"", "In JSON, life is alive, silent (its process tells nothing), killed, or over."})
public final class CrawlStatusCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      description = "How many hosts to list; most waiting URLs first. Default: ${DEFAULT-VALUE}")
  private int hosts = 20;

  @Option(names = "--json", description = "Print everything as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public CrawlStatusCommand(Environment environment) {
    this.environment = environment;
  }

  /**
   * The JSON that is printed.
   *
   * @param life one of {@link CrawlStatus.Life}, in lower case
   * @param status what the crawl told last
   */
  private record Told(String life, CrawlStatus status) {}

  @Override
  public Integer call() throws Exception {
    Require.between("--hosts", hosts, 0, CrawlStatus.MOST_HOSTS);
    Workspace workspace = workspaceOption.in(environment);
    RunningCrawl crawl = new RunningCrawl(environment, workspace);
    CrawlStatus status =
        crawl
            .status()
            .orElseThrow(() ->
                UserError.ofInput(
                    "%s has no crawl yet; type ./vigie crawl --seed URL"
                        .formatted(environment.shown(workspace.root()))));
    if (json) {
      String life = crawl.life(status).name().toLowerCase(Locale.ROOT);
      environment.out().println(SafeJson.of(new Told(life, status)));
    } else {
      new CrawlStatusView(new Style(environment.colours()))
          .lines(status, environment.clock().instant(), hosts)
          .forEach(environment.out()::println);
    }
    return Exit.OK.code();
  }
}
