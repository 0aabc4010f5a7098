package org.vigie.advert;

/**
 * Says which cluster an advert belongs to now.
 *
 * @param advertId the advert
 * @param clusterId the cluster
 */
public record Membership(String advertId, String clusterId) {}
