package org.vigie.lab.bench.goals;

import java.nio.file.Path;
import java.util.Locale;
import org.vigie.lab.bench.stream.ClusterCost;
import org.vigie.lab.bench.stream.ClusteringTime;
import org.vigie.lab.bench.stream.IndexChanges;

/** What clusters cost: changes of the index, pairing alone, and all of clustering. */
final class ClusterCosts {
  private static final double MOST_CHANGES = 1.5;
  private static final double MOST_MICROS = 15;

  private final Path models;
  private final MachineSpeed calibration;
  private final int rounds;

  ClusterCosts(Path models, MachineSpeed calibration, int rounds) {
    this.models = models;
    this.calibration = calibration;
    this.rounds = rounds;
  }

  /** Counts changes of the index as one cluster arrives, its newest advert first. */
  void measureChanges(int adverts, Findings findings) throws Exception {
    double changes = IndexChanges.newestFirst(models, adverts);
    findings.add(Ratio.exactly("index-changes", changes));
    findings.add(
        new Goal(
            "C",
            String.format(
                Locale.ROOT,
                "index changes an advert beside it and its sighting, %,d of one cluster newest first ≤ %.1f",
                adverts,
                MOST_CHANGES),
            "",
            String.format(Locale.ROOT, "%.2f", changes),
            GoalOutcome.atMost(changes, MOST_CHANGES)));
  }

  /** Measures clustering beside a plain loop, by turns. */
  void measurePairing(int adverts, Findings findings) throws Exception {
    ClusteringTime time = new ClusteringTime(models, adverts);
    double[] pairing = new double[rounds];
    double[] clustering = new double[rounds];
    double[] plain = new double[rounds];
    time.clustering();
    for (int round = 0; round < rounds; round++) {
      pairing[round] = time.pairing();
      clustering[round] = time.clustering();
      plain[round] = time.plainLoop();
    }
    Ratio alone = Ratio.of("pairing", pairing, plain);
    Ratio whole = Ratio.of("clustering", clustering, plain);
    findings.add(alone);
    findings.add(whole);
    double micros = calibration.of(Ratio.median(pairing));
    findings.add(
        new Goal(
            "D",
            String.format(Locale.ROOT, "pairing ≤ %.0f µs", MOST_MICROS),
            "",
            String.format(Locale.ROOT, "%.1f", micros),
            GoalOutcome.atMost(micros, MOST_MICROS)));
    findings.add(
        new Goal(
            "D",
            String.format(
                Locale.ROOT, "clustering ≤ %.2f× a plain MinHash-LSH loop", ClusterCost.MOST_TIMES),
            "",
            whole.shown(),
            GoalOutcome.atMost(whole.median(), ClusterCost.MOST_TIMES)));
  }
}
