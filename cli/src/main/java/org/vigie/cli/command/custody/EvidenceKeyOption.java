package org.vigie.cli.command.custody;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Option;

/** The option that names the file of the key that signs packages. */
public final class EvidenceKeyOption {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "File of the key that signs; better outside the workspace. Default: evidence.key of its"
              + " vigie.yaml")
  private @Nullable String key;

  public Path file(Environment environment, Workspace workspace) {
    return key == null
        ? workspace.root().resolve(Settings.of(workspace, environment).custody().evidence().key())
        : environment.path(key);
  }
}
