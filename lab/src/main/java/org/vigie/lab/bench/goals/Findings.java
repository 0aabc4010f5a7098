package org.vigie.lab.bench.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was measured so far: goals in order, and the ratios that the baseline is compared with. */
final class Findings {
  private final List<Goal> goals = new ArrayList<>();
  private final List<Ratio> ratios = new ArrayList<>();

  void add(Goal goal) {
    goals.add(goal);
    System.err.println(String.join(" | ", goal.row()));
  }

  void add(Ratio ratio) {
    ratios.add(ratio);
    System.err.printf("  %s: %s%n", ratio.name(), ratio.shown());
  }

  /**
   * Returns the goals by the letters of their parts, each part in the order of measuring.
   *
   * @param more goals that come after those of their part
   */
  List<Goal> goals(List<Goal> more) {
    return Stream.concat(goals.stream(), more.stream())
        .sorted(Comparator.comparing(Goal::part))
        .toList();
  }

  List<Ratio> ratios() {
    return List.copyOf(ratios);
  }
}
