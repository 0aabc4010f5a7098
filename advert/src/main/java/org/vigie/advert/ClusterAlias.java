package org.vigie.advert;

/**
 * Says that a cluster, a network or an alert about one was once known by another name.
 *
 * @param formerId the name it had
 * @param id the name it has
 */
public record ClusterAlias(String formerId, String id) {}
