package org.vigie.cli.command.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.casework.SeedDecisions;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.seeds.ApprovedSeeds;
import org.vigie.casework.seeds.ProposedSeed;
import org.vigie.casework.seeds.SeedEntry;
import org.vigie.casework.seeds.SeedProposals;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.read.Reading;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie seeds propose}. */
@Command(
    name = "propose",
    description = "List public channels and sites that leads name, with the adverts that name them",
    footer = {
      "",
      "Invitations, closed groups, accounts and large platforms are never proposed, nor what was",
      "decided before. Restricted adverts don't count."
    })
public final class SeedsProposeCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..1",
      description = "Which adverts count, in the query language. Default: all leads")
  private String query = "";

  @Option(names = "--all", description = "Count adverts without risk, too")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many to list. Default: ${DEFAULT-VALUE}")
  private int limit = 50;

  @Option(names = "--json", description = "Print JSON, one proposal a line")
  private boolean json;

  @Mixin private Reading reading = new Reading();

  public SeedsProposeCommand(Environment environment) {
    this.environment = environment;
  }

  /** A proposal as JSON. */
  private record Line(String id, String url, long adverts, List<String> namedBy) {}

  @Override
  public Integer call() throws Exception {
    Require.between("--limit", limit, 1, 100_000);
    AuditEvent event = AuditEvent.of("seeds propose", all ? "all" : "leads");
    try (Reading.Opened opened =
        reading.open(environment, query.isBlank() ? event : event.typed("query", query))) {
      Map<String, Boolean> decided = SeedDecisions.in(opened.workspace().database());
      List<String> known =
          new ApprovedSeeds(opened.workspace()).read().stream().map(SeedEntry::url).toList();
      List<ProposedSeed> open =
          SeedProposals.of(opened.index(), query, !all).stream()
              .filter(seed -> !decided.containsKey(seed.id()))
              .filter(seed -> !known.contains(seed.address().url()))
              .toList();
      List<ProposedSeed> shown = open.stream().limit(limit).toList();
      opened.screen().show(json ? lines(shown) : table(shown, open.size()));
    }
    return Exit.OK.code();
  }

  private static List<String> lines(List<ProposedSeed> seeds) {
    return seeds.stream()
        .map(seed ->
            SafeJson.of(new Line(seed.id(), seed.address().url(), seed.adverts(), seed.namedBy())))
        .toList();
  }

  private static List<String> table(List<ProposedSeed> seeds, int all) {
    if (seeds.isEmpty()) {
      return List.of("No seed is proposed.");
    }
    Table table = new Table().row("seed", "adverts", "address", "named by");
    for (ProposedSeed seed : seeds) {
      table.row(
          seed.id(),
          Words.number(seed.adverts()),
          SafeText.line(Defanged.text(seed.address().url())),
          String.join(" ", seed.namedBy()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (all > seeds.size()) {
      lines.add("and %s more".formatted(Words.number(all - seeds.size())));
    }
    lines.add("Next: ./vigie seeds approve SEED --why TEXT");
    return lines;
  }
}
