package org.vigie.cli.command.seeds;

import java.io.IOException;
import java.util.List;
import org.vigie.casework.SeedDecisions;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.seeds.ApprovedSeeds;
import org.vigie.casework.seeds.ProposedSeed;
import org.vigie.casework.seeds.SeedProposals;
import org.vigie.cli.command.read.Reading;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides on one proposed seed. */
final class SeedDecision {
  private static final int SHORTEST_WHY = 3;

  @Parameters(paramLabel = "SEED", description = "Its id, such as s-0123456789abcdef0123")
  private String seed = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The grounds, which are kept with the decision; name nobody")
  private String why = "";

  @Mixin private Reading reading = new Reading();

  /**
   * Decides, once the audit log has it.
   *
   * @throws UserError if no advert that is shown proposes the seed, or nothing says why
   */
  void decide(Environment environment, boolean approves) throws IOException {
    if (why.strip().length() < SHORTEST_WHY) {
      throw UserError.ofUsage("--why must say why, but says nothing");
    }
    String command = approves ? "seeds approve" : "seeds decline";
    AuditEvent event = AuditEvent.named(command, seed);
    try (Reading.Opened opened = reading.open(environment, event);
        CaseDatabase database =
            CaseDatabase.open(opened.workspace().database(), SeedDecisions.SCHEMA)) {
      ProposedSeed proposed = find(opened, seed);
      opened
          .screen()
          .show(
              List.of(
                  "%s: %s, named by %s: %s"
                      .formatted(
                          approves ? "approved" : "declined",
                          proposed.id(),
                          Words.count(proposed.adverts(), "advert", "adverts"),
                          String.join(" ", proposed.namedBy()))));
      ApprovedSeeds approved = new ApprovedSeeds(opened.workspace());
      if (approves) {
        approved.add(proposed);
      } else if (approved.read().stream()
          .anyMatch(one -> one.url().equals(proposed.address().url()))) {
        throw UserError.ofInput(
            "a seed that is declined must not be approved; take it out of %s first"
                .formatted(environment.shown(approved.file())));
      }
      new SeedDecisions(database, environment.clock())
          .decide(environment.logged(), proposed.id(), approves, why.strip());
      if (approves) {
        environment
            .out()
            .println("Next: ./vigie crawl --seeds " + environment.shown(approved.file()));
      }
    }
  }

  private static ProposedSeed find(Reading.Opened opened, String id) throws IOException {
    return SeedProposals.of(opened.index(), "", false).stream()
        .filter(seed -> seed.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            UserError.ofInput(
                "a seed must be proposed by an advert that is shown, but '%s' is not; type ./vigie seeds propose"
                    .formatted(SafeText.line(id))));
  }
}
