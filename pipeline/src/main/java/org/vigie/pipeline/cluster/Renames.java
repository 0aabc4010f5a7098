package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.pipeline.alert.Lead;

/**
 * The names under which clusters stood that were put together anew, with who bears them now; what
 * nobody bears is to be withdrawn.
 */
final class Renames {
  private final SortedSet<String> published = new TreeSet<>();
  private final SortedSet<String> told = new TreeSet<>();

  /** Key of a stored query or watched text → subjects of its leads. */
  private final SortedMap<String, SortedSet<String>> led = new TreeMap<>();

  /** Name → alerts about it that stand in the index. */
  private final SortedMap<String, Integer> alerts = new TreeMap<>();

  Renames(List<ClusterState> before) {
    for (ClusterState cluster : before) {
      published.addAll(cluster.published);
      told.addAll(cluster.told);
      for (String match : cluster.matches.keySet()) {
        led.computeIfAbsent(match, unused -> new TreeSet<>()).addAll(cluster.led);
      }
      // All was let go at the barrier before, so a cluster stands under one name.
      cluster.published.forEach(name -> alerts.put(name, cluster.alerts));
    }
  }

  /** Lets a new cluster go on under the names that are its own. */
  void bequeathTo(ClusterState cluster) {
    String name = cluster.name();
    if (cluster.size >= 2 && published.remove(name)) {
      cluster.published = new ArrayList<>(List.of(name));
      // Whether it has an alert is found out anew, so the one that it had is to be counted off.
      Integer had = alerts.remove(name);
      cluster.alerts = had == null ? 0 : had;
    }
    if (!cluster.counts.joining().isEmpty() && told.remove(name)) {
      cluster.told = new ArrayList<>(List.of(name));
    }
    String subject = cluster.subject();
    for (String match : cluster.matches.keySet()) {
      SortedSet<String> subjects = led.get(match);
      if (subjects != null && subjects.remove(subject)) {
        cluster.led = new ArrayList<>(List.of(subject));
      }
    }
  }

  /** Returns the names that no cluster in the index bears any more. */
  SortedSet<String> published() {
    return published;
  }

  /** Returns the names that networks must forget. */
  SortedSet<String> told() {
    return told;
  }

  /** Returns the alerts that stood for names that are gone. */
  int alerts() {
    return alerts.values().stream().mapToInt(n -> n).sum();
  }

  /** Returns what stored queries have to say no more. */
  List<Lead> leads() {
    List<Lead> gone = new ArrayList<>();
    led.forEach(
        (match, subjects) -> subjects.forEach(subject -> gone.add(Lead.gone(match, subject))));
    return gone;
  }
}
