package org.vigie.advert;

/**
 * Why a cluster is in a network: adverts of it name a contact.
 *
 * @param cluster the cluster; that of one advert bears the digits of its id after {@code c-}
 * @param contact the contact as {@link Contact#key} writes it
 * @param adverts how many of the cluster's adverts name it
 */
public record NetworkEdge(String cluster, String contact, long adverts) {}
