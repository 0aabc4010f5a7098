package org.vigie.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.casework.mandate.AuditEvent;

/** A request as the audit log tells of it. */
final class LoggedRequest {
  /** Names in forms and queries whose values say by an id or a label what is meant. */
  private static final List<String> NAMING =
      List.of(
          "account",
          "advert",
          "assignee",
          "before",
          "case",
          "change",
          "cluster",
          "days",
          "decision",
          "enabled",
          "form",
          "format",
          "from",
          "limit",
          "model",
          "name",
          "offset",
          "opinion",
          "order",
          "outcome",
          "page",
          "risk",
          "role",
          "ruling",
          "scope",
          "status",
          "to",
          "user");

  private LoggedRequest() {}

  /** Returns what a request does there, and what it discloses out of the system. */
  static AuditEvent event(Visit visit, Route route) {
    return event(visit, route.act().label() + " " + route.label())
        .disclosing(route.disclosing().of(visit));
  }

  /** Returns something that is done in a session, for the reason that its person gave. */
  static AuditEvent event(Visit visit, String command) {
    return detailed(visit, command)
        .in(visit.session().id())
        .because(visit.session().reason().orElse(""));
  }

  /** Returns what in particular is asked for: ids and labels as they are, else by marks. */
  private static AuditEvent detailed(Visit visit, String command) {
    List<String> plain = new ArrayList<>();
    SortedMap<String, String> words = new TreeMap<>();
    new TreeMap<>(visit.context().pathParamMap())
        .forEach((name, value) -> note(name, value, AuditEvent.isId(value), plain, words));
    visit
        .parameters()
        .values()
        .forEach((name, values) ->
            values.forEach(value ->
                note(name, value, names(name, value) && AuditEvent.isId(value), plain, words)));
    NAMING.stream()
        .flatMap(field ->
            visit.forms(field).stream().filter(AuditEvent::isId).map(id -> field + "=" + id))
        .forEach(plain::add);
    AuditEvent event = AuditEvent.of(command, String.join(" ", plain));
    for (Map.Entry<String, String> typed : words.entrySet()) {
      event = event.typed(typed.getKey(), typed.getValue());
    }
    return event;
  }

  /** What a subject is, its kind tells; a subject without may be anything that was typed. */
  private static boolean names(String name, String value) {
    return NAMING.contains(name) || (name.equals("subject") && value.contains(":"));
  }

  private static void note(
      String name, String value, boolean isPlain, List<String> plain, Map<String, String> words) {
    if (isPlain) {
      plain.add(name + "=" + value);
    } else if (!value.isBlank()) {
      words.merge(
          AuditEvent.isId(name) ? name : "other", value, (one, other) -> one + "\n" + other);
    }
  }
}
