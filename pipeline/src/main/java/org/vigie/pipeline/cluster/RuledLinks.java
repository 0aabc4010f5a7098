package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Links between adverts that join nothing yet, for what people ruled.
 *
 * <p>Keyed state: links that were refused; advert that hasn't come → those that a link leads from
 * to it. End of life: until either advert is forgotten, or a ruling is undone, which replays the
 * links that it refused, or the advert comes.
 */
final class RuledLinks {
  private static final MapStateDescriptor<String, List<String>> REFUSED =
      new MapStateDescriptor<>("refused-links", Types.STRING, Types.LIST(Types.STRING));

  private static final MapStateDescriptor<String, List<String>> WAITING =
      new MapStateDescriptor<>("waiting-links", Types.STRING, Types.LIST(Types.STRING));

  private final RulingsInForce rulings;
  private final ClusterForest forest;
  private final MapState<String, List<String>> refused;
  private final MapState<String, List<String>> waiting;

  RuledLinks(RulingsInForce rulings, ClusterForest forest, RuntimeContext context) {
    this.rulings = rulings;
    this.forest = forest;
    refused = context.getMapState(REFUSED);
    waiting = context.getMapState(WAITING);
  }

  /** Keeps a link of an advert on which people ruled until both of its adverts have come. */
  boolean holdsBack(String left, String right) throws Exception {
    if (!rulings.name(left) && !rulings.name(right)) {
      return false;
    }
    String missing = forest.knows(left) ? right : left;
    if (forest.knows(missing)) {
      return false;
    }
    List<String> others = waiting.get(missing);
    List<String> more = others == null ? new ArrayList<>() : new ArrayList<>(others);
    more.add(missing.equals(left) ? right : left);
    waiting.put(missing, more);
    return true;
  }

  /** Returns the adverts whose links waited for one that has come, and forgets that they did. */
  List<String> takeWaitingFor(String id) throws Exception {
    List<String> others = waiting.get(id);
    if (others == null) {
      return List.of();
    }
    waiting.remove(id);
    return others;
  }

  /**
   * Returns whether a link would join what people ruled apart, and remembers it then. What is like
   * an advert that belongs with none belongs with none either, unless it is in a cluster.
   */
  boolean refuses(String left, String right) throws Exception {
    if (!refusesAsRuled(left, right)) {
      return false;
    }
    String one = forest.rootOf(left);
    String other = forest.rootOf(right);
    leaveAlone(one, sides(other));
    leaveAlone(other, sides(one));
    return true;
  }

  /**
   * Returns whether what one ruling makes one is kept apart by others, and remembers it then. The
   * adverts needn't be alike, so neither is left alone for the other.
   */
  boolean refusesAsRuled(String left, String right) throws Exception {
    String one = forest.rootOf(left);
    String other = forest.rootOf(right);
    if (one.equals(other) || !Sides.clash(sides(one), sides(other))) {
      return false;
    }
    refused.put(left + " " + right, List.of(left, right));
    return true;
  }

  /** Forgets the refused links of sets; returns the adverts that they lead between. */
  Set<String> takeRefusedOf(Set<String> touched) throws Exception {
    Set<String> roots = new HashSet<>();
    for (String id : touched) {
      roots.add(forest.rootOf(id));
    }
    Set<String> ends = new TreeSet<>();
    List<String> replayed = new ArrayList<>();
    for (var link : refused.entries()) {
      for (String end : link.getValue()) {
        if (roots.contains(forest.rootOf(end))) {
          ends.addAll(link.getValue());
          replayed.add(link.getKey());
        }
      }
    }
    for (String link : replayed) {
      refused.remove(link);
    }
    return ends;
  }

  /**
   * Drops the links of adverts that are forgotten: those that come back are compared anew. It costs
   * as much as there are links, which are few.
   */
  void forget(Set<String> adverts) throws Exception {
    List<String> old = new ArrayList<>();
    for (var link : refused.entries()) {
      if (link.getValue().stream().anyMatch(adverts::contains)) {
        old.add(link.getKey());
      }
    }
    for (String link : old) {
      refused.remove(link);
    }
    Map<String, List<String>> left = new TreeMap<>();
    for (var links : waiting.entries()) {
      if (links.getValue().stream().anyMatch(adverts::contains)) {
        left.put(
            links.getKey(),
            links.getValue().stream().filter(other -> !adverts.contains(other)).toList());
      }
    }
    for (var links : left.entrySet()) {
      if (links.getValue().isEmpty()) {
        waiting.remove(links.getKey());
      } else {
        waiting.put(links.getKey(), new ArrayList<>(links.getValue()));
      }
    }
  }

  private void leaveAlone(String root, Map<String, Integer> beside) throws Exception {
    ClusterState cluster = forest.cluster(root);
    if (!Sides.isAlone(beside) || cluster == null || cluster.size != 1) {
      return;
    }
    String id = forest.knownMembers(root).getFirst();
    for (var side : beside.entrySet()) {
      if (side.getValue() == Sides.ALONE && rulings.canLeaveAlone(side.getKey(), id)) {
        cluster.sides.put(side.getKey(), Sides.ALONE);
      }
    }
    forest.update(root, cluster);
  }

  private Map<String, Integer> sides(String root) throws Exception {
    ClusterState cluster = forest.cluster(root);
    return cluster == null ? Map.of() : cluster.sides;
  }
}
