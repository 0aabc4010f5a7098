package org.vigie.cli.command.plugin;

import java.util.concurrent.Callable;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;

/** {@code vigie plugins}. */
@Command(
    name = "plugins",
    description = "List, approve and withdraw plug-ins of others",
    footer = {
      "",
      "A plug-in is a jar in the folder plugins of the workspace, or a command that vigie.yaml names",
      "under plugins. A jar runs only as it was approved, or signed with the key of plugins.trusted-key.",
      "Each runs in a process of its own, bounded in memory, time and output, with your rights:",
      "approve what you would run yourself. docs/examples/plugin holds samples, and the lines that a",
      "command takes and gives."
    })
public final class PluginsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "plugins needs to know what to do, but nothing is named; type ./vigie plugins list, approve or withdraw");
  }
}
