package org.vigie.pipeline;

import java.time.Duration;
import org.vigie.search.IndexCounts;

/**
 * What a run did.
 *
 * @param inputs inputs read to their end in this run
 * @param progress final counts of this run
 * @param index what the index holds now
 * @param took how long it took
 */
public record RunReport(int inputs, RunProgress progress, IndexCounts index, Duration took) {}
