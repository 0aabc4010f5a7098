package org.vigie.cli.command.plugin;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import org.vigie.files.plugin.PluginRegistry;
import org.vigie.pipeline.workspace.Workspace;

/** The jar that a person means by its name or its path. */
final class PluginFile {
  private PluginFile() {}

  /**
   * @throws UserError if no jar of the folder has that name
   */
  static PluginRegistry.Jar of(
      Environment environment, Workspace workspace, PluginRegistry registry, String word)
      throws IOException {
    Path folder = workspace.plugins().toAbsolutePath().normalize();
    for (PluginRegistry.Jar jar : registry.jars()) {
      Path file = jar.file().toAbsolutePath().normalize();
      if (jar.name().equals(word) || environment.path(word).toAbsolutePath().equals(file)) {
        return jar;
      }
    }
    throw UserError.ofInput(
        "a plug-in must be a jar in the folder %s, but '%s' is none"
            .formatted(environment.shown(folder), word));
  }
}
