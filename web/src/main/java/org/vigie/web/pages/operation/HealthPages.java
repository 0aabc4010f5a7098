package org.vigie.web.pages.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.casework.custody.CheckState;
import org.vigie.casework.forward.ForwardState;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.Accounts;
import org.vigie.files.plugin.PluginCounts;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.pages.part.LiveIndex;

/**
 * What machines ask of the console: whether it lives, whether it can serve, and figures for
 * Prometheus. They tell of no advert, person or case, so whoever reaches the server may ask.
 */
public final class HealthPages {
  private static final int UNAVAILABLE = 503;
  private static final Logger LOG = LoggerFactory.getLogger(HealthPages.class);

  private final Accounts accounts;
  private final LiveIndex index;
  private final Path log;
  private final Path checked;
  private final Path tried;
  private final Clock clock;
  private final Instant started;

  /**
   * @param log file of the audit log
   * @param workspace whose last check and trial of a backup are told
   */
  public HealthPages(
      Accounts accounts, LiveIndex index, Path log, Workspace workspace, Clock clock) {
    this.log = log;
    this.checked = CheckState.file(workspace);
    this.tried = BackupTrial.file(workspace);
    this.accounts = accounts;
    this.index = index;
    this.clock = clock;
    started = clock.instant();
  }

  /** Whether it is so, in one word. */
  private record Health(String status) {}

  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", new Access.Anyone(), Act.NONE, visit -> live()),
        Route.get("/health/ready", new Access.Anyone(), Act.NONE, visit -> ready()),
        Route.get("/metrics", new Access.Anyone(), Act.NONE, visit -> metrics()));
  }

  private static Answer live() {
    return Answer.json(new Health("live"));
  }

  private Answer ready() {
    return canServe()
        ? Answer.json(new Health("ready"))
        : new Answer.Json(UNAVAILABLE, new Health("not ready: see the log"));
  }

  /** Returns whether accounts and index can be read; an index that isn't there yet is no fault. */
  private boolean canServe() {
    try {
      accounts.isEmpty();
      adverts();
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("the pages can't be served", e);
      return false;
    }
  }

  private OptionalLong adverts() throws IOException {
    return index
        .read(open -> OptionalLong.of(open.counts().adverts()))
        .orElseGet(OptionalLong::empty);
  }

  private Answer metrics() throws IOException {
    StringBuilder page = new StringBuilder();
    Runtime java = Runtime.getRuntime();
    add(page, "ready", "Whether the pages can be served.", canServe() ? 1 : 0);
    add(
        page,
        "uptime_seconds",
        "Seconds since the pages were started.",
        Duration.between(started, clock.instant()).toSeconds());
    add(page, "heap_used_bytes", "Heap in use.", java.totalMemory() - java.freeMemory());
    add(page, "heap_max_bytes", "Heap that there may be.", java.maxMemory());
    OptionalLong adverts = adverts();
    if (adverts.isPresent()) {
      add(page, "adverts", "Adverts that can be searched.", adverts.getAsLong());
    }
    addForwarding(page);
    addCheck(page);
    addTrial(page);
    addPlugins(page, "asked", "Questions that plug-ins were asked.", PluginCounts.Count::asked);
    addPlugins(
        page,
        "failed",
        "Questions that plug-ins didn't answer as they must.",
        PluginCounts.Count::failed);
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    return new Answer.Stream(
        "text/plain; version=0.0.4; charset=utf-8", ShownIds.none(), out -> out.write(bytes));
  }

  /** Says what the last look over the workspace in the background found. */
  private void addCheck(StringBuilder page) throws IOException {
    Optional<CheckState> found = CheckState.read(checked);
    if (found.isPresent()) {
      add(
          page,
          "check_problems",
          "What the last check in the background found damaged; ./vigie check says more.",
          found.get().count());
      add(
          page,
          "check_age_seconds",
          "Seconds since the last check in the background ended.",
          Duration.between(found.get().ended(), clock.instant()).toSeconds());
    }
  }

  /** Says how the last trial of backup and restore ended. */
  private void addTrial(StringBuilder page) throws IOException {
    Optional<BackupTrial> found = BackupTrial.read(tried);
    if (found.isPresent()) {
      add(
          page,
          "backup_trial_failed",
          "Whether the last trial of backup and restore failed; ./vigie doctor says more.",
          found.get().isGood() ? 0 : 1);
      add(
          page,
          "backup_trial_age_seconds",
          "Seconds since the last trial of backup and restore ended.",
          Duration.between(found.get().ended(), clock.instant()).toSeconds());
    }
  }

  /** Says how the way of the audit log to a SIEM is, if it has one. */
  private void addForwarding(StringBuilder page) throws IOException {
    Optional<ForwardState> found = ForwardState.read(ForwardState.beside(log));
    if (found.isPresent()) {
      ForwardState state = found.get();
      add(
          page,
          "audit_forward_waiting_bytes",
          "Bytes of the audit log that were not forwarded yet.",
          Math.max(0, (Files.exists(log) ? Files.size(log) : 0) - state.bytes()));
      add(
          page,
          "audit_forward_outage_seconds",
          "Seconds since the receiver of the audit log can't be reached; 0 if it can.",
          state.since().isEmpty()
              ? 0
              : Duration.between(Instant.parse(state.since()), clock.instant()).toSeconds());
    }
  }

  private static void addPlugins(
      StringBuilder page, String name, String help, ToLongFunction<PluginCounts.Count> figure) {
    page.append(
        "# HELP vigie_plugin_%1$s_total %2$s\n# TYPE vigie_plugin_%1$s_total counter\n"
            .formatted(name, help));
    for (PluginCounts.Count count : PluginCounts.all()) {
      page.append(
          "vigie_plugin_%s_total{kind=\"%s\",plugin=\"%s\"} %d\n"
              .formatted(name, count.kind().label(), count.name(), figure.applyAsLong(count)));
    }
  }

  private static void add(StringBuilder page, String name, String help, long value) {
    page.append(
            "# HELP vigie_console_%1$s %2$s\n# TYPE vigie_console_%1$s gauge\n"
                .formatted(name, help))
        .append("vigie_console_%s %d\n".formatted(name, value));
  }
}
