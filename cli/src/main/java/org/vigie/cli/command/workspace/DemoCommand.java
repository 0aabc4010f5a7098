package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.casework.config.DefaultFiles;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.crawl.CrawlStep;
import org.vigie.cli.command.option.DemoWorkspace;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.stream.StreamStep;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.world.ServedSite;
import org.vigie.world.World;
import org.vigie.world.WorldServer;
import org.vigie.world.WorldSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie demo}. */
@Command(
    name = "demo",
    description = "Watch a small synthetic web on this machine, from crawl to alerts",
    footer = {
      "",
      "Everything in it is invented and stays on loopback. What it leaves is replaced by the next",
      "demo; other workspaces are never touched."
    })
public final class DemoCommand implements Callable<Integer> {
  /** The demo's sites are ours and on this machine; politeness is shown, not waited for. */
  private static final Duration HOST_DELAY = Duration.ofMillis(10);

  private final Environment environment;
  private final DemoAgency.Typing typing;

  @Option(
      names = "--exchange",
      description = "Watch two agencies work on one campaign instead: ten steps, by files")
  private boolean exchange;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed, same web. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--adverts",
      paramLabel = "N",
      description = "Adverts in that web, at least 100. Default: ${DEFAULT-VALUE}")
  private int adverts = 420;

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "Folder that the demo fills. Default: ${DEFAULT-VALUE}")
  private String folder = DemoWorkspace.DEFAULT;

  /**
   * @param typing carries out the commands that a demo shows
   */
  public DemoCommand(Environment environment, DemoAgency.Typing typing) {
    this.environment = environment;
    this.typing = typing;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--adverts", adverts, 100);
    if (exchange) {
      return exchange();
    }
    try (DemoWorkspace held = DemoWorkspace.fresh(environment.path(folder))) {
      Workspace workspace = held.workspace();
      Logs.into(workspace);
      return run(workspace, furnish(workspace)).code();
    }
  }

  private int exchange() throws IOException {
    String named = folder.equals(DemoWorkspace.DEFAULT) ? folder + "-exchange" : folder;
    Path root = environment.path(named);
    try (DemoWorkspace held = DemoWorkspace.fresh(root)) {
      new ExchangeDemo(environment, typing, held.workspace().root()).run(seed);
    }
    return Exit.OK.code();
  }

  private Exit run(Workspace workspace, Mandate mandate) throws IOException, InterruptedException {
    Settings settings = Settings.of(workspace, environment);
    Screen screen =
        new Screen(environment, workspace, mandate, started(), settings.custody().disclosure());
    DemoSummary summary = new DemoSummary(environment, workspace, screen);

    World world = World.generate(new WorldSpec(seed, adverts));
    DemoSurfaces surfaces = new DemoSurfaces(workspace);
    DemoTruth.of(world, surfaces.campaign()).write(workspace);
    summary.stage("generate the web");

    CrawlReport crawl = crawl(workspace, mandate, settings, world, surfaces.site());
    surfaces.crawled(crawl);
    summary.stage("crawl it into WARC");

    surfaces.receive(environment.clock(), mandate);
    summary.stage("take in what was sent");

    new Inbox(workspace, environment.clock()).accept(workspace.captures(), Map.of(), mandate);
    RunReport run =
        new StreamStep(environment, quiet)
            .run(workspace, settings.run(), "type ./vigie demo to start afresh");
    summary.stage("stream it into the index");

    summary.print(crawl, run, surfaces);
    return run.progress().records().deadLetters() > surfaces.unrendered()
        ? Exit.DEAD_LETTERS
        : Exit.OK;
  }

  private CrawlReport crawl(
      Workspace workspace, Mandate mandate, Settings settings, World world, ServedSite beside)
      throws IOException, InterruptedException {
    try (WorldServer server = WorldServer.start(world, beside)) {
      return new CrawlStep(environment, quiet)
          .run(
              workspace,
              settings.crawl().onLoopback(HOST_DELAY, server.hosts()),
              DemoSurfaces.plan(server.seeds(), mandate),
              AdvertSink.none(),
              new CrawlMetrics());
    }
  }

  private Mandate furnish(Workspace workspace) throws IOException {
    Mandate mandate = SyntheticMandate.forDemo(environment.person(), environment.clock().instant());
    MandateFile.write(workspace.mandate(), mandate);
    Files.writeString(workspace.config(), DefaultFiles.settings());
    Files.writeString(workspace.queries(), DefaultFiles.queries());
    Settings settings = Settings.of(workspace, environment);
    ApprovedModels.requireAsListed(settings.run().models());
    ApprovedModels.of(workspace, settings).approve(settings.run().models());
    return new MandateCheck(environment)
        .pass(workspace, Optional.of(mandate), started(), any -> {});
  }

  private AuditEvent started() {
    return AuditEvent.of("demo", "seed " + seed + ", adverts " + adverts);
  }
}
