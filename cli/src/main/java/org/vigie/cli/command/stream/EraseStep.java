package org.vigie.cli.command.stream;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.advert.Mandate;
import org.vigie.casework.ErasureRequest;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.erase.Erasure;
import org.vigie.casework.erase.ErasureJournal;
import org.vigie.casework.erase.ErasureOrder;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.erase.Traces;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** An erasure with its progress shown and what it can't reach told of. */
public final class EraseStep {
  /** Places of the unit's own files that are told one by one. */
  private static final int MOST_PLACES = 20;

  private final Environment environment;
  private final Mandate mandate;
  private final boolean quiet;

  /**
   * @param mandate under which is erased; its use is in the audit log already
   */
  public EraseStep(Environment environment, Mandate mandate, boolean quiet) {
    this.environment = environment;
    this.mandate = mandate;
    this.quiet = quiet;
  }

  /** Completes an erasure that was cut short, if there is one; returns the ids of its adverts. */
  public List<String> complete(Workspace workspace, Settings settings)
      throws IOException, InterruptedException {
    if (ErasureJournal.find(workspace).isEmpty()) {
      return List.of();
    }
    try (Erasure erasure = in(workspace, settings)) {
      Optional<ErasureJournal> pending = ErasureJournal.find(workspace);
      if (pending.isPresent()) {
        carryOut(workspace, erasure, pending.get());
      }
      return pending.map(journal -> journal.order().adverts()).orElse(List.of());
    }
  }

  /**
   * Erases before a run what waits to be erased. An erasure that was begun must be done first; one
   * that was granted and can't be begun now is told of, and the run goes on.
   */
  void beforeRun(Workspace workspace, Settings settings) throws IOException, InterruptedException {
    complete(workspace, settings);
    try {
      eraseGranted(workspace, settings);
    } catch (UserError e) {
      environment
          .err()
          .println(
              "what was granted to be erased still waits: "
                  + SafeText.line(String.valueOf(e.getMessage())));
    }
  }

  /** Erases what two people asked for and granted in the console, and isn't erased yet. */
  public void eraseGranted(Workspace workspace, Settings settings)
      throws IOException, InterruptedException {
    complete(workspace, settings);
    Set<String> erased = ErasedAdverts.of(workspace).ids();
    List<ErasureRequest> granted =
        ErasureRequests.grantedIn(workspace.database()).stream()
            .filter(request -> !erased.contains(request.advert()))
            .toList();
    if (granted.isEmpty()) {
      return;
    }
    try {
      Erasure.requireFilesAlone(workspace);
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
    Instant now = environment.clock().instant();
    for (ErasureRequest request : granted) {
      new MandateCheck(environment)
          .auditLog(workspace)
          .append(
              now,
              environment.logged(),
              "erase",
              "%s, asked by %s, granted by %s, why: %s"
                  .formatted(
                      request.advert(), request.askedBy(), request.decidedBy(), request.why()),
              mandate);
    }
    erase(
        workspace,
        settings,
        new ErasureOrder(granted.stream().map(ErasureRequest::advert).toList(), now));
  }

  /** Erases adverts, after what an erasure before has left to do. */
  public void erase(Workspace workspace, Settings settings, ErasureOrder order)
      throws IOException, InterruptedException {
    if (complete(workspace, settings).containsAll(order.adverts())) {
      return;
    }
    try (Erasure erasure = in(workspace, settings)) {
      ErasureJournal journal = erasure.look(order);
      erasure.begin(journal);
      carryOut(workspace, erasure, journal);
    } catch (IllegalArgumentException | UnreadableInputException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Erases what is older than it may be, if there is anything.
   *
   * @param log writes down what is about to be erased
   */
  public void expire(
      Workspace workspace, Settings settings, ErasureOrder order, Consumer<ErasureJournal> log)
      throws IOException, InterruptedException {
    try (Erasure erasure = in(workspace, settings)) {
      ErasureJournal journal = erasure.look(order);
      if (journal.isEmpty()) {
        erasure.drop();
        return;
      }
      log.accept(journal);
      erasure.begin(journal);
      carryOut(workspace, erasure, journal);
    } catch (IllegalArgumentException | UnreadableInputException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  private Erasure in(Workspace workspace, Settings settings) throws IOException {
    // What is made anew has the fields that plug-ins add; one that is unusable is told before.
    PluginSet plugins = new PluginSet(settings.reading().plugins().registry(workspace).admitted());
    return Erasure.in(
        workspace,
        settings.run().models(),
        (into, models) -> {
          RunConfig config = settings.run().with(models);
          new StreamStep(environment, quiet)
              .run(
                  into,
                  config,
                  Requests.of(workspace, config),
                  plugins,
                  "the same command, or ./vigie run, goes on");
        });
  }

  private void carryOut(Workspace workspace, Erasure erasure, ErasureJournal journal)
      throws IOException, InterruptedException {
    List<String> letters = new ArrayList<>();
    List<String> left =
        erasure.carryOut(
            journal,
            letter -> {
              new MandateCheck(environment)
                  .auditLog(workspace)
                  .append(
                      environment.clock().instant(),
                      environment.logged(),
                      "letter deleted",
                      "letter=" + letter,
                      mandate);
              letters.add(letter);
            });
    Traces traces = journal.traces();
    if (!quiet) {
      environment
          .out()
          .printf(
              "Erased %s: from %s of the workspace; index and state are made anew.%n",
              Words.count(journal.order().adverts().size(), "advert", "adverts"),
              Words.count(traces.files().size(), "file", "files"));
    }
    tell(
        first(traces.outside()),
        journal.order().before() == null
            ? "not in the workspace, so Vigie leaves it there; no later run takes it in"
            : "not in the workspace, so Vigie leaves it there");
    log(workspace, journal);
    tell(traces.named(), "names an erased advert's address beside adverts that stay");
    tell(letters, "letter of a partner that named an erased advert or contact; it went whole");
    tell(left, "still names an erased advert, or may: see to it yourself");
  }

  /** Returns the first few places, and how many more there are: a table may hold any number. */
  private static List<String> first(List<String> places) {
    if (places.size() <= MOST_PLACES) {
      return places;
    }
    List<String> first = new ArrayList<>(places.subList(0, MOST_PLACES));
    first.add("%,d more places".formatted(places.size() - MOST_PLACES));
    return first;
  }

  /** Keeps for whoever asks later what was done, and where a person still has to see to it. */
  private void log(Workspace workspace, ErasureJournal journal) {
    List<String> outside = first(journal.traces().outside());
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(
            environment.clock().instant(),
            environment.logged(),
            "erased",
            "adverts=%d files=%d outside=%s"
                .formatted(
                    journal.order().adverts().size(),
                    journal.traces().files().size(),
                    outside.isEmpty() ? "none" : String.join(" ", outside)),
            mandate);
  }

  private void tell(List<String> places, String what) {
    places.forEach(place -> environment.err().println(SafeText.line(place) + ": " + what));
  }
}
