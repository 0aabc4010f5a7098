package org.vigie.pipeline;

import java.time.Duration;
import java.util.Map;
import org.vigie.pipeline.busy.Stage;
import org.vigie.search.IndexCounts;

/**
 * What a run did.
 *
 * @param inputs inputs read to their end in this run
 * @param progress final counts of this run
 * @param late adverts of this run that were unknown and older than what is remembered: they are
 *     indexed, but join no cluster and count for nobody
 * @param busy how long each stage worked: stages work at the same time, and two instances of one
 *     count twice
 * @param index what the index holds now
 * @param took how long it took
 */
public record RunReport(
    int inputs,
    RunProgress progress,
    long late,
    Map<Stage, Duration> busy,
    IndexCounts index,
    Duration took) {
  public RunReport {
    busy = Map.copyOf(busy);
  }
}
