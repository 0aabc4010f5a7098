package org.vigie.cli.command.option;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import picocli.CommandLine.Option;

/** Which folder of models a command is about. */
public final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of models. Default: Vigie's own")
  private @Nullable String models;

  public Path folder(Environment environment) throws IOException {
    return models == null
        ? Settings.defaults(environment.home()).run().models()
        : environment.path(models);
  }
}
