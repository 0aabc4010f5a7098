package org.vigie.cli.command.option;

import org.vigie.casework.config.ListenAddress;
import picocli.CommandLine.Option;

/** Where a command listens: {@code --listen} and {@code --port}. */
public final class ListenOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Address of this machine to listen on. Default: ${DEFAULT-VALUE}")
  private String address = "127.0.0.1";

  /**
   * @param port the one by default
   */
  public ListenOptions(int port) {
    this.port = port;
  }

  /**
   * Returns what was typed, or the default.
   *
   * @throws org.vigie.files.failure.UserError if there is no such port
   */
  public ListenAddress address() {
    Require.between("--port", port, 0, ListenAddress.HIGHEST_PORT);
    return new ListenAddress(address, port);
  }
}
