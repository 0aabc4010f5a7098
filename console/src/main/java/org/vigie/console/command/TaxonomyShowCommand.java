package org.vigie.console.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.classifier.Taxonomy;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.render.SafeText;
import org.vigie.console.render.Style;
import org.vigie.console.render.TaxonomyView;
import org.vigie.console.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie taxonomy show}. */
@Command(name = "show", description = "Show one published indicator")
final class TaxonomyShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "ID", description = "Such as RC-07")
  private String id = "";

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  TaxonomyShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Taxonomy loaded = taxonomy.load(surroundings);
    Taxonomy.Row row =
        loaded.rows().stream()
            .filter(candidate -> candidate.id().equals(id.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() ->
                Refusal.ofUsage(
                    "ID must be a row of %s, but was '%s'; type ./vigie taxonomy list"
                        .formatted(loaded.version(), SafeText.line(id))));
    new TaxonomyView(new Style(surroundings.colours()))
        .lines(row)
        .forEach(surroundings.out()::println);
    return Exit.OK.code();
  }
}
