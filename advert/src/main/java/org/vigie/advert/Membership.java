package org.vigie.advert;

/**
 * Says which cluster an advert belongs to.
 *
 * @param advertId the advert
 * @param clusterId the cluster, by the name that it had when the advert was placed
 */
public record Membership(String advertId, String clusterId) {}
