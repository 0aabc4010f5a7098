package org.vigie.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How far a run is.
 *
 * @param bytesRead bytes read of its inputs in this run
 * @param bytesTotal bytes of its inputs that were not read before
 * @param records what was read; its parts stand beside the others in JSON
 * @param alerts alerts raised, less those withdrawn
 * @param readAnew adverts that the index held when the run found no saved state that goes with it:
 *     it reads all inputs again, and makes the index anew; 0 for a first run and one that goes on
 */
public record RunProgress(
    long bytesRead,
    long bytesTotal,
    @JsonUnwrapped RecordCounts records,
    long alerts,
    long readAnew) {
  RunProgress anew(long adverts) {
    return new RunProgress(bytesRead, bytesTotal, records, alerts, adverts);
  }
}
