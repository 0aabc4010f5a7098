package org.vigie.pipeline;

/**
 * How far a run is.
 *
 * @param bytesRead bytes read of its inputs in this run
 * @param bytesTotal bytes of its inputs that were not read before
 * @param adverts adverts read
 * @param repeats of which seen before
 * @param minorRisk adverts not seen before that went the minor-risk route, and are indexed nowhere
 * @param deadLetters records that could not be read
 * @param pagesWithoutAdvert captured pages that hold no advert, such as listings and redirects
 * @param alerts alerts raised, less those withdrawn
 * @param readAnew adverts that the index held when the run found no saved state that goes with it:
 *     it reads all inputs again, and makes the index anew; 0 for a first run and one that goes on
 */
public record RunProgress(
    long bytesRead,
    long bytesTotal,
    long adverts,
    long repeats,
    long minorRisk,
    long deadLetters,
    long pagesWithoutAdvert,
    long alerts,
    long readAnew) {
  RunProgress anew(long adverts) {
    return new RunProgress(
        bytesRead,
        bytesTotal,
        this.adverts,
        repeats,
        minorRisk,
        deadLetters,
        pagesWithoutAdvert,
        alerts,
        adverts);
  }
}
