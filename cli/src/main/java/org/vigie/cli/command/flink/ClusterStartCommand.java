package org.vigie.cli.command.flink;

import java.util.concurrent.Callable;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.standalone.ClusterPlan;
import org.vigie.pipeline.standalone.ClusterProcess;
import org.vigie.pipeline.standalone.ClusterRecord;
import org.vigie.pipeline.standalone.LoopbackBroker;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie cluster start}. */
@Command(
    name = "start",
    description = "Start a Flink cluster of processes on this machine, for trying out",
    footer = {
      "",
      "All its processes listen on loopback alone, and run on until ./vigie cluster stop.",
      "docs/how-to/operate.md tells what a unit uses instead."
    })
public final class ClusterStartCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--taskmanagers",
      paramLabel = "N",
      description = "TaskManagers, of two slots each. Default: ${DEFAULT-VALUE}")
  private int taskManagers = 2;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of Flink's REST interface on loopback. Default: ${DEFAULT-VALUE}")
  private int port = 8081;

  @Option(
      names = "--metrics-ports",
      paramLabel = "RANGE",
      description =
          "Ports on loopback of which each process takes one for Prometheus."
              + " Default: ${DEFAULT-VALUE}")
  private String metricsPorts = "9250-9269";

  @Option(
      names = "--kafka",
      description = "Start a Kafka broker too, with its topics: from the sources alone")
  private boolean kafka;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public ClusterStartCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--taskmanagers", taskManagers, 1, 16);
    Require.between("--port", port, 1, ListenAddress.HIGHEST_PORT);
    if (!metricsPorts.matches("\\d{1,5}(-\\d{1,5})?")) {
      throw UserError.ofUsage(
          "--metrics-ports must be a port or a range such as 9250-9269, but was " + metricsPorts);
    }
    if (kafka && !LoopbackBroker.isThere()) {
      throw new UserError(
          Exit.INPUT,
          "--kafka must be given to ./vigie of the sources, since no broker is installed; name one of yours to ./vigie cluster topics");
    }
    Workspace workspace = workspaceOption.in(environment);
    ClusterRecord cluster = start(workspace);
    for (ClusterProcess process : cluster.processes()) {
      environment.out().printf("%-16s process %d%n", process.name(), process.pid());
    }
    environment.out().printf("Flink: http://127.0.0.1:%d%n", cluster.restPort());
    if (cluster.kafka() != null) {
      environment
          .out()
          .printf(
              "Kafka: %s, topics %s%n",
              cluster.kafka(), String.join(", ", StandaloneCluster.TOPICS));
    }
    environment.out().println("Next: ./vigie cluster submit --input FILE");
    return Exit.OK.code();
  }

  private ClusterRecord start(Workspace workspace) throws Exception {
    try {
      return new StandaloneCluster(workspace)
          .start(new ClusterPlan(taskManagers, port, metricsPorts, kafka));
    } catch (WorkspaceInUseException e) {
      throw new UserError(
          Exit.IN_USE,
          "%s must have no cluster that runs, but has one; see ./vigie cluster status"
              .formatted(environment.shown(workspace.root())),
          e);
    }
  }
}
