package org.vigie.pipeline.neardup;

/**
 * An advert's signature on its way to the group of bands that a copy of it is for.
 *
 * @param group group of bands, from 0
 * @param advertId the advert
 * @param signature its MinHash signature
 */
public record SignedAdvert(int group, String advertId, int[] signature) {}
