package org.vigie.lab.bench.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  /** Returns the goals by the letters of their parts, each part in the order of measuring. */
  List<Goal> goals() {
    return goals.stream().sorted(Comparator.comparing(Goal::part)).toList();
  }

  List<Ratio> ratios() {
    return List.copyOf(ratios);
  }
}
