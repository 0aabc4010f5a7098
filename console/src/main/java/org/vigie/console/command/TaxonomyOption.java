package org.vigie.console.command;

import java.io.IOException;
import org.vigie.classifier.Taxonomy;
import org.vigie.console.surroundings.Surroundings;
import picocli.CommandLine.Mixin;

/** Which taxonomy a command is about: that of a folder of models. */
final class TaxonomyOption {
  @Mixin private ModelsOption models = new ModelsOption();

  Taxonomy load(Surroundings surroundings) throws IOException {
    return Taxonomy.load(models.folder(surroundings));
  }
}
