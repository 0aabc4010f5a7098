package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a fresh {@code run} costs beside the independent loop, from one advert and from many. */
final class FreshStream {
  private static final double MOST_SECONDS = 6;
  private static final double MOST_MEGABYTES = 400;
  private static final double MOST_TIMES = 2.5;

  private final Programs programs;
  private final MachineSpeed calibration;
  private final int rounds;
  private final List<ProcessCost> one = new ArrayList<>();
  private final List<ProcessCost> oneOfLoop = new ArrayList<>();

  FreshStream(Programs programs, MachineSpeed calibration, int rounds) {
    this.programs = programs;
    this.calibration = calibration;
    this.rounds = rounds;
  }

  /**
   * Measures the run of one advert.
   *
   * @param advert one alone
   */
  void measureOne(Texts advert, Findings findings) throws IOException, InterruptedException {
    Path input = advert.write(programs.folder().resolve("one.jsonl"));
    for (int round = 0; round < rounds; round++) {
      one.add(programs.run(input, programs.workspace()));
      oneOfLoop.add(programs.independentLoop(input));
    }
    Ratio ratio =
        Ratio.of("run-one", ProcessCost.cpuSeconds(one), ProcessCost.cpuSeconds(oneOfLoop));
    findings.add(ratio);
    double seconds = calibration.of(ProcessCost.medianCpu(one));
    findings.add(
        new Goal(
            "A",
            String.format(
                Locale.ROOT,
                "`run` of one advert (%,d characters) ≤ %.0f s CPU",
                advert.meanLength(),
                MOST_SECONDS),
            String.format(Locale.ROOT, "%.2f; loop %s", seconds, ratio.shown()),
            "",
            GoalOutcome.atMost(seconds, MOST_SECONDS)));
    double megabytes = ProcessCost.medianPeak(one);
    findings.add(
        new Goal(
            "A",
            String.format(Locale.ROOT, "its memory ≤ %.0f MB", MOST_MEGABYTES),
            String.format(Locale.ROOT, "%.0f", megabytes),
            "",
            GoalOutcome.atMost(megabytes, MOST_MEGABYTES)));
  }

  /**
   * Measures the run of many, after {@link #measureOne}, whose costs are taken off for those of one
   * more.
   *
   * @return the workspace of the last run
   */
  Path measureMany(Texts texts, Findings findings) throws IOException, InterruptedException {
    Path input = texts.write(programs.folder().resolve(texts.name() + ".jsonl"));
    List<ProcessCost> ours = new ArrayList<>();
    List<ProcessCost> loop = new ArrayList<>();
    Path workspace = programs.workspace();
    for (int round = 0; round < rounds; round++) {
      workspace = programs.workspace();
      ours.add(programs.run(input, workspace));
      loop.add(programs.independentLoop(input));
    }
    Ratio ratio =
        Ratio.of("run-" + texts.name(), ProcessCost.cpuSeconds(ours), ProcessCost.cpuSeconds(loop));
    findings.add(ratio);
    findings.add(
        new Goal(
            "A",
            String.format(
                Locale.ROOT,
                "`run` of %,d %s adverts (%,d characters) ≤ %.1f× loop",
                texts.bodies().size(),
                texts.name(),
                texts.meanLength(),
                MOST_TIMES),
            ratio.shown() + "; " + withoutOne(ours, loop, texts.bodies().size()),
            "",
            GoalOutcome.atMost(ratio.median(), MOST_TIMES)));
    return workspace;
  }

  /** Returns the microseconds of one more advert, and the ratio of both sides' so. */
  private String withoutOne(List<ProcessCost> ours, List<ProcessCost> loop, int adverts) {
    double micros = micros(ours, one, adverts);
    double micros2 = micros(loop, oneOfLoop, adverts);
    return String.format(
        Locale.ROOT,
        "without the run of one %.0f µs an advert, %.2f×",
        calibration.of(micros),
        micros / micros2);
  }

  private static double micros(List<ProcessCost> many, List<ProcessCost> one, int adverts) {
    return (ProcessCost.medianCpu(many) - ProcessCost.medianCpu(one)) * 1e6 / (adverts - 1);
  }
}
