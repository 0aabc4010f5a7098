package org.vigie.cli.command;

import java.util.ServiceLoader;
import org.vigie.casework.surroundings.Surroundings;
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
            .addSubcommand(new ServeCommand(surroundings))
            .addSubcommand(
                new CommandLine(new TaxonomyCommand())
                    .addSubcommand(new TaxonomyListCommand(surroundings))
                    .addSubcommand(new TaxonomyShowCommand(surroundings))
                    .addSubcommand(new TaxonomyExportCommand(surroundings)))
            .addSubcommand(
                new CommandLine(new ConceptsCommand())
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
