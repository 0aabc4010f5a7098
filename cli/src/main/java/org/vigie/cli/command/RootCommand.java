package org.vigie.cli.command;

import java.util.ServiceLoader;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.crawl.CrawlCommand;
import org.vigie.cli.command.crawl.CrawlPauseCommand;
import org.vigie.cli.command.crawl.CrawlReportCommand;
import org.vigie.cli.command.crawl.CrawlResumeCommand;
import org.vigie.cli.command.crawl.CrawlStatusCommand;
import org.vigie.cli.command.crawl.CrawlTryCommand;
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
import org.vigie.cli.command.deconflict.DeconflictAnswerCommand;
import org.vigie.cli.command.deconflict.DeconflictAskCommand;
import org.vigie.cli.command.deconflict.DeconflictCommand;
import org.vigie.cli.command.deconflict.DeconflictFinishCommand;
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
import org.vigie.cli.command.joint.RequestAnswerCommand;
import org.vigie.cli.command.joint.RequestCommand;
import org.vigie.cli.command.joint.RequestKeyCommand;
import org.vigie.cli.command.joint.RequestLineCommand;
import org.vigie.cli.command.joint.RequestListenCommand;
import org.vigie.cli.command.joint.RequestMakeCommand;
import org.vigie.cli.command.joint.RequestOpenCommand;
import org.vigie.cli.command.joint.RequestSendCommand;
import org.vigie.cli.command.joint.RequestShowCommand;
import org.vigie.cli.command.joint.RequestWithdrawCommand;
import org.vigie.cli.command.keys.KeysCommand;
import org.vigie.cli.command.keys.KeysJoinCommand;
import org.vigie.cli.command.keys.KeysOpenShareCommand;
import org.vigie.cli.command.keys.KeysRotateAuditCommand;
import org.vigie.cli.command.keys.KeysRotateBackupCommand;
import org.vigie.cli.command.keys.KeysRotateEvidenceCommand;
import org.vigie.cli.command.keys.KeysRotateSealCommand;
import org.vigie.cli.command.keys.KeysSplitCommand;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code vigie} itself, which lists its commands. */
@Command(
    name = "vigie",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Watches public online channels for signs of trafficking in human beings.",
      "What it finds are leads for a person to look at, never verdicts."
    },
    commandListHeading = "%nCommands:%n")
