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
 */
public record RunProgress(
    long bytesRead,
    long bytesTotal,
    long adverts,
    long repeats,
    long minorRisk,
    long deadLetters,
    long pagesWithoutAdvert,
    long alerts) {}
