package org.vigie.pipeline.neardup;

/**
 * What of an advert's text is looked at to find near-duplicates.
 *
 * @param advertId the advert
 * @param day the UTC day on which it was seen, since 1970
 * @param signature its MinHash signature, of which buckets come
 * @param sketch its {@link Sketch}, by which it is compared
 */
public record SignedAdvert(String advertId, long day, int[] signature, byte[] sketch) {}
