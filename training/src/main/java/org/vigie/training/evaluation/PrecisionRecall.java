package org.vigie.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The curve of precision and recall over thresholds, from the highest down. */
public final class PrecisionRecall {
  private PrecisionRecall() {}

  /**
   * What calling everything from one probability on would give.
   *
   * @param threshold the probability
   * @param precision share of the called that are risky
   * @param recall share of the risky that are called
   * @param falseAlarms share of the ordinary that are called
   */
  public record Point(double threshold, double precision, double recall, double falseAlarms) {}

  /** Returns a point for each probability that occurs; empty if nothing is risky. */
  public static List<Point> of(ScoredSet set) {
    List<Scored> order =
        set.adverts().stream()
            .sorted(Comparator.comparingDouble((Scored a) -> -a.probability()))
            .toList();
    int risky = set.risky();
    int ordinary = order.size() - risky;
    List<Point> points = new ArrayList<>();
    int right = 0;
    for (int called = 1; risky > 0 && called <= order.size(); called++) {
      Scored last = order.get(called - 1);
      right += last.risk() ? 1 : 0;
      boolean tied = called < order.size() && order.get(called).probability() == last.probability();
      if (!tied) {
        double falseAlarms = ordinary == 0 ? 0 : (double) (called - right) / ordinary;
        points.add(
            new Point(
                last.probability(), (double) right / called, (double) right / risky, falseAlarms));
      }
    }
    return points;
  }
}
