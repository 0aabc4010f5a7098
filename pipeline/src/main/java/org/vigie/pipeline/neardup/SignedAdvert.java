package org.vigie.pipeline.neardup;

/**
 * An advert's signature.
 *
 * @param advertId the advert
 * @param day the UTC day on which it was seen, since 1970
 * @param signature its MinHash signature
 */
public record SignedAdvert(String advertId, long day, int[] signature) {}
