package org.vigie.cli.command.plugin;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.plugin.PluginRegistry;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie plugins list}. */
@Command(
    name = "list",
    description = "List the jars of the folder plugins and the commands of vigie.yaml",
    footer = {"", "What is in a jar is known once it may run: it is asked."})
public final class PluginsListCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public PluginsListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = workspaceOption.in(environment);
    PluginRegistry registry =
        Settings.of(workspace, environment).reading().plugins().registry(workspace);
    List<PluginRegistry.Jar> jars = registry.jars();
    if (jars.isEmpty() && registry.commands().isEmpty()) {
      environment
          .out()
          .println(
              "There is no plug-in: neither a jar in %s nor a command in vigie.yaml."
                  .formatted(environment.shown(workspace.plugins())));
      return Exit.OK.code();
    }
    Table table = new Table().row("from", "may run", "plug-in", "kind", "reads", "hash");
    boolean clean = true;
    for (PluginRegistry.Jar jar : jars) {
      clean &= add(registry, jar, table);
    }
    registry.commands().forEach(spec -> add(spec, "named in settings", "", table));
    table.lines().forEach(environment.out()::println);
    return (clean ? Exit.OK : Exit.INPUT).code();
  }

  /** One jar that doesn't say what is in it needn't hide the others. */
  private boolean add(PluginRegistry registry, PluginRegistry.Jar jar, Table table) {
    String admission = jar.admission().words();
    String name = SafeText.line(jar.name());
    if (!jar.admission().isAdmitted()) {
      table.row(name, "no: " + admission, "", "", "", jar.hash());
      return true;
    }
    try {
      registry.in(jar).forEach(spec -> add(spec, admission, jar.hash(), table));
      return true;
    } catch (UserError e) {
      table.row(name, admission, "unusable", "", "", jar.hash());
      environment.err().println(SafeText.line(String.valueOf(e.getMessage())));
      return false;
    }
  }

  private static void add(PluginSpec spec, String admission, String hash, Table table) {
    table.row(
        SafeText.line(spec.source()),
        admission,
        spec.name(),
        spec.kind().label(),
        SafeText.line(String.join(", ", spec.claims())),
        hash);
  }
}
