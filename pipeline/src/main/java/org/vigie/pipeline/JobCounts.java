package org.vigie.pipeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.pipeline.alert.BudgetAlerts;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.cluster.DetectRepeats;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.contact.ProfileContacts;
import org.vigie.pipeline.enrich.EnrichAdvert;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.SortIntake;
import org.vigie.pipeline.neardup.PairNearDuplicates;
import org.vigie.pipeline.network.JoinNetworks;

/**
 * What a job's accumulators say.
 *
 * @param accumulators name → value; empty while the job is starting
 */
record JobCounts(Map<String, Object> accumulators) {
  /** Each is there once its step has its state and its models. */
  private static final Set<String> OF_STEPS =
      Set.of(
          SortIntake.ADVERTS,
          DetectRepeats.REPEATS,
          PairNearDuplicates.KEPT,
          JoinClusters.ALERTS,
          ProfileContacts.ALERTS,
          JoinNetworks.ALERTS,
          Stage.INDEX.accumulator());

  /** Returns the counts of a job that had nothing to do. */
  static JobCounts none() {
    return new JobCounts(Map.of());
  }

  /** Returns whether all steps have begun to work. */
  boolean areOfAllSteps() {
    return accumulators.keySet().containsAll(OF_STEPS);
  }

  /** Returns what changes with each thing that comes, and else never, as times do. */
  Map<String, Object> things() {
    Map<String, Object> things = new HashMap<>(accumulators);
    for (Stage stage : Stage.values()) {
      things.remove(stage.accumulator());
    }
    return things;
  }

  /** Returns the ids of the inputs that are read to their end, in this run or an earlier one. */
  Set<String> finishedInputs() {
    Set<String> finished = new HashSet<>();
    if (accumulators.get(SortIntake.FINISHED) instanceof List<?> ids) {
      ids.forEach(id -> finished.add((String) id));
    }
    return finished;
  }

  /** Returns the progress over inputs that were not read to their end before. */
  RunProgress progress(List<InputManifest> open) {
    long total = open.stream().mapToLong(InputManifest::bytes).sum();
    return new RunProgress(
        Math.min(total, count(SortIntake.BYTES)),
        total,
        new RecordCounts(
            count(SortIntake.ADVERTS),
            count(DetectRepeats.REPEATS),
            count(DetectRepeats.MINOR_RISK),
            count(SortIntake.DEAD) + count(EnrichAdvert.DEAD),
            count(SortIntake.WITHOUT_ADVERT)),
        count(JoinClusters.ALERTS)
            + count(BudgetAlerts.ALERTS)
            + count(ProfileContacts.ALERTS)
            + count(JoinNetworks.ALERTS),
        0);
  }

  /** Returns how many adverts of this run were older than what is remembered. */
  long late() {
    return count(DetectRepeats.TOO_LATE);
  }

  /** Returns how long each stage worked. */
  Map<Stage, Duration> busy() {
    Map<Stage, Duration> busy = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      busy.put(stage, Duration.ofNanos(count(stage.accumulator())));
    }
    return busy;
  }

  private long count(String name) {
    return accumulators.get(name) instanceof Long value ? value : 0;
  }
}
