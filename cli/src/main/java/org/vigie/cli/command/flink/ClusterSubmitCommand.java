package org.vigie.cli.command.flink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.erase.ErasureJournal;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.InputOptions;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.TopicOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.command.stream.LostState;
import org.vigie.cli.command.stream.Requests;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.ClusterRun;
import org.vigie.pipeline.StateBackend;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.standalone.ClusterRecord;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie cluster submit}. */
@Command(
    name = "submit",
    description = "Hand the job of ./vigie run to the cluster, where it runs until it is stopped",
    footer = {
      "",
      "It goes on from where the workspace's last run or job was saved. While it runs, the same",
      "command with --input adds files to what it reads."
    })
public final class ClusterSubmitCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private InputOptions inputs = new InputOptions();

  @Option(
      names = "--state-backend",
      paramLabel = "NAME",
      description =
          "Where state is kept: hashmap (heap), or rocksdb (local disk, incremental checkpoints)."
              + " Only a job that was stopped in order goes on with another."
              + " Default: ${DEFAULT-VALUE}")
  private String stateBackend = "hashmap";

  @Option(
      names = "--index-store",
      paramLabel = "URI",
      description =
          "Copy every shard to a folder that all machines see, such as s3://bucket/vigie/index;"
              + " ./vigie cluster fetch takes it from there")
  private @Nullable String indexStore;

  @Option(
      names = "--index-folder",
      paramLabel = "DIR",
      description =
          "Where each machine writes its shards, with --index-store. Default: in the workspace")
  private @Nullable String indexFolder;

  @Option(names = "--here", hidden = true, description = "The cluster runs this very program")
  private boolean here;

  @ArgGroup(validate = false, heading = "%nKafka:%n", order = 90)
  private TopicOptions topicOptions = new TopicOptions();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public ClusterSubmitCommand(Environment environment) {
    this.environment = environment;
  }

  /**
   * Requires what can be known before a cluster is there: settings, a mandate, models that were
   * approved.
   *
   * @throws UserError if one of them is missing
   */
  void requireStartable() throws IOException {
    backend();
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    place(workspace);
    new MandateCheck(environment)
        .find(workspace, mandateOptions.find(environment), "cluster submit")
        .requireValid(environment.clock().instant());
    ApprovedModels.of(workspace, settings).require(settings.run().models());
    ApprovedModels.requireAsListed(settings.run().models());
  }

  @Override
  public Integer call() throws Exception {
    StateBackend backend = backend();
    inputs.require(environment);
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    @Nullable ClusterRecord cluster = here ? null : cluster(workspace);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), "cluster submit", inputs.words());
    approved.begin(settings.run().models());
    if (ErasureJournal.find(workspace).isPresent()) {
      throw UserError.ofInput("an erasure must be done before a job starts; type ./vigie run");
    }
    InputTopics topics = new InputTopics(workspace, environment.clock());
    List<TopicAddress> addresses = inputs.addresses(topics);
    TopicEnds ends = topicOptions.ends(environment, addresses);
    for (TopicAddress address : addresses) {
      topics.accept(address, mandate);
    }
    PluginSet plugins = new PluginSet(settings.reading().plugins().registry(workspace).admitted());
    inputs.accept(
        environment,
        new Inbox(workspace, environment.clock(), inputs.form(), plugins, null),
        mandate);
    if (!plugins.of(PluginKind.ENRICHER).isEmpty() || !plugins.of(PluginKind.CHANNEL).isEmpty()) {
      environment
          .err()
          .println(
              "a cluster's job asks no enrichers and channels among the plug-ins; ./vigie run"
                  + " does");
    }
    Requests asked = Requests.of(workspace, settings.run());
    ClusterRun run =
        new ClusterRun(
            workspace,
            settings.run(),
            asked.watched(),
            asked.rulings(),
            ends.withholding(asked.withheldFrom(workspace)),
            place(workspace));
    if (cluster == null) {
      run.startHere();
      return Exit.OK.code();
    }
    if (cluster.job() != null) {
      environment.out().printf("Job %s runs already and reads what was added.%n", cluster.job());
      return Exit.OK.code();
    }
    String job =
        run.submit(
            "127.0.0.1",
            cluster.restPort(),
            backend,
            adverts -> environment.err().println(LostState.line(adverts)));
    environment.out().printf("Job %s runs. Next: ./vigie cluster status%n", job);
    return Exit.OK.code();
  }

  /** Returns the cluster, which must be able to take what is asked. */
  private ClusterRecord cluster(Workspace workspace) throws IOException {
    ClusterRecord cluster = RunningCluster.require(environment, workspace);
    RunningCluster.requireWhole(cluster);
    boolean asksForTopics = inputs.nameTopics() || topicOptions.nameTopics();
    if (cluster.job() != null && (asksForTopics || indexStore != null)) {
      throw UserError.ofInput(
          "topics and --index-store must be named when a job is submitted, but job %s runs already;"
                  .formatted(cluster.job())
              + " type ./vigie cluster stop first");
    }
    return cluster;
  }

  private IndexPlace place(Workspace workspace) {
    if (indexFolder != null && indexStore == null) {
      throw UserError.ofUsage("--index-folder must go with --index-store, but there is none");
    }
    Path folder = indexFolder == null ? workspace.index() : environment.path(indexFolder);
    return new IndexPlace(folder.toString(), indexStore);
  }

  private StateBackend backend() {
    try {
      return StateBackend.valueOf(stateBackend.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserError(
          Exit.USAGE, "--state-backend must be hashmap or rocksdb, but was " + stateBackend, e);
    }
  }
}
