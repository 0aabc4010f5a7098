package org.vigie.pipeline.cluster;

import org.vigie.advert.AdvertVersions.Version;

/**
 * That an advert stood in a place.
 *
 * @param place see {@link org.vigie.advert.AdvertVersions#placeOf}
 * @param url its address, or empty
 * @param isAddress whether the place is its address, so that all that stand there have the same
 * @param version the advert, and when
 */
public record VersionSeen(String place, String url, boolean isAddress, Version version) {}
