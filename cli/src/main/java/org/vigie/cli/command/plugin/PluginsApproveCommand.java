package org.vigie.cli.command.plugin;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.config.PluginSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.plugin.Approval;
import org.vigie.files.plugin.Approvals;
import org.vigie.files.plugin.PluginRegistry;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie plugins approve}. */
@Command(
    name = "approve",
    description = "Let a jar of the folder plugins run, as it is now",
    footer = {
      "",
      "Its hash is written down, with who approved it, and goes into the audit log. Once its file",
      "changes it runs no more."
    })
public final class PluginsApproveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "A jar in the folder plugins of the workspace")
  private String file = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public PluginsApproveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = workspaceOption.in(environment);
    PluginSettings settings = Settings.of(workspace, environment).reading().plugins();
    if (!settings.trustedKey().isEmpty()) {
      throw UserError.ofUsage(
          "where plugins.trusted-key names a key, a signature must admit plug-ins, and approvals don't count");
    }
    PluginRegistry registry = settings.registry(workspace);
    PluginRegistry.Jar jar = PluginFile.of(environment, workspace, registry, file);
    new MandateCheck(environment)
        .pass(
            workspace,
            Optional.empty(),
            "plugins approve",
            "file=%s, hash=%s".formatted(SafeText.line(jar.name()), jar.hash()));
    // Whoever may write there decides what runs.
    OwnerOnly.tighten(workspace.plugins());
    OwnerOnly.tighten(jar.file());
    new Approvals(workspace.plugins())
        .add(
            new Approval(
                jar.name(), jar.hash(), environment.logged(), environment.clock().instant()));
    environment.out().println("approved: %s %s".formatted(SafeText.line(jar.name()), jar.hash()));
    for (PluginSpec spec : registry.in(jar)) {
      environment.out().println("  %s %s".formatted(spec.kind().label(), spec.name()));
    }
    return Exit.OK.code();
  }
}
