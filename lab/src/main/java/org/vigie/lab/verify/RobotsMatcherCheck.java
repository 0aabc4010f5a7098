package org.vigie.lab.verify;

import java.nio.file.Path;
import java.util.TreeMap;
import org.vigie.cli.warmup.RobotsComparison;
import org.vigie.world.manners.PlainRobots;

/** Rules are read as crawler-commons and the RFC read them, and never more freely. */
final class RobotsMatcherCheck implements Check {
  /** One pair in so many, on top, is of the kind on which the RFC is unclear. */
  private static final int HARD_SHARE = 5;

  @Override
  public String name() {
    return "robots-matcher";
  }

  @Override
  public String promise() {
    return "Robots rules are read as crawler-commons and RFC 9309 read them, never more freely";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    RobotsComparison comparison =
        new RobotsComparison(effort.seed(), (text, token) -> new PlainRobots(text, token)::allows);
    int files = effort.robotsPairs() / RobotsComparison.PAGES_OF_A_FILE;
    int hard = files / HARD_SHARE;
    RobotsComparison.Result plain =
        comparison.overPlainRules(files, file -> watcher.at(file, files + hard));
    RobotsComparison.Result wild =
        comparison.overHardRules(hard, file -> watcher.at(files + file, files + hard));
    Tally tally = new Tally();
    tally.count("pairs", plain.pairs());
    tally.count("of them allowed", plain.allowed());
    tally.count("judged differently", plain.pairs() - plain.kinds().getOrDefault("all agree", 0));
    tally.count("harder pairs", wild.pairs());
    tally.count("of them allowed too freely", wild.tooMuch().size());
    new TreeMap<>(wild.kinds())
        .forEach((kind, pairs) -> tally.count("harder pairs: " + kind, pairs));
    plain.differences().forEach(pair -> tally.require(false, "judged differently: %s", pair));
    wild.tooMuch().forEach(pair -> tally.require(false, "allowed too freely: %s", pair));
    for (String kind : wild.kinds().keySet()) {
      tally.require(
          RobotsComparison.KNOWN_KINDS.contains(kind), "a kind that nobody knows: %s", kind);
    }
    return tally;
  }
}
