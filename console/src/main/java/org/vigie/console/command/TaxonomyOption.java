package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.Taxonomy;
import org.vigie.console.config.Settings;
import org.vigie.console.surroundings.Surroundings;
import picocli.CommandLine.Option;

/** Which taxonomy a command is about: that of a folder of models. */
final class TaxonomyOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of models to read. Default: Vigie's own")
  private @Nullable String models;

  Taxonomy load(Surroundings surroundings) throws IOException {
    Path folder =
        models == null
            ? Settings.defaults(surroundings.home()).run().models()
            : surroundings.path(models);
    return Taxonomy.load(folder);
  }
}
