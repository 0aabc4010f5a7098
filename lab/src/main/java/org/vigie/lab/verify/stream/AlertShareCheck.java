package org.vigie.lab.verify.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.IndexCheck;
import org.vigie.world.Truth;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * Of the adverts of a realistic mix few lead to an alert, and those of planted campaigns do.
 *
 * <p>An advert leads to an alert if one stands about its cluster, its network, a contact that it
 * names, or itself: every advert of a subject counts, not the alert once.
 */
final class AlertShareCheck implements Check {
  /** Campaigns are a hundred adverts or so: with fewer around them they would be the mix. */
  private static final int LEAST_ADVERTS = 8_000;

  private static final int MOST_ADVERTS = 100_000;
  private static final int ADVERTS_A_RUN = 500;
  private static final double MOST_SHARE = 0.02;
  private static final double LEAST_RECALL = 0.95;

  private final Path models;

  AlertShareCheck(Path models) {
    this.models = models;
  }

  @Override
  public String name() {
    return "alert-share";
  }

  @Override
  public String promise() {
    return "At most 2 % of the adverts of a realistic mix lead to an alert, and at least 95 % of"
        + " those of planted campaigns do";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    int adverts =
        (int) Math.clamp((long) effort.runs() * ADVERTS_A_RUN, LEAST_ADVERTS, MOST_ADVERTS);
    List<Path> inputs = PlantedInputs.write(folder.resolve("inputs"), effort.seed(), adverts, 1);
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    new Inbox(workspace, StreamTrial.CLOCK)
        .accept(inputs.getFirst(), Map.of(), StreamTrial.MANDATE);
    // In this process, whose heap is the user's to choose, and without any stored query.
    Watch nothing = new Watch(List.of(), new Watchlist(List.of(), List.of()));
    new EmbeddedRun(workspace, RunConfig.defaults(models), nothing)
        .run(progress -> watcher.at(Math.min(progress.records().adverts(), adverts), adverts));
    tally.count("index checks", 1);
    List<String> problems = IndexCheck.problems(workspace.index());
    tally.require(problems.isEmpty(), "%s", problems);
    Truth truth = World.generate(new WorldSpec(effort.seed(), adverts)).truth();
    judge(LeadingAdverts.in(workspace), truth, tally);
    return tally;
  }

  private static void judge(LeadingAdverts leading, Truth truth, Tally tally) {
    long campaigns = 0;
    long found = 0;
    long planted = 0;
    long leadingPlanted = 0;
    for (Truth.Campaign campaign : truth.campaigns()) {
      List<String> read = campaign.urls().stream().filter(leading.byUrl()::containsKey).toList();
      long led = read.stream().filter(leading::leads).count();
      if (campaign.alerts()) {
        campaigns++;
        found += led > 0 ? 1 : 0;
        planted += read.size();
        leadingPlanted += led;
      }
    }
    long all = leading.byUrl().values().stream().filter(LeadingAdverts.Led::leads).count();
    tally.count("adverts", leading.byUrl().size());
    tally.count("alerts", leading.alerts());
    tally.count("adverts that lead to one", all);
    tally.count("planted campaigns", campaigns);
    tally.count("of them alerted", found);
    tally.count("planted adverts", planted);
    tally.count("of them leading", leadingPlanted);
    tally.require(
        all <= MOST_SHARE * leading.byUrl().size(),
        "at most 2 %% of %d adverts may lead to an alert, but %d do",
        leading.byUrl().size(),
        all);
    tally.require(
        found >= LEAST_RECALL * campaigns && leadingPlanted >= LEAST_RECALL * planted,
        "95 %% of %d campaigns with %d adverts must be alerted, but %d are, with %d",
        campaigns,
        planted,
        found,
        leadingPlanted);
  }
}
