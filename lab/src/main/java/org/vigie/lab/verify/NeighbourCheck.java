package org.vigie.lab.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.world.hostile.Certificates;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviour.Door;
import org.vigie.world.hostile.HostileBehaviours;

/**
 * Ordinary hosts take about as long beside a host that misbehaves as they do alone.
 *
 * <p>One behaviour at a time, in crawls without it and with it in turn: a {@link SlowdownTrial}
 * tells what the host does from what the machine does meanwhile.
 */
final class NeighbourCheck implements Check {
  /** The most that a host may slow the others. */
  private static final double MAX_RATIO = 1.10;

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
    Path keys = Files.createDirectories(folder.resolve("keys"));
    OrdinaryHosts hosts = new OrdinaryHosts(folder, new Certificates(keys));
    hosts.millis(List.of()); // the first crawl of a process also loads what all need
    Tally tally = new Tally();
    List<Double> medians = new ArrayList<>();
    for (HostileBehaviour behaviour : behaviours) {
      watcher.at(medians.size(), behaviours.size());
      List<HostileBehaviour> beside = List.of(behaviour);
      SlowdownTrial.Finding found =
          new SlowdownTrial(with -> hosts.millis(with ? beside : List.of()), MAX_RATIO).run();
      medians.add(found.median());
      tally.count("behaviours", 1);
      tally.count("crawls beside one", found.ratios().size());
      tally.count(
          "cannot be told, for what else the machine does",
          found.verdict() == SequentialEvidence.Verdict.OPEN ? 1 : 0);
      tally.require(
          found.verdict() != SequentialEvidence.Verdict.NEARLY_ALWAYS,
          "%s must not slow the other hosts by more than 10 %%, but their time was %s times as long",
          behaviour.name(),
          found.ratios().stream().map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).toList());
    }
    tally.count("time beside one, % of that alone: median", percent(SlowdownTrial.median(medians)));
    tally.count("most", percent(Collections.max(medians)));
    return tally;
  }

  /** Without the one whose certificate holds, as is right. */
  private static List<HostileBehaviour> drawn(Effort effort) {
    List<HostileBehaviour> all = new ArrayList<>(HostileBehaviours.all());
    all.removeIf(host -> host.door() == Door.VALID);
    Collections.shuffle(all, new Random(effort.seed()));
    return all.subList(0, Math.min(all.size(), effort.neighbours()));
  }

  private static long percent(double ratio) {
    return Math.round(ratio * 100);
  }
}
