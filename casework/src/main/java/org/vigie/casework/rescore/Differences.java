package org.vigie.casework.rescore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Indicator;
import org.vigie.casework.render.AlertWords;
import org.vigie.search.AdvertIndex;

/**
 * What other models make of the same history, and nothing of what stays.
 *
 * @param adverts adverts that were compared
 * @param lines what differs, a line each: adverts, then clusters, then alerts
 */
public record Differences(long adverts, List<String> lines) {
  /** A risk that moves by less is shown as the same two digits. */
  private static final double LEAST = 0.005;

  private static final int ALL = 1_000_000;

  public Differences {
    lines = List.copyOf(lines);
  }

  /** What is held of an advert: a history may have a million of them. */
  private record Reading(double risk, String outcome, SortedSet<String> indicators) {
    static Reading of(AssessedAdvert advert) {
      SortedSet<String> indicators = new TreeSet<>();
      advert.indicators().stream().map(Indicator::id).forEach(indicators::add);
      return new Reading(advert.rankedRisk(), advert.outcome(), indicators);
    }
  }

  /**
   * Compares two indexes of the same history.
   *
   * @param words of the language in which alerts are said
   */
  public static Differences between(AdvertIndex before, AdvertIndex after, AlertWords words)
      throws IOException {
    List<String> lines = new ArrayList<>();
    SortedMap<String, Reading> then = readings(before);
    SortedMap<String, Reading> now = readings(after);
    SortedSet<String> ids = union(then, now);
    for (String id : ids) {
      add(id, then.get(id), now.get(id), lines);
    }
    addClusters(before, after, lines);
    addAlerts(before, after, words, lines);
    return new Differences(ids.size(), lines);
  }

  private static SortedMap<String, Reading> readings(AdvertIndex index) throws IOException {
    SortedMap<String, Reading> readings = new TreeMap<>();
    index.forEachAdvert(
        "", hit -> readings.put(hit.advert().advert().id(), Reading.of(hit.advert())));
    return readings;
  }

  private static void add(
      String id, @Nullable Reading then, @Nullable Reading now, List<String> lines) {
    if (then == null || now == null) {
      // An advert of minor risk is in no index.
      lines.add(id + (now == null ? " leaves the index" : " enters the index"));
      return;
    }
    List<String> changes = new ArrayList<>();
    if (Math.abs(then.risk() - now.risk()) >= LEAST) {
      changes.add(risk("risk", then.risk(), now.risk()));
    }
    if (!then.outcome().equals(now.outcome())) {
      changes.add(then.outcome() + " -> " + now.outcome());
    }
    now.indicators().stream()
        .filter(i -> !then.indicators().contains(i))
        .forEach(i -> changes.add("+" + i));
    then.indicators().stream()
        .filter(i -> !now.indicators().contains(i))
        .forEach(i -> changes.add("-" + i));
    if (!changes.isEmpty()) {
      lines.add(id + " " + String.join(", ", changes));
    }
  }

  private static void addClusters(AdvertIndex before, AdvertIndex after, List<String> lines)
      throws IOException {
    Map<String, Double> then = risks(before);
    Map<String, Double> now = risks(after);
    for (String id : union(then, now)) {
      Double one = then.get(id);
      Double other = now.get(id);
      if (one == null || other == null) {
        lines.add(id + (other == null ? " is no cluster any more" : " is a new cluster"));
      } else if (Math.abs(one - other) >= LEAST) {
        lines.add(id + " " + risk("risk of its adverts together", one, other));
      }
    }
  }

  private static Map<String, Double> risks(AdvertIndex index) throws IOException {
    Map<String, Double> risks = new HashMap<>();
    for (ClusterProfile cluster : index.clusters(2, ALL)) {
      risks.put(
          cluster.id(),
          cluster.assessment() == null ? 0.0 : cluster.assessment().riskProbability());
    }
    return risks;
  }

  private static void addAlerts(
      AdvertIndex before, AdvertIndex after, AlertWords words, List<String> lines)
      throws IOException {
    Map<String, Alert> then = alerts(before);
    Map<String, Alert> now = alerts(after);
    for (String id : union(then, now)) {
      Alert one = then.get(id);
      Alert other = now.get(id);
      if (one == null && other != null) {
        lines.add("new alert about %s: %s".formatted(other.subject(), words.headline(other)));
      } else if (one != null && other == null) {
        lines.add("no alert any more about %s: %s".formatted(one.subject(), words.headline(one)));
      } else if (one != null
          && other != null
          && !Objects.equals(one.severity(), other.severity())) {
        lines.add(
            "alert about %s: %s -> %s"
                .formatted(one.subject(), one.severity().label(), other.severity().label()));
      }
    }
  }

  private static Map<String, Alert> alerts(AdvertIndex index) throws IOException {
    Map<String, Alert> alerts = new HashMap<>();
    index.alerts(ALL).forEach(alert -> alerts.put(alert.id(), alert));
    return alerts;
  }

  private static SortedSet<String> union(Map<String, ?> one, Map<String, ?> other) {
    SortedSet<String> union = new TreeSet<>(one.keySet());
    union.addAll(other.keySet());
    return union;
  }

  private static String risk(String what, double then, double now) {
    return String.format(Locale.ROOT, "%s %.2f -> %.2f", what, then, now);
  }
}
