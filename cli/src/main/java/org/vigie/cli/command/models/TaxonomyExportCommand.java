package org.vigie.cli.command.models;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.MispTaxonomy;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie taxonomy export}. */
@Command(
    name = "export",
    description = "Print the published indicators in another tool's format",
    footer = {
      "",
      "Example:",
      "  ./vigie taxonomy export --format misp > machinetag.json",
      "MISP reads it from a folder of its own under taxonomies/."
    })
public final class TaxonomyExportCommand implements Callable<Integer> {
  private final Environment environment;

  /** The formats of other tools. */
  enum Format {
    /** A taxonomy's machinetag.json. */
    MISP
  }

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "misp: a MISP taxonomy, machinetag.json")
  private Format format = Format.MISP;

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  public TaxonomyExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    String exported =
        switch (format) {
          case MISP -> MispTaxonomy.of(taxonomy.load(environment));
        };
    environment.out().print(exported);
    environment.out().flush();
    return Exit.OK.code();
  }
}
