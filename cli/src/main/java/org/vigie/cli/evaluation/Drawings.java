package org.vigie.cli.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.training.evaluation.AlertsPerDay;
import org.vigie.training.evaluation.PrecisionRecall;
import org.vigie.training.evaluation.Reliability;
import org.vigie.training.evaluation.ScoredSet;

/** The curves of an evaluation. */
final class Drawings {
  private Drawings() {}

  /** Returns file name without ending → drawing in SVG. */
  static Map<String, String> of(ScoredSet set, AlertsPerDay day) {
    Map<String, String> drawings = new LinkedHashMap<>();
    List<PrecisionRecall.Point> curve = PrecisionRecall.of(set);
    drawings.put("precision-recall", precisionRecall(curve, set));
    drawings.put("reliability", reliability(set));
    drawings.put("alerts-per-day", alerts(curve, day));
    return drawings;
  }

  private static String precisionRecall(List<PrecisionRecall.Point> curve, ScoredSet set) {
    double chance = (double) set.risky() / set.adverts().size();
    return new Plot("Precision and recall", "recall", "precision", 1)
        .dashed(new Plot.At(0, chance), new Plot.At(1, chance), "by chance")
        .line(curve.stream().map(p -> new Plot.At(p.recall(), p.precision())).toList())
        .svg();
  }

  private static String reliability(ScoredSet set) {
    List<Plot.At> bins =
        Reliability.of(set).stream().map(b -> new Plot.At(b.probability(), b.risky())).toList();
    return new Plot("Reliability", "mean probability of a tenth", "share that is risky", 1)
        .dashed(new Plot.At(0, 0), new Plot.At(1, 1), "if all were right")
        .line(bins)
        .dots(bins)
        .svg();
  }

  private static String alerts(List<PrecisionRecall.Point> curve, AlertsPerDay day) {
    List<Plot.At> line = curve.stream().map(p -> new Plot.At(p.threshold(), day.at(p))).toList();
    double most = line.stream().mapToDouble(Plot.At::up).max().orElse(1);
    String title =
        String.format(
            Locale.ROOT,
            "Alerts a day of %,d adverts, %s %% risky",
            day.advertsPerDay(),
            Shown.number(day.prevalence() * 100, 2));
    return new Plot(title, "threshold (probability)", "alerts a day", most).line(line).svg();
  }
}
