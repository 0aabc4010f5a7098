package org.vigie.cli.command;

import java.util.ServiceLoader;
import org.vigie.casework.surroundings.Surroundings;
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
import org.vigie.cli.command.models.TrainFormCommand;
import org.vigie.cli.command.models.TrainGroupCommand;
import org.vigie.cli.command.models.TrainNamesCommand;
import org.vigie.cli.command.models.TrainRecruitmentCommand;
import org.vigie.cli.command.models.TrainSentencesCommand;
import org.vigie.cli.command.models.TrainSignsCommand;
import org.vigie.cli.command.read.AlertsCommand;
import org.vigie.cli.command.read.ClusterCommand;
import org.vigie.cli.command.read.ContactCommand;
import org.vigie.cli.command.read.DeliverCommand;
import org.vigie.cli.command.read.ExportCommand;
import org.vigie.cli.command.read.MediansCommand;
import org.vigie.cli.command.read.NetworkCommand;
import org.vigie.cli.command.read.SearchCommand;
import org.vigie.cli.command.read.ShowCommand;
import org.vigie.cli.command.read.StatisticsCommand;
import org.vigie.cli.command.stream.ImportCommand;
import org.vigie.cli.command.stream.ImportHtmlCommand;
import org.vigie.cli.command.stream.RescoreCommand;
import org.vigie.cli.command.stream.RunCommand;
import org.vigie.cli.command.workspace.BackupCommand;
import org.vigie.cli.command.workspace.CheckCommand;
import org.vigie.cli.command.workspace.DemoCommand;
import org.vigie.cli.command.workspace.DoctorCommand;
import org.vigie.cli.command.workspace.InitCommand;
import org.vigie.cli.command.workspace.RestoreCommand;
import org.vigie.cli.command.workspace.ServeCommand;
import org.vigie.training.name.NameTraining;
import org.vigie.training.risk.RiskTraining;
import org.vigie.training.sentence.SentenceTraining;
import org.vigie.world.FormAdverts;
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
  public static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(new DemoCommand(surroundings))
            .addSubcommand(new InitCommand(surroundings))
            .addSubcommand(new RunCommand(surroundings))
            .addSubcommand(new AssessCommand(surroundings))
            .addSubcommand(new RescoreCommand(surroundings))
            .addSubcommand(new EraseCommand(surroundings))
            .addSubcommand(new RetentionCommand(surroundings))
            .addSubcommand(new RestrictCommand(surroundings))
            .addSubcommand(
                new CommandLine(new CrawlCommand(surroundings))
                    .addSubcommand(new CrawlTryCommand(surroundings))
                    .addSubcommand(new CrawlStatusCommand(surroundings))
                    .addSubcommand(new CrawlReportCommand(surroundings))
                    .addSubcommand(new CrawlPauseCommand(surroundings))
                    .addSubcommand(new CrawlResumeCommand(surroundings)))
            .addSubcommand(
                new CommandLine(new ImportCommand())
                    .addSubcommand(new ImportHtmlCommand(surroundings)))
            .addSubcommand(new SearchCommand(surroundings))
            .addSubcommand(new ShowCommand(surroundings))
            .addSubcommand(
                new CommandLine(new ClusterCommand(surroundings))
                    .addSubcommand(new ClusterStartCommand(surroundings))
                    .addSubcommand(new ClusterSubmitCommand(surroundings))
                    .addSubcommand(new ClusterStatusCommand(surroundings))
                    .addSubcommand(new ClusterMendCommand(surroundings))
                    .addSubcommand(new ClusterStopCommand(surroundings))
                    .addSubcommand(new ClusterFetchCommand(surroundings))
                    .addSubcommand(new ClusterTopicsCommand(surroundings))
                    .addSubcommand(new ClusterZooKeeperCommand(surroundings))
                    .addSubcommand(new ClusterJobManagerCommand(surroundings))
                    .addSubcommand(new ClusterTaskManagerCommand(surroundings)))
            .addSubcommand(new ContactCommand(surroundings))
            .addSubcommand(new NetworkCommand(surroundings))
            .addSubcommand(new AlertsCommand(surroundings))
            .addSubcommand(new DeliverCommand(surroundings))
            .addSubcommand(new ExportCommand(surroundings))
            .addSubcommand(
                new CommandLine(new EvidenceCommand(surroundings))
                    .addSubcommand(new EvidenceKeyCommand(surroundings))
                    .addSubcommand(new EvidenceVerifyCommand(surroundings)))
            .addSubcommand(new PreserveCommand(surroundings))
            .addSubcommand(new StatisticsCommand(surroundings))
            .addSubcommand(
                new CommandLine(new DeconflictCommand())
                    .addSubcommand(new DeconflictAskCommand(surroundings))
                    .addSubcommand(new DeconflictAnswerCommand(surroundings))
                    .addSubcommand(new DeconflictFinishCommand(surroundings)))
            .addSubcommand(
                new CommandLine(new WatchlistCommand())
                    .addSubcommand(new WatchlistImportCommand(surroundings)))
            .addSubcommand(new ServeCommand(surroundings))
            .addSubcommand(
                new CommandLine(new TaxonomyCommand())
                    .addSubcommand(new TaxonomyListCommand(surroundings))
                    .addSubcommand(new TaxonomyShowCommand(surroundings))
                    .addSubcommand(new TaxonomyExportCommand(surroundings)))
            .addSubcommand(
                new CommandLine(new ConceptsCommand())
                    .addSubcommand(new ConceptsListCommand(surroundings))
                    .addSubcommand(new ConceptsTryCommand(surroundings))
                    .addSubcommand(new ConceptsDiffCommand(surroundings))
                    .addSubcommand(new ConceptsSuggestCommand(surroundings))
                    .addSubcommand(new ConceptsCoverageCommand(surroundings)))
            .addSubcommand(train(surroundings))
            .addSubcommand(new EvaluateCommand(surroundings))
            .addSubcommand(new ModelsCommand(surroundings))
            .addSubcommand(new MediansCommand(surroundings))
            .addSubcommand(new LabelCommand(surroundings))
            .addSubcommand(
                new CommandLine(new AuditCommand())
                    .addSubcommand(new AuditVerifyCommand(surroundings))
                    .addSubcommand(new AuditWhoSawCommand(surroundings))
                    .addSubcommand(new AuditForwardCommand(surroundings)))
            .addSubcommand(new WitnessCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new CompletionCommand(surroundings))
            .addSubcommand(new ManualCommand(surroundings))
            .addSubcommand(new CheckCommand(surroundings))
            .addSubcommand(new BackupCommand(surroundings))
            .addSubcommand(new RestoreCommand(surroundings))
            .addSubcommand(new SealCommand(surroundings))
            .addSubcommand(new WarmUpCommand())
            .addSubcommand(new TestCommand());
    ServiceLoader.load(CommandPack.class).forEach(pack -> pack.addTo(line, surroundings));
    Conventions.apply(line, surroundings);
    return line;
  }

  private static CommandLine train(Surroundings surroundings) {
    CommandLine train =
        new CommandLine(new TrainCommand())
            .addSubcommand(
                new TrainRecruitmentCommand(
                    surroundings,
                    (data, models, name) -> RiskTraining.withDefaults().train(data, models, name)))
            .addSubcommand(
                new TrainNamesCommand(
                    surroundings, (models, name) -> NameTraining.of(models).train(name)))
            .addSubcommand(new TrainGroupCommand(surroundings))
            .addSubcommand(new TrainSignsCommand(surroundings))
            .addSubcommand(
                new TrainSentencesCommand(
                    surroundings, (models, name) -> SentenceTraining.load().train(models, name)));
    for (String form : FormAdverts.FORMS) {
      train.addSubcommand(form, new TrainFormCommand(surroundings, form));
    }
    return train;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
