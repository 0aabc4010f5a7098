package org.vigie.cli.command.crawl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.seeds.SeedEntry;
import org.vigie.crawler.frontier.Seed;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** Seeds and the mandates under which they may be crawled, each of which is checked. */
final class SeedMandates {
  private final Environment environment;
  private final Workspace workspace;
  private final Optional<Mandate> offered;
  private final MandateCheck check;

  /**
   * @param offered the mandate named on the command line, for seeds that name none
   */
  SeedMandates(Environment environment, Workspace workspace, Optional<Mandate> offered) {
    this.environment = environment;
    this.workspace = workspace;
    this.offered = offered;
    this.check = new MandateCheck(environment);
  }

  /** Returns every seed under its mandate, be it valid or not, with nothing logged. */
  List<Seed> lookAhead(List<SeedEntry> entries) {
    List<Seed> seeds = new ArrayList<>();
    for (SeedEntry entry : entries) {
      seeds.add(entry.under(check.find(workspace, entry.mandate().or(() -> offered), "crawl")));
    }
    return seeds;
  }

  /**
   * Returns the seeds that may be crawled now, after logging the use of each mandate.
   *
   * @param further what the log is to say beside the addresses, or empty
   * @throws UserError if a mandate doesn't cover crawls
   * @throws ExpiredMandateException if all have expired
   */
  List<Seed> pass(List<SeedEntry> entries, String further) {
    Map<Mandate, List<Seed>> byMandate = new LinkedHashMap<>();
    for (Seed seed : lookAhead(entries)) {
      byMandate.computeIfAbsent(seed.mandate(), mandate -> new ArrayList<>()).add(seed);
    }
    byMandate.keySet().forEach(SeedMandates::requireReal);
    List<Seed> passed = new ArrayList<>();
    ExpiredMandateException expired = null;
    for (Map.Entry<Mandate, List<Seed>> each : byMandate.entrySet()) {
      try {
        List<String> urls = each.getValue().stream().map(Seed::url).toList();
        check.pass(workspace, Optional.of(each.getKey()), "crawl", urls + further);
        passed.addAll(each.getValue());
      } catch (ExpiredMandateException e) {
        expired = e;
        each.getValue().forEach(this::sayLeftOut);
      }
    }
    if (passed.isEmpty() && expired != null) {
      throw expired;
    }
    return passed;
  }

  private void sayLeftOut(Seed seed) {
    environment
        .err()
        .printf(
            "vigie: left out: %s, whose mandate %s expired at %s%n",
            SafeText.line(Defanged.text(seed.url())),
            seed.mandate().id(),
            Words.minute(seed.mandate().validUntil()));
  }

  static void requireReal(Mandate mandate) {
    if (SyntheticMandate.is(mandate)) {
      throw UserError.ofMandate(
          "a crawl of real sites needs a real mandate, but this one is for trying out; type"
              + " ./vigie init --replace");
    }
  }
}
