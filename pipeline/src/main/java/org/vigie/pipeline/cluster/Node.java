package org.vigie.pipeline.cluster;

/**
 * An advert's place in the forest of clusters.
 *
 * @param parent an advert nearer to the root, or itself at the root
 * @param next the next advert in the ring of all adverts of the cluster
 * @param known whether the advert itself has come, and not just links to it
 * @param time its event time in milliseconds since 1970; 0 if it hasn't come
 */
public record Node(String parent, String next, boolean known, long time) {
  static Node alone(String id) {
    return new Node(id, id, false, 0);
  }

  Node under(String root) {
    return new Node(root, next, known, time);
  }

  Node before(String successor) {
    return new Node(parent, successor, known, time);
  }

  /** Returns it without its own name, for it stands under it. */
  Node unnamed(String id) {
    return new Node(parent.equals(id) ? "" : parent, next.equals(id) ? "" : next, known, time);
  }

  /** Returns it with its own name wherever it was left out. */
  Node named(String id) {
    return new Node(parent.isEmpty() ? id : parent, next.isEmpty() ? id : next, known, time);
  }

  Node knownAt(long millis) {
    return new Node(parent, next, true, millis);
  }
}
