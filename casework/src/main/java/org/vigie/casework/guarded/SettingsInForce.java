package org.vigie.casework.guarded;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.casework.AppendOnly;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What holds of {@code vigie.yaml}, which one person may be able to write: as soon as there are two
 * admins, or an owner's key, its {@link GuardedPart guarded parts} open no more than both agreed
 * to.
 */
public final class SettingsInForce {
  /** Makes the tables of what was agreed to and of owners' keys, from which nothing is taken. */
  public static final List<String> SCHEMA =
      Stream.of(
              AppendOnly.table(
                  "guarded_setting",
                  "id INTEGER PRIMARY KEY, at TEXT NOT NULL, part TEXT NOT NULL, value TEXT NOT"
                      + " NULL, granted_by TEXT NOT NULL"),
              OwnerKeys.SCHEMA)
          .flatMap(List::stream)
          .toList();

  /** Stands as who agreed where nobody had to. */
  private static final String NOBODY = "-";

  private static final List<String> WITH_ACCOUNTS =
      Stream.of(SCHEMA, Accounts.SCHEMA).flatMap(List::stream).toList();

  private final CaseDatabase database;
  private final Clock clock;

  /**
   * @param database which has the tables of accounts, too
   */
  public SettingsInForce(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A part whose value in the file does not hold yet.
   *
   * @param inForce what holds in its place, in the words of {@code asked}
   * @param asked what the file says, as JSON
   */
  public record Waiting(GuardedPart part, String inForce, String asked) {
    /** Returns it on one line. */
    public String line() {
      return "%s: %s waits for a second admin, %s holds".formatted(part.label(), asked, inForce);
    }
  }

  /** Returns the settings that hold in a workspace for a command. */
  public static Settings of(Workspace workspace, Environment environment) {
    Settings written = Settings.of(workspace, environment);
    if (!Files.exists(workspace.database())) {
      return written;
    }
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), WITH_ACCOUNTS)) {
      return new SettingsInForce(database, environment.clock()).of(written);
    }
  }

  /** Returns what waits in a workspace for a second admin. */
  public static List<Waiting> waitingIn(Workspace workspace, Environment environment) {
    if (!Files.exists(workspace.database())) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), WITH_ACCOUNTS)) {
      return new SettingsInForce(database, environment.clock())
          .waiting(Settings.of(workspace, environment));
    }
  }

  /** Begins in a workspace whose console starts; the log has what changed, and what waits. */
  public static List<Waiting> begin(
      Workspace workspace, Environment environment, Consumer<AuditEvent> log) {
    Settings written = Settings.of(workspace, environment);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), WITH_ACCOUNTS)) {
      SettingsInForce settings = new SettingsInForce(database, environment.clock());
      settings.begin(written).forEach(line -> log.accept(AuditEvent.of("settings changed", line)));
      List<Waiting> waiting = settings.waiting(written);
      waiting.forEach(one -> log.accept(AuditEvent.of("settings wait", one.line())));
      return waiting;
    }
  }

  /**
   * Writes down what holds as the console starts: at first, and while nobody has to agree to it,
   * what the file says. What was given up meanwhile is no longer agreed to.
   *
   * @return what changed by it, each on one line
   */
  public List<String> begin(Settings written) {
    Settings inForce = of(written);
    List<String> taken = new ArrayList<>();
    for (GuardedPart part : GuardedPart.values()) {
      Optional<String> granted = granted(part);
      String value = part.value(inForce);
      if (granted.isEmpty() || !granted.get().equals(value)) {
        grant(part.label(), value, NOBODY);
        granted.ifPresent(former -> taken.add(part.label() + ": " + former + " -> " + value));
      }
    }
    return taken;
  }

  /** Returns what holds of some settings. */
  public Settings of(Settings written) {
    if (isFree(written)) {
      return written;
    }
    Settings inForce = written;
    for (GuardedPart part : GuardedPart.values()) {
      Optional<String> granted = granted(part);
      if (granted.isPresent()) {
        inForce = part.within(inForce, granted.get());
      }
    }
    return inForce;
  }

  /** Returns what doesn't hold of them yet. */
  public List<Waiting> waiting(Settings written) {
    Settings inForce = of(written);
    return Arrays.stream(GuardedPart.values())
        .map(part -> new Waiting(part, part.value(inForce), part.value(written)))
        .filter(one -> !one.inForce().equals(one.asked()))
        .toList();
  }

  /** Returns whether a second admin agreed to it since, so that it holds from the next start on. */
  public boolean isGranted(Waiting one) {
    return granted(one.part()).filter(one.asked()::equals).isPresent();
  }

  /**
   * Writes down that a second admin agreed to what the file says.
   *
   * @param part label of a {@link GuardedPart}
   * @param value what it is to be, as {@link Waiting#asked} has it
   * @param by the second admin
   */
  public void grant(String part, String value, String by) {
    database.run(
        "INSERT INTO guarded_setting (at, part, value, granted_by) VALUES (?, ?, ?, ?)",
        clock.instant().toString(),
        part,
        value,
        by);
  }

  /**
   * Returns whether somebody for whom a console started as for one who works alone still does: not
   * once an owner's key was registered since, unless it granted that.
   */
  public boolean isStillAlone() {
    return isAloneGranted() || new OwnerKeys(database, clock).inForce().isEmpty();
  }

  private boolean isAloneGranted() {
    return granted(GuardedPart.ALONE).filter(Boolean::parseBoolean).isPresent();
  }

  /** Whoever works alone, and agreed to it while they could, has nobody to ask. */
  private boolean isFree(Settings written) {
    return (written.console().web().alone() && isAloneGranted())
        || (database.transact(Accounts::admins) < 2
            && new OwnerKeys(database, clock).inForce().isEmpty());
  }

  private Optional<String> granted(GuardedPart part) {
    return database
        .list(
            "SELECT value FROM guarded_setting WHERE part = ? ORDER BY id DESC LIMIT 1",
            row -> row.getString("value"),
            part.label())
        .stream()
        .findFirst();
  }
}
