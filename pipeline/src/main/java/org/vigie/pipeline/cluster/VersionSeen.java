package org.vigie.pipeline.cluster;

import org.vigie.advert.AdvertVersions.Version;

/**
 * That an advert stood in a place.
 *
 * @param place see {@link org.vigie.advert.AdvertVersions#placeOf}
 * @param url its address, or empty
 * @param version the advert, and when
 */
public record VersionSeen(String place, String url, Version version) {}