public final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show a stack trace where there is an error")
  private boolean debug;

  /** Returns the command line, ready to execute. */
  public static CommandLine commandLine(Environment environment) {
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(
                new DemoCommand(environment, (at, words) -> commandLine(at).execute(words)))
            .addSubcommand(new InitCommand(environment))
            .addSubcommand(new RunCommand(environment))
            .addSubcommand(new AssessCommand(environment))
            .addSubcommand(
                new CommandLine(new PicturesCommand())
                    .addSubcommand(new PicturesReadCommand(environment)))
            .addSubcommand(new RescoreCommand(environment))
            .addSubcommand(new EraseCommand(environment))
            .addSubcommand(new RetentionCommand(environment))
            .addSubcommand(new RestrictCommand(environment))
            .addSubcommand(
                new CommandLine(new CrawlCommand(environment))
                    .addSubcommand(new CrawlTryCommand(environment))
                    .addSubcommand(new CrawlStatusCommand(environment))
                    .addSubcommand(new CrawlReportCommand(environment))
                    .addSubcommand(new CrawlPauseCommand(environment))
                    .addSubcommand(new CrawlResumeCommand(environment)))
            .addSubcommand(
                new CommandLine(new SeedsCommand())
                    .addSubcommand(new SeedsProposeCommand(environment))
                    .addSubcommand(new SeedsApproveCommand(environment))
                    .addSubcommand(new SeedsDeclineCommand(environment)))
            .addSubcommand(
                new CommandLine(new ImportCommand())
                    .addSubcommand(new ImportHtmlCommand(environment)))
            .addSubcommand(new SearchCommand(environment))
            .addSubcommand(new ShowCommand(environment))
            .addSubcommand(
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
                    .addSubcommand(new ClusterTaskManagerCommand(environment)))
            .addSubcommand(new ContactCommand(environment))
            .addSubcommand(new NetworkCommand(environment))
            .addSubcommand(new AlertsCommand(environment))
            .addSubcommand(new DeliverCommand(environment))
            .addSubcommand(new ExportCommand(environment))
            .addSubcommand(new PushCommand(environment))
            .addSubcommand(
                new CommandLine(new EvidenceCommand(environment))
                    .addSubcommand(new EvidenceKeyCommand(environment))
                    .addSubcommand(new EvidenceOpenCommand(environment))
                    .addSubcommand(new EvidenceReplayCommand(environment))
                    .addSubcommand(new EvidenceVerifyCommand(environment)))
            .addSubcommand(new PreserveCommand(environment))
            .addSubcommand(new StatisticsCommand(environment))
            .addSubcommand(
                new CommandLine(new DeconflictCommand())
                    .addSubcommand(new DeconflictAskCommand(environment))
                    .addSubcommand(new DeconflictAnswerCommand(environment))
                    .addSubcommand(new DeconflictFinishCommand(environment)))
            .addSubcommand(
                new CommandLine(new RequestCommand())
                    .addSubcommand(new RequestKeyCommand(environment))
                    .addSubcommand(new RequestMakeCommand(environment))
                    .addSubcommand(new RequestOpenCommand(environment))
                    .addSubcommand(new RequestShowCommand(environment))
                    .addSubcommand(new RequestAnswerCommand(environment))
                    .addSubcommand(new RequestWithdrawCommand(environment))
                    .addSubcommand(new RequestLineCommand(environment))
                    .addSubcommand(new RequestListenCommand(environment))
                    .addSubcommand(new RequestSendCommand(environment)))
            .addSubcommand(
                new CommandLine(new WatchlistCommand())
                    .addSubcommand(new WatchlistImportCommand(environment)))
            .addSubcommand(new ServeCommand(environment))
            .addSubcommand(new OfferPageCommand(environment))
            .addSubcommand(
                new CommandLine(new TaxonomyCommand())
                    .addSubcommand(new TaxonomyListCommand(environment))
                    .addSubcommand(new TaxonomyShowCommand(environment))
                    .addSubcommand(new TaxonomyExportCommand(environment)))
            .addSubcommand(
                new CommandLine(new ConceptsCommand())
                    .addSubcommand(new ConceptsListCommand(environment))
                    .addSubcommand(new ConceptsTryCommand(environment))
                    .addSubcommand(new ConceptsDiffCommand(environment))
                    .addSubcommand(new ConceptsSuggestCommand(environment))
                    .addSubcommand(new ConceptsCoverageCommand(environment)))
            .addSubcommand(TrainCommand.commandLine(environment))
            .addSubcommand(new EvaluateCommand(environment))
            .addSubcommand(new ModelsCommand(environment))
            .addSubcommand(new MediansCommand(environment))
            .addSubcommand(new LabelCommand(environment))
            .addSubcommand(
                new CommandLine(new AuditCommand())
                    .addSubcommand(new AuditVerifyCommand(environment))
                    .addSubcommand(new AuditWhoSawCommand(environment))
                    .addSubcommand(new AuditForwardCommand(environment)))
            .addSubcommand(new WitnessCommand(environment))
            .addSubcommand(
                new CommandLine(new PluginsCommand())
                    .addSubcommand(new PluginsListCommand(environment))
                    .addSubcommand(new PluginsApproveCommand(environment))
                    .addSubcommand(new PluginsWithdrawCommand(environment)))
            .addSubcommand(new DoctorCommand(environment))
            .addSubcommand(new CompletionCommand(environment))
            .addSubcommand(new ManualCommand(environment))
            .addSubcommand(new CheckCommand(environment))
            .addSubcommand(new BackupCommand(environment))
            .addSubcommand(new RestoreCommand(environment))
            .addSubcommand(new SealCommand(environment))
            .addSubcommand(
                new CommandLine(new KeysCommand())
                    .addSubcommand(new KeysRotateAuditCommand(environment))
                    .addSubcommand(new KeysRotateBackupCommand(environment))
                    .addSubcommand(new KeysRotateEvidenceCommand(environment))
                    .addSubcommand(new KeysRotateSealCommand(environment))
                    .addSubcommand(new KeysSplitCommand(environment))
                    .addSubcommand(new KeysOpenShareCommand(environment))
                    .addSubcommand(new KeysJoinCommand(environment)))
            .addSubcommand(new WarmUpCommand(environment))
            .addSubcommand(new TestCommand());
    ServiceLoader.load(CommandPack.class).forEach(pack -> pack.addTo(line, environment));
    Conventions.apply(line, environment);
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
