package org.vigie.pipeline.network;

/**
 * A cluster with the network it stands in.
 *
 * @param node the cluster
 * @param network name of the network in the index, or empty
 */
public record PlacedNode(NetworkNode node, String network) {}
