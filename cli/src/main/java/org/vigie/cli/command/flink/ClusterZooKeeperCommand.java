package org.vigie.cli.command.flink;

import java.util.concurrent.Callable;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.Require;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.process.ZooKeeperProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie cluster zookeeper}. */
@Command(
    name = "zookeeper",
    description = "Be the ZooKeeper in which the JobManager notes where the job's state lies",
    footer = {
      "",
      "It has no login: let nobody but the cluster's processes reach it. A unit that has a",
      "ZooKeeper already names that one in Flink's settings instead."
    })
public final class ClusterZooKeeperCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of what it keeps")
  private String data = "";

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}")
  private String listen = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on. Default: ${DEFAULT-VALUE}")
  private int port = 2_181;

  public ClusterZooKeeperCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--port", port, 1, ListenAddress.HIGHEST_PORT);
    Handover.to(ZooKeeperProcess.of(environment.path(data), listen, port), environment);
    return Exit.OK.code();
  }
}
