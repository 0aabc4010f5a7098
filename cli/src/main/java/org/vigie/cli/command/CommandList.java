package org.vigie.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.crawl.CrawlCommand;
import org.vigie.cli.command.crawl.CrawlPauseCommand;
import org.vigie.cli.command.crawl.CrawlReportCommand;
import org.vigie.cli.command.crawl.CrawlResumeCommand;
import org.vigie.cli.command.crawl.CrawlStatusCommand;
import org.vigie.cli.command.crawl.CrawlTryCommand;
import org.vigie.cli.command.custody.AuditAcceptDatabaseCommand;
import org.vigie.cli.command.custody.AuditCommand;
import org.vigie.cli.command.custody.AuditForwardCommand;
import org.vigie.cli.command.custody.AuditVerifyCommand;
import org.vigie.cli.command.custody.AuditWhoSawCommand;
import org.vigie.cli.command.custody.EraseCommand;
import org.vigie.cli.command.custody.EvidenceCommand;
import org.vigie.cli.command.custody.EvidenceKeyCommand;
import org.vigie.cli.command.custody.EvidenceOpenCommand;
import org.vigie.cli.command.custody.EvidenceReplayCommand;
import org.vigie.cli.command.custody.EvidenceVerifyCommand;
import org.vigie.cli.command.custody.PreserveCommand;
import org.vigie.cli.command.custody.RestrictCommand;
import org.vigie.cli.command.custody.RetentionCommand;
import org.vigie.cli.command.custody.SealCommand;
import org.vigie.cli.command.custody.WitnessCommand;
import org.vigie.cli.command.deconflict.DeconflictCommand;
import org.vigie.cli.command.deconflict.WatchlistCommand;
import org.vigie.cli.command.deconflict.WatchlistImportCommand;
import org.vigie.cli.command.flink.ClusterFetchCommand;
import org.vigie.cli.command.flink.ClusterJobManagerCommand;
import org.vigie.cli.command.flink.ClusterMendCommand;
import org.vigie.cli.command.flink.ClusterStartCommand;
import org.vigie.cli.command.flink.ClusterStatusCommand;
import org.vigie.cli.command.flink.ClusterStopCommand;
import org.vigie.cli.command.flink.ClusterSubmitCommand;
import org.vigie.cli.command.flink.ClusterTaskManagerCommand;
import org.vigie.cli.command.flink.ClusterTopicsCommand;
import org.vigie.cli.command.flink.ClusterZooKeeperCommand;
import org.vigie.cli.command.joint.RequestCommand;
import org.vigie.cli.command.keys.KeysCommand;
import org.vigie.cli.command.models.AssessCommand;
import org.vigie.cli.command.models.ConceptsCommand;
import org.vigie.cli.command.models.ConceptsCoverageCommand;
import org.vigie.cli.command.models.ConceptsDiffCommand;
import org.vigie.cli.command.models.ConceptsListCommand;
import org.vigie.cli.command.models.ConceptsSuggestCommand;
import org.vigie.cli.command.models.ConceptsTryCommand;
import org.vigie.cli.command.models.EvaluateCommand;
import org.vigie.cli.command.models.LabelCommand;
import org.vigie.cli.command.models.ModelsCommand;
import org.vigie.cli.command.models.TaxonomyCommand;
import org.vigie.cli.command.models.TaxonomyExportCommand;
import org.vigie.cli.command.models.TaxonomyListCommand;
import org.vigie.cli.command.models.TaxonomyShowCommand;
import org.vigie.cli.command.models.TrainCommand;
import org.vigie.cli.command.picture.PicturesCommand;
import org.vigie.cli.command.picture.PicturesReadCommand;
import org.vigie.cli.command.plugin.PluginsApproveCommand;
import org.vigie.cli.command.plugin.PluginsCommand;
import org.vigie.cli.command.plugin.PluginsListCommand;
import org.vigie.cli.command.plugin.PluginsWithdrawCommand;
import org.vigie.cli.command.read.AlertsCommand;
import org.vigie.cli.command.read.ClusterCommand;
import org.vigie.cli.command.read.ContactCommand;
import org.vigie.cli.command.read.DeliverCommand;
import org.vigie.cli.command.read.ExportCommand;
import org.vigie.cli.command.read.MediansCommand;
import org.vigie.cli.command.read.NetworkCommand;
import org.vigie.cli.command.read.PushCommand;
import org.vigie.cli.command.read.SearchCommand;
import org.vigie.cli.command.read.ShowCommand;
import org.vigie.cli.command.read.StatisticsCommand;
import org.vigie.cli.command.seeds.SeedsApproveCommand;
import org.vigie.cli.command.seeds.SeedsCommand;
import org.vigie.cli.command.seeds.SeedsDeclineCommand;
import org.vigie.cli.command.seeds.SeedsProposeCommand;
import org.vigie.cli.command.stream.ImportCommand;
import org.vigie.cli.command.stream.ImportHtmlCommand;
import org.vigie.cli.command.stream.RescoreCommand;
import org.vigie.cli.command.stream.RunCommand;
import org.vigie.cli.command.workspace.BackupCommand;
import org.vigie.cli.command.workspace.CheckCommand;
import org.vigie.cli.command.workspace.DemoCommand;
import org.vigie.cli.command.workspace.DoctorCommand;
import org.vigie.cli.command.workspace.InitCommand;
import org.vigie.cli.command.workspace.OfferPageCommand;
import org.vigie.cli.command.workspace.RestoreCommand;
import org.vigie.cli.command.workspace.ServeCommand;
import picocli.CommandLine;

