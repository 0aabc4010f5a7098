package org.vigie.web.pages.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.NetworkEdge;

/** The shortest ways between the contacts of a network, from text to text. */
final class NetworkPath {
  private final Map<String, List<NetworkEdge>> edges = new LinkedHashMap<>();

  NetworkPath(List<NetworkEdge> edges) {
    for (NetworkEdge edge : edges) {
      this.edges.computeIfAbsent(edge.contact(), end -> new ArrayList<>()).add(edge);
      this.edges.computeIfAbsent(edge.cluster(), end -> new ArrayList<>()).add(edge);
    }
  }

  /**
   * Returns the fewest edges that lead from one contact to another, in order, the first of equals;
   * none if nothing does, or if they are the same.
   */
  List<NetworkEdge> between(String from, String to) {
    Map<String, NetworkEdge> cameBy = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !cameBy.containsKey(to)) {
      String here = next.remove();
      for (NetworkEdge edge : edges.getOrDefault(here, List.of())) {
        String there = otherEnd(edge, here);
        if (!there.equals(from) && cameBy.putIfAbsent(there, edge) == null) {
          next.add(there);
        }
      }
    }
    List<NetworkEdge> path = new ArrayList<>();
    String here = to;
    while (cameBy.containsKey(here)) {
      NetworkEdge edge = cameBy.get(here);
      path.add(edge);
      here = otherEnd(edge, here);
    }
    return List.copyOf(path.reversed());
  }

  private static String otherEnd(NetworkEdge edge, String end) {
    return edge.contact().equals(end) ? edge.cluster() : edge.contact();
  }
}
