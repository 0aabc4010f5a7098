package org.vigie.cli.command.models;

import java.io.IOException;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.Taxonomy;
import org.vigie.cli.command.option.ModelsOption;
import picocli.CommandLine.Mixin;

/** Which taxonomy a command is about: that of a folder of models. */
final class TaxonomyOption {
  @Mixin private ModelsOption models = new ModelsOption();

  Taxonomy load(Environment environment) throws IOException {
    return Taxonomy.load(models.folder(environment));
  }
}
