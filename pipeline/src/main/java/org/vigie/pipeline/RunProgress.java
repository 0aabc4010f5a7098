package org.vigie.pipeline;

/**
 * How far a run is.
 *
 * @param bytesRead bytes read of its inputs in this run
 * @param bytesTotal bytes of its inputs that were not read before
 * @param adverts adverts read
 * @param repeats of which seen before
 * @param deadLetters records that could not be read
 * @param alerts alerts raised, less those withdrawn
 */
public record RunProgress(
    long bytesRead, long bytesTotal, long adverts, long repeats, long deadLetters, long alerts) {

  /** Returns the progress of a run that has nothing to do. */
  public static RunProgress none() {
    return new RunProgress(0, 0, 0, 0, 0, 0);
  }
}
