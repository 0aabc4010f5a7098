package org.vigie.cli.command.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.DiskDemand;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.InputOptions;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.TopicOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.intake.AdvertPictures;
import org.vigie.pipeline.intake.FolderWatch;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie run}. */
@Command(
    name = "run",
    description = "Read adverts from files, find who is behind them, index them, raise alerts",
    footer = {
      "",
      "An input is read once: the same command again takes up where it stopped, and adds nothing",
      "once all is read. Without --input it takes up what was accepted and not read to its end.",
      "Examples:",
      "  ./vigie run --input adverts.jsonl.gz",
      "  ./vigie run --input adverts.csv --map text=description,title=name",
      "  ./vigie run --input list.txt --encoding windows-1251 --separator tab",
      "  ./vigie run --input vigie-workspace/captures",
      "  printf '{\"text\":\"x\"}\\n' | ./vigie run --input -"
    })
public final class RunCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 5;

  private final Environment environment;

  @Mixin private InputOptions inputs = new InputOptions();

  @Option(
      names = {"--metrics-port", "--metrics"},
      paramLabel = "N",
      description = "Serve figures for Prometheus at http://127.0.0.1:N/metrics while it runs")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--watch",
      description =
          "Go on until Ctrl-C, and read the files that come into the folders named by --input, each"
              + " once it hasn't changed for two seconds")
  private boolean watch;

  @Option(
      names = "--pictures",
      description =
          "Read what is written in pictures that adverts name or that lie in the inputs, and keep no"
              + " picture; the mandate must permit it (permits: pictures)")
  private boolean pictures;

  @Option(
      names = "--archive",
      description =
          "Read the inputs as an archive: nothing in it is too old to be counted, in whichever order"
              + " it stands, and nothing is forgotten until it is read. It needs memory for all of it. What erase,"
              + " restore or rescore make anew is read without it")
  private boolean archive;

  @Option(names = "--quiet", description = "Show no progress and no summary")
  private boolean quiet;

  @Option(names = "--json", description = "Print the summary as one JSON object")
  private boolean json;

  @ArgGroup(validate = false, heading = "%nKafka:%n", order = 90)
  private TopicOptions topicOptions = new TopicOptions();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public RunCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    inputs.require(environment);
    Require.between("--metrics-port", metricsPort, 1, ListenAddress.HIGHEST_PORT);
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    DiskDemand.of(settings.custody().files().encryptedDisk())
        .require(workspace.root(), environment.shown(workspace.root()));
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), "run", inputs.words());
    PictureStep reading = new PictureStep(environment, pictures);
    reading.requirePermission(mandate);
    approved.begin(settings.run().models());
    Logs.into(workspace);
    new EraseStep(environment, mandate, quiet || json).beforeRun(workspace, settings);
    InputTopics topics = new InputTopics(workspace, environment.clock());
    List<TopicAddress> addresses = inputs.addresses(topics);
    requireEnd(addresses);
    TopicEnds ends = topicOptions.ends(environment, addresses);
    for (TopicAddress address : addresses) {
      topics.accept(address, mandate);
    }
    PluginSet plugins = new PluginSet(settings.reading().plugins().registry(workspace).admitted());
    @Nullable AdvertPictures advertPictures =
        reading.start(workspace, settings.reading().pictures());
    Inbox inbox = new Inbox(workspace, environment.clock(), inputs.form(), plugins, advertPictures);
    ExpiredWatches.tell(environment, workspace);
    DoubtfulQueries.tell(environment, workspace, settings.run().models());
    RunConfig config =
        archive ? settings.run().with(settings.run().horizon().holding()) : settings.run();
    LastingRun run = new LastingRun(workspace, config, approved, ends, port(), plugins);
    if (watch) {
      watch(run, inbox, mandate);
    }
    inputs.accept(environment, inbox, mandate);
    reading.end(advertPictures, quiet);
    if (!quiet) {
      inbox.taken().stream()
          .flatMap(file -> TakenWords.of(file).stream())
          .forEach(environment.err()::println);
    }
    if (!quiet && !inbox.passedOver().isEmpty()) {
      environment
          .err()
          .println("passed over, since their format can't be told: " + shown(inbox.passedOver()));
    }
    RunReport report =
        new StreamStep(environment, quiet || json).run(run, "the same command takes up again");
    summarise(workspace, report, config.horizon().days());
    return (report.progress().records().deadLetters() > 0 ? Exit.DEAD_LETTERS : Exit.OK).code();
  }

  /** A clock that is held for ever would keep all for ever. */
  private void requireEnd(List<TopicAddress> topics) {
    if (archive && (watch || !topics.isEmpty())) {
      throw UserError.ofUsage(
          "--archive must have an end, so it goes neither with --watch nor in a workspace that reads topics");
    }
  }

  /** Reads until Ctrl-C, which is thrown. */
  private void watch(LastingRun run, Inbox inbox, Mandate mandate)
      throws IOException, InterruptedException {
    FolderWatch watched = inputs.watched(environment, inbox, mandate);
    look(watched);
    new StreamStep(environment, quiet || json)
        .watch(run, "the same command takes up again", () -> look(watched));
  }

  /** A folder that can't be listed now may be there again at the next look. */
  private void look(FolderWatch watched) {
    try {
      watched.look((file, why) ->
          environment
              .err()
              .println("passed over: " + SafeText.line(environment.shown(file)) + ", " + why));
    } catch (ExpiredMandateException e) {
      environment.err().println("no more files are taken: " + SafeText.line(e.toString()));
      throw e; // ends the looking, not what was accepted
    } catch (IOException | UncheckedIOException e) {
      environment.err().println("a watched folder can't be read: " + SafeText.line(e.toString()));
    }
  }

  private OptionalInt port() {
    return metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort);
  }

  private String shown(List<Path> files) {
    String first =
        files.stream()
            .limit(MOST_NAMED)
            .map(environment::shown)
            .map(SafeText::line)
            .collect(Collectors.joining(", "));
    int more = files.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private void summarise(Workspace workspace, RunReport report, int days) {
    if (json) {
      environment.out().println(SafeJson.of(report));
    } else if (!quiet) {
      new RunSummary(environment, workspace, days).print(report);
    }
  }
}
