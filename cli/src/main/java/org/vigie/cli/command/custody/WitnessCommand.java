package org.vigie.cli.command.custody;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.progress.CleanStop;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.web.witness.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie witness}. */
@Command(
    name = "witness",
    description = "Keep the heads of audit logs of other machines, until Ctrl-C",
    footer = {
      "",
      "Run it on a machine that those who use the workspace can't write to. It keeps how far each log",
      "has come, signed, and nothing of what stands in it. In vigie.yaml of the workspace:",
      "  audit: {witness: https://witness.example.org/unit-7}"
    })
public final class WitnessCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "Where the heads are kept, a folder for each log")
  private String folder = "";

  @Option(
      names = "--log",
      paramLabel = "NAME",
      required = true,
      split = ",",
      description = "Name of a log that may be told of: 1 to 40 letters, digits, hyphens")
  private List<String> logs = List.of();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on; beyond this machine put a reverse proxy with TLS in front."
              + " Default: ${DEFAULT-VALUE}")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}")
  private int port = 8_490;

  public WitnessCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--port", port, 0, ListenAddress.HIGHEST_PORT);
    if (!logs.stream().allMatch(WitnessServer::isName)) {
      throw UserError.ofUsage("--log must have 1 to 40 letters, digits or hyphens");
    }
    try (WitnessServer server = WitnessServer.start(host, port, environment.path(folder), logs);
        CleanStop stop = CleanStop.of(environment, "./vigie witness starts it again")) {
      for (String log : logs) {
        environment
            .out()
            .println("Witness of %s at http://%s:%d/%1$s".formatted(log, host, server.port()));
      }
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }
}
