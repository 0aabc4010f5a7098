package org.vigie.cli.command.models;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.cli.render.TaxonomyView;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie taxonomy list}. */
@Command(name = "list", description = "List the published indicators, a line each")
public final class TaxonomyListCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  public TaxonomyListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    new TaxonomyView(new Style(environment.colours()))
        .lines(taxonomy.load(environment))
        .forEach(environment.out()::println);
    return Exit.OK.code();
  }
}
