package org.vigie.web.pages.alert;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Severity;
import org.vigie.search.alert.AlertChoice;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Paths;

/**
 * What a person asked the inbox for.
 *
 * @param filter how far people are with the alerts
 * @param grouping how they stand together
 * @param severity label of theirs, or empty
 * @param rule what raised them, or empty
 * @param subject what they are about, or empty
 */
public record AlertForm(
    AlertFilter filter, AlertGrouping grouping, String severity, String rule, String subject) {
  static AlertForm of(Visit visit) {
    return new AlertForm(
        AlertFilter.labelled(visit.query("status")),
        AlertGrouping.labelled(visit.query("group")),
        severity(visit.query("severity")).map(Severity::label).orElse(""),
        visit.query("rule").strip(),
        visit.query("subject").strip());
  }

  private static Optional<Severity> severity(String label) {
    return Arrays.stream(Severity.values()).filter(one -> one.label().equals(label)).findFirst();
  }

  /** Returns the alerts asked for, however far people are with them. */
  AlertChoice choice() {
    return AlertChoice.all().of(severity(severity).orElse(null)).raisedBy(rule).about(subject);
  }

  /** Returns the name of what raised them, as a page shows it. */
  public String shownRule() {
    return SafeText.line(Defanged.text(rule));
  }

  /** Returns what they are about, as a page shows it. */
  public String shownSubject() {
    return SafeText.line(Defanged.text(subject));
  }

  /** Returns what the address of the list says of it. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("status", filter.label());
    query.put("group", grouping.label());
    query.put("severity", severity);
    query.put("rule", rule);
    query.put("subject", subject);
    return query;
  }

  /** Returns the path of the same list with one thing asked for otherwise; empty for not at all. */
  public String with(String name, String value) {
    Map<String, String> query = query();
    query.put(name, value);
    return Paths.with("/alerts", query);
  }

  /** Returns the path of the alerts of a group alone. */
  String of(String name, String value) {
    Map<String, String> query = query();
    query.put("group", AlertGrouping.NONE.label());
    query.put(name, value);
    return Paths.with("/alerts", query);
  }
}
