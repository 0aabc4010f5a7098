package org.vigie.cli.command.models;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Style;
import org.vigie.classifier.Taxonomy;
import org.vigie.cli.render.TaxonomyView;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie taxonomy show}. */
@Command(name = "show", description = "Show one published indicator")
public final class TaxonomyShowCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "ID", description = "Such as RC-07")
  private String id = "";

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  public TaxonomyShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Taxonomy loaded = taxonomy.load(environment);
    Taxonomy.Row row =
        loaded.rows().stream()
            .filter(candidate -> candidate.id().equals(id.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() ->
                UserError.ofUsage(
                    "ID must be a row of %s, but was '%s'; type ./vigie taxonomy list"
                        .formatted(loaded.version(), SafeText.line(id))));
    new TaxonomyView(new Style(environment.colours()))
        .lines(row)
        .forEach(environment.out()::println);
    return Exit.OK.code();
  }
}
