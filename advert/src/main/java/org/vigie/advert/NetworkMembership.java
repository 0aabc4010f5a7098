package org.vigie.advert;

/**
 * Says which network a cluster or a contact belongs to now.
 *
 * @param member id of the cluster, or the contact as {@link Contact#key} writes it
 * @param networkId the network
 */
public record NetworkMembership(String member, String networkId) {
  /** Returns the cluster that stands for an advert which is like no other. */
  public static String ofSingle(String advertId) {
    return "c-" + advertId.substring(2);
  }
}
