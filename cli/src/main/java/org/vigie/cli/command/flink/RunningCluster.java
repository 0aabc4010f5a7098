package org.vigie.cli.command.flink;

import java.io.IOException;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.standalone.ClusterProcess;
import org.vigie.pipeline.standalone.ClusterRecord;
import org.vigie.pipeline.standalone.StandaloneCluster;
import org.vigie.pipeline.workspace.Workspace;

/** The cluster of a workspace as later commands find it. */
final class RunningCluster {
  private RunningCluster() {}

  /**
   * Returns what is written down of it.
   *
   * @throws UserError if there is none, or none of its processes runs
   */
  static ClusterRecord require(Environment environment, Workspace workspace) throws IOException {
    ClusterRecord cluster =
        ClusterFolder.of(workspace)
            .read()
            .orElseThrow(() ->
                UserError.ofInput(
                    "%s must have a cluster, but has none; type ./vigie cluster start"
                        .formatted(environment.shown(workspace.root()))));
    if (!cluster.runs()) {
      throw UserError.ofInput(
          "the cluster of %s must run, but all its processes are gone; type ./vigie cluster start"
              .formatted(environment.shown(workspace.root())));
    }
    return cluster;
  }

  /**
   * Returns if nothing stands in the way of a job.
   *
   * @throws UserError if the JobManager, ZooKeeper or the broker is gone
   */
  static void requireWhole(ClusterRecord cluster) {
    for (ClusterProcess process : cluster.dead()) {
      if (!process.name().startsWith("taskmanager-")) {
        throw UserError.ofInput(
            "%s (process %d) must run, but is gone; type %s"
                .formatted(process.name(), process.pid(), remedy(cluster)));
      }
    }
  }

  /** Returns what to type where processes are gone. */
  static String remedy(ClusterRecord cluster) {
    boolean brokerIsGone =
        cluster.dead().stream().anyMatch(gone -> gone.name().equals(StandaloneCluster.KAFKA));
    return brokerIsGone
        ? "./vigie cluster stop --force, then ./vigie cluster start --kafka"
        : "./vigie cluster mend";
  }
}
