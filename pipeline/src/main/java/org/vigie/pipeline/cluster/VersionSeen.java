package org.vigie.pipeline.cluster;

import java.time.Instant;
import org.vigie.advert.AdvertVersions.Version;

/**
 * That an advert stood in a place.
 *
 * @param place see {@link org.vigie.advert.AdvertVersions#placeOf}
 * @param url its address, or empty
 * @param isAddress whether the place is its address, so that all that stand there have the same
 * @param version the advert, and when it was posted
 * @param lastSeen when it is known to have stood there last
 */
public record VersionSeen(
    String place, String url, boolean isAddress, Version version, Instant lastSeen) {}
