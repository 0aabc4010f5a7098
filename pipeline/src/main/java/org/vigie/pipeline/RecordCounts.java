package org.vigie.pipeline;

/**
 * What the records in the inputs of a run turned out to be.
 *
 * @param adverts adverts read
 * @param repeats of which seen before
 * @param minorRisk adverts not seen before that went the minor-risk route, and are indexed nowhere
 * @param deadLetters records that could not be read
 * @param pagesWithoutAdvert captured pages that hold no advert, such as listings and redirects
 */
public record RecordCounts(
    long adverts, long repeats, long minorRisk, long deadLetters, long pagesWithoutAdvert) {}
