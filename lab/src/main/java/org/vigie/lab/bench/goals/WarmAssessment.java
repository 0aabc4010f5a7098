package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.vigie.lab.bench.fasttext.FastTextTime;
import org.vigie.lab.bench.independent.IndependentLoop;
import org.vigie.lab.bench.parts.PartCost;
import org.vigie.lab.bench.parts.PartSteps;

/** What assessment costs a warm thread, beside the independent loop and fastText. */
final class WarmAssessment {
  private static final String WHOLE = "whole";
  private static final String WITHOUT_SIGNS = "whole without signs";
  private static final String RISK = "risk";
  private static final String LANGUAGE = "language";
  private static final List<String> PARTS = List.of(RISK, LANGUAGE, WITHOUT_SIGNS, WHOLE);

  /** Passes of each part before any counts: the compiler has seen it often by then. */
  private static final int WARM_UP = 5;

  private final Path models;
  private final MachineSpeed calibration;
  private final int rounds;

  WarmAssessment(Path models, MachineSpeed calibration, int rounds) {
    this.models = models;
    this.calibration = calibration;
    this.rounds = rounds;
  }

  /** Measures each part and the loop by turns; goals are those of real adverts. */
  void measure(Texts texts, Path folder, boolean areGoals, Findings findings)
      throws IOException, InterruptedException {
    Map<String, Runnable> steps = new LinkedHashMap<>();
    Map<String, Runnable> all = PartSteps.load(models, texts.bodies());
    PARTS.forEach(part -> steps.put(part, Objects.requireNonNull(all.get(part))));
    List<String> lines = texts.lines();
    Runnable loop = () -> loop(lines);
    Map<String, List<PartCost>> costs = new LinkedHashMap<>();
    List<PartCost> ofLoop = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Map.Entry<String, Runnable> step : steps.entrySet()) {
        add(
            costs.computeIfAbsent(step.getKey(), k -> new ArrayList<>()),
            round,
            texts,
            step.getValue());
      }
      add(ofLoop, round, texts, loop);
    }
    Ratio ratio = Ratio.of("assess-" + texts.name(), micros(of(WHOLE, costs)), micros(ofLoop));
    findings.add(ratio);
    if (areGoals) {
      goals(costs, ratio, FastTextTime.micros(texts.bodies(), folder), findings);
    }
  }

  private static void add(List<PartCost> costs, int round, Texts texts, Runnable step) {
    PartCost cost = PartCost.of(texts.bodies().size(), step);
    if (round >= 0) {
      costs.add(cost);
    }
  }

  private static void loop(List<String> lines) {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndependentLoop loop = new IndependentLoop(directory)) {
      for (String line : lines) {
        loop.take(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void goals(
      Map<String, List<PartCost>> costs,
      Ratio ratio,
      @Nullable Double fastText,
      Findings findings) {
    time("risk ≤ 100 µs", of(RISK, costs), 100, findings);
    time("language ≤ 60 µs", of(LANGUAGE, costs), 60, findings);
    beside(
        "assessment without signs ≤ 1.8× fastText",
        of(WITHOUT_SIGNS, costs),
        1.8,
        fastText,
        findings);
    beside("assessment ≤ 3.5× fastText", of(WHOLE, costs), 3.5, fastText, findings);
    double kilobytes =
        Ratio.median(of(WHOLE, costs).stream().mapToDouble(PartCost::kilobytes).toArray());
    findings.add(
        new Goal(
            "B",
            "its garbage ≤ 250 KB",
            "",
            String.format(Locale.ROOT, "%.0f; loop's time %s", kilobytes, ratio.shown()),
            GoalOutcome.atMost(kilobytes, 250)));
  }

  private void time(String name, List<PartCost> costs, double most, Findings findings) {
    double micros = calibration.of(Ratio.median(micros(costs)));
    findings.add(
        new Goal(
            "B",
            name,
            "",
            String.format(Locale.ROOT, "%.0f", micros),
            GoalOutcome.atMost(micros, most)));
  }

  private void beside(
      String name,
      List<PartCost> costs,
      double most,
      @Nullable Double fastText,
      Findings findings) {
    double micros = Ratio.median(micros(costs));
    String shown = String.format(Locale.ROOT, "%.0f µs", calibration.of(micros));
    if (fastText == null) {
      findings.add(
          new Goal("B", name, "", shown, GoalOutcome.notMeasured("fastText isn't installed")));
    } else {
      double times = micros / fastText;
      findings.add(
          new Goal(
              "B",
              name,
              "",
              String.format(Locale.ROOT, "%s, %.2f×", shown, times),
              GoalOutcome.atMost(times, most)));
    }
  }

  private static List<PartCost> of(String part, Map<String, List<PartCost>> costs) {
    return Objects.requireNonNull(costs.get(part), part);
  }

  private static double[] micros(List<PartCost> costs) {
    return costs.stream().mapToDouble(PartCost::micros).toArray();
  }
}