/**
 * The commands below {@code vigie} itself, each made only when it is asked for: reading the options
 * of all of them takes longer than many a command.
 */
final class CommandList {
  private final Environment environment;
  private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

  CommandList(Environment environment) {
    this.environment = environment;
    addAll();
  }

  /** Adds every command, and those of other jars. */
  void addTo(CommandLine vigie) {
    byName.forEach((name, command) -> vigie.addSubcommand(name, command.get()));
    ServiceLoader.load(CommandPack.class).forEach(pack -> pack.addTo(vigie, environment));
  }

  /** Adds the command of a name alone; all of them if none here has that name. */
  void addTo(CommandLine vigie, String name) {
    Supplier<Object> command = byName.get(name);
    if (command == null) {
      addTo(vigie);
    } else {
      vigie.addSubcommand(name, command.get());
    }
  }

  private void add(String name, Supplier<Object> command) {
    byName.put(name, command);
  }

  private void addAll() {
    add(
        "demo",
        () ->
            new DemoCommand(
                environment, (at, words) -> RootCommand.commandLine(at, words).execute(words)));
    add("init", () -> new InitCommand(environment));
    add("run", () -> new RunCommand(environment));
    add("assess", () -> new AssessCommand(environment));
    add(
        "pictures",
        () ->
            new CommandLine(new PicturesCommand())
                .addSubcommand(new PicturesReadCommand(environment)));
    add("rescore", () -> new RescoreCommand(environment));
    add("erase", () -> new EraseCommand(environment));
    add("retention", () -> new RetentionCommand(environment));
    add("restrict", () -> new RestrictCommand(environment));
    add(
        "crawl",
        () ->
            new CommandLine(new CrawlCommand(environment))
                .addSubcommand(new CrawlTryCommand(environment))
                .addSubcommand(new CrawlStatusCommand(environment))
                .addSubcommand(new CrawlReportCommand(environment))
                .addSubcommand(new CrawlPauseCommand(environment))
                .addSubcommand(new CrawlResumeCommand(environment)));
    add(
        "seeds",
        () ->
            new CommandLine(new SeedsCommand())
                .addSubcommand(new SeedsProposeCommand(environment))
                .addSubcommand(new SeedsApproveCommand(environment))
                .addSubcommand(new SeedsDeclineCommand(environment)));
    add(
        "import",
        () ->
            new CommandLine(new ImportCommand()).addSubcommand(new ImportHtmlCommand(environment)));
    add("search", () -> new SearchCommand(environment));
    add("show", () -> new ShowCommand(environment));
    add(
        "cluster",
        () ->
            new CommandLine(new ClusterCommand(environment))
                .addSubcommand(new ClusterStartCommand(environment))
                .addSubcommand(new ClusterSubmitCommand(environment))
                .addSubcommand(new ClusterStatusCommand(environment))
                .addSubcommand(new ClusterMendCommand(environment))
                .addSubcommand(new ClusterStopCommand(environment))
                .addSubcommand(new ClusterFetchCommand(environment))
                .addSubcommand(new ClusterTopicsCommand(environment))
                .addSubcommand(new ClusterZooKeeperCommand(environment))
                .addSubcommand(new ClusterJobManagerCommand(environment))
                .addSubcommand(new ClusterTaskManagerCommand(environment)));
    add("contact", () -> new ContactCommand(environment));
    add("network", () -> new NetworkCommand(environment));
    add("alerts", () -> new AlertsCommand(environment));
    add("deliver", () -> new DeliverCommand(environment));
    add("export", () -> new ExportCommand(environment));
    add("push", () -> new PushCommand(environment));
    add(
        "evidence",
        () ->
            new CommandLine(new EvidenceCommand(environment))
                .addSubcommand(new EvidenceKeyCommand(environment))
                .addSubcommand(new EvidenceOpenCommand(environment))
                .addSubcommand(new EvidenceReplayCommand(environment))
                .addSubcommand(new EvidenceVerifyCommand(environment)));
    add("preserve", () -> new PreserveCommand(environment));
    add("statistics", () -> new StatisticsCommand(environment));
    add("deconflict", () -> DeconflictCommand.commandLine(environment));
    add("request", () -> RequestCommand.commandLine(environment));
    add(
        "watchlist",
        () ->
            new CommandLine(new WatchlistCommand())
                .addSubcommand(new WatchlistImportCommand(environment)));
    add("serve", () -> new ServeCommand(environment));
    add("offer-page", () -> new OfferPageCommand(environment));
    add(
        "taxonomy",
        () ->
            new CommandLine(new TaxonomyCommand())
                .addSubcommand(new TaxonomyListCommand(environment))
                .addSubcommand(new TaxonomyShowCommand(environment))
                .addSubcommand(new TaxonomyExportCommand(environment)));
    add(
        "concepts",
        () ->
            new CommandLine(new ConceptsCommand())
                .addSubcommand(new ConceptsListCommand(environment))
                .addSubcommand(new ConceptsTryCommand(environment))
                .addSubcommand(new ConceptsDiffCommand(environment))
                .addSubcommand(new ConceptsSuggestCommand(environment))
                .addSubcommand(new ConceptsCoverageCommand(environment)));
    add("train", () -> TrainCommand.commandLine(environment));
    add("evaluate", () -> new EvaluateCommand(environment));
    add("models", () -> new ModelsCommand(environment));
    add("medians", () -> new MediansCommand(environment));
    add("label", () -> new LabelCommand(environment));
    add(
        "audit",
        () ->
            new CommandLine(new AuditCommand())
                .addSubcommand(new AuditVerifyCommand(environment))
                .addSubcommand(new AuditWhoSawCommand(environment))
                .addSubcommand(new AuditForwardCommand(environment))
                .addSubcommand(new AuditAcceptDatabaseCommand(environment)));
    add("witness", () -> new WitnessCommand(environment));
    add(
        "plugins",
        () ->
            new CommandLine(new PluginsCommand())
                .addSubcommand(new PluginsListCommand(environment))
                .addSubcommand(new PluginsApproveCommand(environment))
                .addSubcommand(new PluginsWithdrawCommand(environment)));
    add("doctor", () -> new DoctorCommand(environment));
    add("completion", () -> new CompletionCommand(environment));
    add("manual", () -> new ManualCommand(environment));
    add("check", () -> new CheckCommand(environment));
    add("backup", () -> new BackupCommand(environment));
    add("restore", () -> new RestoreCommand(environment));
    add("seal", () -> new SealCommand(environment));
    add("keys", () -> KeysCommand.commandLine(environment));
    add("warm-up", () -> new WarmUpCommand(environment));
    add("test", () -> new TestCommand());
  }
}
