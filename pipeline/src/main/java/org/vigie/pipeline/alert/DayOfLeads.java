package org.vigie.pipeline.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;

/**
 * The leads of one stored query or watched text about one day, of which the earliest are raised as
 * alerts: so the order of arrival doesn't show, and a lead of today takes none of yesterday's
 * place.
 *
 * <p>Mutable, with public fields, because Flink keeps it as a POJO; nothing outside this package
 * holds one.
 */
public final class DayOfLeads {
  /** Leads that wait in case one that is raised goes, per alert of the budget. */
  static final int WAITING = 10;

  /** Place in the order (time of the first advert, then subject) → its alert. */
  public Map<String, Alert> leads = new HashMap<>();

  /** How many leads came after all that are kept. */
  public long beyond;

  /** Subject → the alert as it was raised. */
  public Map<String, Alert> raised = new HashMap<>();

  /** How many of all these are on subjects that are forgotten. */
  public long forgotten;

  static String place(Lead lead) {
    return lead.first() + " " + lead.subject();
  }

  boolean isEmpty() {
    return leads.isEmpty() && beyond == 0;
  }

  /** Returns whether no more will be said of any of its subjects. */
  boolean isForgotten() {
    return forgotten >= leads.size() + beyond;
  }

  /** Takes note of a subject of which nothing was known: if it stands here it was forgotten. */
  void comesBack(String place) {
    if (leads.containsKey(place)) {
      forgotten--;
    }
  }

  void put(String place, Alert alert, int budget) {
    leads.put(place, alert);
    if (leads.size() > Math.min(budget * WAITING, 2 * AlertRuleConfig.MAX_BUDGET)) {
      leads.remove(Collections.max(leads.keySet()));
      beyond++;
    }
  }

  /** Removes a lead that was put before, kept or not. */
  void remove(String place) {
    if (leads.remove(place) == null) {
      beyond--;
    }
  }

  /** Returns what is to be raised: at most the budget, the last of them naming how many wait. */
  List<Alert> due(int budget) {
    List<Alert> due = new ArrayList<>(new TreeMap<>(leads).values());
    long over = due.size() - budget + beyond;
    if (over <= 0) {
      return due;
    }
    List<Alert> within = new ArrayList<>(due.subList(0, budget));
    within.set(budget - 1, naming(within.get(budget - 1), over, budget));
    return within;
  }

  private static Alert naming(Alert last, long over, int budget) {
    AlertLine line =
        AlertLine.of(Finding.of("further-leads").with("leads", over).with("budget", budget));
    return last.because(FindingWords.english().say(line), line);
  }
}
