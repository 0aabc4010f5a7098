package org.vigie.cli.command.crawl;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.picture.PictureReader;
import org.vigie.casework.config.CrawlSettings;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.DiskDemand;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.seeds.SeedEntry;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPictures;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.metrics.MetricsServer;
import org.vigie.crawler.shared.SharedCrawl;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;
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
      "A seed in a YAML file may name the reader of its pages: sitemap, feed, json-feed, mastodon,",
      "activitypub, telegram, link-preview, discourse, job-board, forum, classifieds, listing,"
          + " page.",
      "Set crawl.contact in vigie.yaml first. Then read what was captured:",
      "  ./vigie run --input vigie-workspace/captures"
    })
public final class CrawlCommand implements Callable<Integer> {
  private final Environment environment;
  private final Function<CrawlSettings, CrawlConfig> web;

  @Option(
      names = "--seed",
      paramLabel = "URL",
      description = "Address to start from. May be repeated")
  private List<String> seeds = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "FILE",
      description =
          "YAML file of seeds with scopes, mandates and budgets (docs/reference/configuration.md), a browser's bookmarks, or a list"
              + " of addresses, one a line")
  private @Nullable String seedsFile;

  @Option(names = "--check", description = "Show what would be crawled, and fetch nothing")
  private boolean check;

  @Option(
      names = "--keep-going",
      description = "Wait for pages that are due again, instead of ending")
  private boolean keepGoing;

  @Option(
      names = "--adverts",
      paramLabel = "WHERE",
      description =
          "Hand on adverts (advert-v1) as their pages are committed, to a file of JSON Lines or to"
              + " kafka:HOST:PORT/TOPIC")
  private String adverts = "";

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "Settings of Kafka's clients, such as how to log in (TLS, SASL)")
  private @Nullable String kafkaProperties;

  @Option(
      names = "--metrics-port",
      paramLabel = "N",
      description = "Serve figures for Prometheus at http://127.0.0.1:N/metrics")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--metrics-host",
      paramLabel = "HOST",
      description = "Serve them at another address; anyone who reaches it can read them")
  private String metricsHost = "127.0.0.1";

  @Option(names = "--quiet", description = "Show no progress and no summary")
  private boolean quiet;

  @Option(names = "--json", description = "Print the summary as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(exclusive = false, heading = SharedOptions.HEADING, order = 50)
  private @Nullable SharedOptions shared;

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public CrawlCommand(Environment environment) {
    this(environment, CrawlSettings::onTheWeb);
  }

  /**
   * @param web how settings become a crawl
   */
  CrawlCommand(Environment environment, Function<CrawlSettings, CrawlConfig> web) {
    this.environment = environment;
    this.web = web;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--metrics-port", metricsPort, 0, ListenAddress.HIGHEST_PORT);
    AdvertDestination destination = new AdvertDestination(adverts);
    if (kafkaProperties != null && shared == null && !destination.isKafka()) {
      throw UserError.ofUsage(
          "--kafka-properties must go with --shared or --adverts kafka:HOST:PORT/TOPIC, but has"
              + " neither");
    }
    List<SeedEntry> entries = Seeds.entries(environment, seeds, seedsFile);
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    DiskDemand.of(settings.custody().files().encryptedDisk())
        .require(workspace.root(), environment.shown(workspace.root()));
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    SeedMandates mandates =
        new SeedMandates(environment, workspace, mandateOptions.find(environment));
    SharedCrawl part = part(workspace);
    if (check) {
      showPlan(workspace, mandates.lookAhead(entries));
      return Exit.OK.code();
    }
    SiteTemplates templates = templates(workspace);
    List<Seed> seeds = mandates.pass(entries, further());
    approved.approveIfFresh(settings.run().models());
    CrawlConfig config = config(workspace);
    Logs.into(workspace);
    CrawlStep step = new CrawlStep(environment, quiet || json, part);
    CrawlReport report;
    try (PictureReader reader = reader(workspace, settings, seeds)) {
      CrawlPictures pictures =
          reader == null
              ? null
              : new CrawlPictures(reader, settings.reading().pictures().languages());
      CrawlPlan plan =
          new CrawlPlan(
              seeds, keepGoing, true, templates, settings.crawl().renderShare(), pictures);
      report = crawl(step, workspace, config, plan, destination);
    }
    if (json) {
      environment.out().println(SafeJson.of(report));
    } else if (!quiet) {
      print(workspace, report);
    }
    return Exit.OK.code();
  }

  /** Returns what reads pictures, or null if no seed asks for it. */
  private static @Nullable PictureReader reader(
      Workspace workspace, Settings settings, List<Seed> seeds) {
    return seeds.stream().anyMatch(Seed::pictures)
        ? settings.reading().pictures().reader(workspace.root())
        : null;
  }

  private void showPlan(Workspace workspace, List<Seed> seeds) {
    CrawlPlanView.lines(seeds, settings(workspace), environment.clock().instant())
        .forEach(environment.out()::println);
    if (shared != null) {
      environment.out().println(shared);
    }
  }

  /** Returns this process's part in a crawl that is shared, or null if it isn't. */
  private @Nullable SharedCrawl part(Workspace workspace) throws IOException {
    return shared == null
        ? null
        : shared.of(environment, kafkaProperties, settings(workspace).requestTimeout());
  }

  /** Returns what the log of mandates is to say beside the addresses. */
  private String further() {
    return (adverts.isEmpty() ? "" : ", adverts to " + adverts)
        + (shared == null ? "" : ", " + shared);
  }

  private CrawlReport crawl(
      CrawlStep step,
      Workspace workspace,
      CrawlConfig config,
      CrawlPlan plan,
      AdvertDestination destination)
      throws IOException, InterruptedException {
    CrawlMetrics metrics = new CrawlMetrics();
    try (AdvertSink sink = destination.open(environment, kafkaProperties);
        MetricsServer server = serve(metrics)) {
      return step.run(workspace, config, plan, sink, metrics);
    }
  }

  private @Nullable MetricsServer serve(CrawlMetrics metrics) throws IOException {
    if (metricsPort == null) {
      return null;
    }
    MetricsServer server = MetricsServer.start(metrics, metricsHost, metricsPort);
    if (!quiet) {
      environment
          .err()
          .printf("vigie: figures at http://%s:%d/metrics%n", metricsHost, server.port());
    }
    return server;
  }

  /** Those that a run over the captures will use, or refuse. */
  private SiteTemplates templates(Workspace workspace) throws IOException {
    Settings settings = Settings.of(workspace, environment);
    return TemplateFolders.of(workspace, settings.run().models()).read();
  }

  private CrawlConfig config(Workspace workspace) {
    return web.apply(settings(workspace));
  }

  private CrawlSettings settings(Workspace workspace) {
    return Settings.of(workspace, environment).crawl();
  }

  private void print(Workspace workspace, CrawlReport report) {
    Map<String, Long> outcomes = new TreeMap<>(report.outcomes());
    environment
        .out()
        .printf(
            "%s captured, %s failed, %s not allowed by robots rules, scope or safety.%n",
            Words.count(report.progress().fetched(), "page", "pages"),
            Words.number(report.progress().failed()),
            Words.number(report.progress().disallowed()));
    outcomes.forEach((outcome, number) ->
        environment.out().printf("  %-28s %s%n", outcome, Words.number(number)));
    new TreeMap<>(report.unread())
        .forEach((reason, number) ->
            environment.out().printf("  no advert: %-17s %s%n", reason, Words.number(number)));
    new TreeMap<>(report.rendering())
        .forEach((outcome, number) ->
            environment.out().printf("  rendering: %-17s %s%n", outcome, Words.number(number)));
    new TreeMap<>(report.pictures())
        .forEach((outcome, number) ->
            environment.out().printf("  pictures: %-18s %s%n", outcome, Words.number(number)));
    environment
        .out()
        .println("Next: ./vigie run --input " + environment.shown(workspace.captures()));
  }
}
