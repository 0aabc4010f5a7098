package org.vigie.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.casework.people.CaseDatabase;

/** What people did with alerts, step by step; no step is ever changed or removed. */
public final class AlertHandling {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "alert_step",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, alert TEXT NOT NULL,"
              + " kind TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL");

  private final CaseDatabase database;
  private final Clock clock;

  public AlertHandling(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void assign(String account, String alert, String to) {
    add(account, alert, AlertStep.Kind.ASSIGNED, to, "");
  }

  public void snooze(String account, String alert, Instant until, String note) {
    add(account, alert, AlertStep.Kind.SNOOZED, until.toString(), note);
  }

  public void decide(String account, String alert, AlertOutcome outcome, String note) {
    add(account, alert, AlertStep.Kind.DECIDED, outcome.label(), note);
  }

  public void reopen(String account, String alert, String note) {
    add(account, alert, AlertStep.Kind.REOPENED, "", note);
  }

  public void note(String account, String alert, String note) {
    add(account, alert, AlertStep.Kind.NOTED, "", note);
  }

  /** Returns where an alert stands. */
  public AlertState of(String alert) {
    return AlertState.after(
        database.list(
            "SELECT * FROM alert_step WHERE alert = ? ORDER BY id", AlertHandling::step, alert));
  }

  /**
   * Returns where an alert stands that had other ids before.
   *
   * @param ids all that it has and had
   */
  public AlertState of(Set<String> ids) {
    String any = String.join(", ", Collections.nCopies(ids.size(), "?"));
    return AlertState.after(
        database.list(
            "SELECT * FROM alert_step WHERE alert IN (" + any + ") ORDER BY id",
            AlertHandling::step,
            ids.toArray()));
  }

  /** Returns the ids of all alerts that anybody has touched. */
  public Set<String> touched() {
    return Set.copyOf(
        database.list("SELECT DISTINCT alert FROM alert_step", row -> row.getString("alert")));
  }

  /** Returns where all alerts stand that anybody has touched, by their ids. */
  public Map<String, AlertState> all() {
    return all(Map.of());
  }

  /**
   * As above, by the ids that they have now.
   *
   * @param current former id → present one
   */
  public Map<String, AlertState> all(Map<String, String> current) {
    Map<String, List<AlertStep>> byAlert =
        database.list("SELECT * FROM alert_step ORDER BY id", AlertHandling::step).stream()
            .collect(
                Collectors.groupingBy(step -> current.getOrDefault(step.alert(), step.alert())));
    Map<String, AlertState> states = new HashMap<>();
    byAlert.forEach((alert, steps) -> states.put(alert, AlertState.after(steps)));
    return states;
  }

  private void add(String account, String alert, AlertStep.Kind kind, String value, String note) {
    database.run(
        "INSERT INTO alert_step (at, account, alert, kind, value, note) VALUES (?, ?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        alert,
        kind.label(),
        value,
        note);
  }

  private static AlertStep step(ResultSet row) throws SQLException {
    return new AlertStep(
        Instant.parse(row.getString("at")),
        row.getString("account"),
        row.getString("alert"),
        AlertStep.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("value"),
        row.getString("note"));
  }
}
