package org.vigie.pipeline.cluster;

/**
 * An advert's place in the forest of clusters.
 *
 * @param parent an advert nearer to the root, or itself at the root
 * @param next the next advert in the ring of all adverts of the cluster
 * @param known whether the advert itself has come, and not just links to it
 */
public record Node(String parent, String next, boolean known) {}
