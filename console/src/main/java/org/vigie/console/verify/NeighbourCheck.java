package org.vigie.console.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviour.Door;
import org.vigie.world.hostile.HostileBehaviours;

/**
 * Ordinary hosts take about as long beside a host that misbehaves as they do alone.
 *
 * <p>One behaviour at a time, in pairs of a crawl without and a crawl with it: what the machine
 * does meanwhile then meets both. The median of the pairs' ratios is judged, so one pair that a
 * busy machine spoiled decides nothing.
 */
final class NeighbourCheck implements Check {
  /** The most that a host may slow the others. */
  private static final double MAX_RATIO = 1.10;

  /** Odd, for a median; as soon as most lie on one side, the rest could not change it. */
  private static final int PAIRS = 5;

  @Override
  public String name() {
    return "neighbours";
  }

  @Override
  public String promise() {
    return "However a host misbehaves, it slows the other hosts of a crawl by at most 10 %";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    List<HostileBehaviour> behaviours = drawn(effort);
    OrdinaryHosts hosts = new OrdinaryHosts(folder);
    hosts.millis(List.of()); // the first crawl of a process also loads what all need
    Tally tally = new Tally();
    List<Double> medians = new ArrayList<>();
    for (HostileBehaviour behaviour : behaviours) {
      watcher.at(medians.size(), behaviours.size());
      List<Double> ratios = ratios(hosts, behaviour);
      tally.count("behaviours", 1);
      tally.count("pairs of crawls", ratios.size());
      double median = median(ratios);
      medians.add(median);
      tally.require(
          median <= MAX_RATIO,
          "%s must not slow the other hosts by more than 10 %%, but their time was %s times as long",
          behaviour.name(),
          ratios.stream().map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).toList());
    }
    tally.count("time beside one, % of that alone: median", percent(median(medians)));
    tally.count("most", percent(Collections.max(medians)));
    return tally;
  }

  /** Without those that need certificates, which fail before they could do harm. */
  private static List<HostileBehaviour> drawn(Effort effort) {
    List<HostileBehaviour> all = new ArrayList<>(HostileBehaviours.all());
    all.removeIf(host -> host.door() != Door.PLAIN && host.door() != Door.SHUT);
    Collections.shuffle(all, new Random(effort.seed()));
    return all.subList(0, Math.min(all.size(), effort.neighbours()));
  }

  /** Returns the ratios of pairs, up to those that decide on which side their median lies. */
  private static List<Double> ratios(OrdinaryHosts hosts, HostileBehaviour behaviour)
      throws Exception {
    List<Double> ratios = new ArrayList<>();
    long within = 0;
    while (within <= PAIRS / 2 && ratios.size() - within <= PAIRS / 2) {
      double alone = hosts.millis(List.of());
      double ratio = hosts.millis(List.of(behaviour)) / alone;
      ratios.add(ratio);
      within += ratio <= MAX_RATIO ? 1 : 0;
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static long percent(double ratio) {
    return Math.round(ratio * 100);
  }
}
