package org.vigie.search;

/**
 * What an index holds.
 *
 * @param adverts different adverts
 * @param sightings how often adverts were met in all
 * @param clusters clusters of at least two adverts
 * @param alerts alerts
 */
public record IndexCounts(long adverts, long sightings, long clusters, long alerts) {}
