package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.console.casework.Erasure;
import org.vigie.console.casework.Erasures;
import org.vigie.console.config.Settings;
import org.vigie.console.evaluation.ApprovedModels;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.mandate.MandateDesk;
import org.vigie.console.people.Desk;
import org.vigie.console.render.SafeText;
import org.vigie.console.render.Words;
import org.vigie.console.rescore.Rescoring;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.crawler.warc.WarcErasure;
import org.vigie.pipeline.intake.AdvertPlaces;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie erase}. */
@Command(
    name = "erase",
    description = "Leave nothing of the adverts whose erasure two people want",
    footer = {
      "",
      "Who wants it says so on the pages (./vigie serve). The captures of these adverts lose their",
      "content, and all history is read anew without them, so it takes as long as a first run; what",
      "was replaced is deleted. Neither a crawl nor a run may go on meanwhile. A file of your own",
      "that holds one of them isn't touched: its name and line are shown, for you to take it out."
    })
final class EraseCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 20;

  private final Surroundings surroundings;

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  EraseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(surroundings);
    Settings settings = Settings.of(workspace, surroundings.home());
    if (!Files.exists(workspace.desk())) {
      throw Refusal.ofInput("an erasure must be granted on the pages first; type ./vigie serve");
    }
    try (Desk desk = Desk.open(workspace.desk(), Erasures.SCHEMA);
        WorkspaceLock lock = WorkspaceLock.take(workspace)) {
      Erasures erasures = new Erasures(desk, surroundings.clock());
      List<Erasure> due = erasures.due();
      Set<String> ids = due.stream().map(Erasure::advert).collect(Collectors.toSet());
      new MandateDesk(surroundings)
          .pass(
              workspace,
              mandateOptions.find(surroundings),
              "erase",
              String.join(" ", new TreeSet<>(ids)));
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      if (new RunningCrawl(surroundings, workspace).runs()) {
        throw Refusal.ofInput("no crawl may go on while adverts are erased, but one does");
      }
      if (!due.isEmpty()) {
        Logs.into(workspace);
        ApprovedModels.of(workspace, settings).require(settings.run().models());
        erase(workspace, settings, ids);
        due.forEach(erasures::done);
      }
      surroundings.out().println(Words.count(ids.size(), "advert", "adverts") + " erased.");
    } catch (IllegalArgumentException e) {
      throw new Refusal(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    return Exit.OK.code();
  }

  private void erase(Workspace workspace, Settings settings, Set<String> ids)
      throws IOException, InterruptedException {
    Rescoring history = new Rescoring(workspace);
    history.requireAnEnd();
    eraseFromCaptures(workspace, settings, ids);
    Inbox inbox = new Inbox(workspace, surroundings.clock());
    inbox.renumber(workspace.root());
    if (Files.isDirectory(workspace.index())) {
      new Replay(surroundings, workspace, settings, history).run(quiet);
    }
    history.forget();
  }

  private void eraseFromCaptures(Workspace workspace, Settings settings, Set<String> ids)
      throws IOException {
    Inbox inbox = new Inbox(workspace, surroundings.clock());
    AdvertPlaces places =
        new AdvertPlaces(TemplateFolders.of(workspace, settings.run().models()).read());
    List<AdvertPlaces.Place> found = places.find(inbox.accepted(), ids);
    requireOwners(found.stream().filter(place -> !isOurs(workspace, place)).toList());
    for (AdvertPlaces.Place place : found) {
      WarcErasure.erase(
          Path.of(place.input().path()), place.positions(), surroundings.clock().instant());
    }
  }

  /** Whatever lies elsewhere is somebody's own, who may need it for something else. */
  private static boolean isOurs(Workspace workspace, AdvertPlaces.Place place) {
    return place.input().format() == InputFormat.WARC
        && Path.of(place.input().path()).startsWith(workspace.root());
  }

  private void requireOwners(List<AdvertPlaces.Place> theirs) {
    List<String> named = new ArrayList<>();
    for (AdvertPlaces.Place place : theirs) {
      String what = place.input().format() == InputFormat.WARC ? " at byte " : " in line ";
      place
          .positions()
          .forEach(position -> named.add(place.input().path() + what + Words.number(position)));
    }
    if (!named.isEmpty()) {
      throw Refusal.ofInput(
          "an advert must be taken out of files of your own first, but stands in "
              + named.stream()
                  .limit(MOST_NAMED)
                  .map(SafeText::line)
                  .collect(Collectors.joining("; "))
              + (named.size() > MOST_NAMED ? "; and more" : ""));
    }
  }
}
