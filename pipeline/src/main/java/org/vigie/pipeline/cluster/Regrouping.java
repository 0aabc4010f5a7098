package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.advert.AssessedAdvert;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.alert.MatchStoredQueries;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.search.AdvertIndex;

/**
 * Keeps the forest of clusters to what people ruled.
 *
 * <p>State: rulings that were applied → the adverts they name; that of {@link RuledLinks}. End of
 * life: of a ruling until it is undone, since it holds for adverts that come again.
 *
 * <p>When rulings come or go, the sets that they touch are taken apart and put together anew: their
 * adverts are read from the index, which holds them as they were assessed.
 */
final class Regrouping {
  private static final MapStateDescriptor<String, List<String>> APPLIED =
      new MapStateDescriptor<>("applied-rulings", Types.STRING, Types.LIST(Types.STRING));

  /** Those in force and those that wait. */
  private final ClusterRulings made;

  private final RulingsInForce rulings;
  private final Watch watch;
  private final ClusterForest forest;
  private final MapState<String, List<String>> applied;
  private final RuledLinks links;

  Regrouping(ClusterRulings made, Watch watch, ClusterForest forest, RuntimeContext context) {
    this.made = made;
    rulings = new RulingsInForce(made.rulings());
    this.watch = watch;
    this.forest = forest;
    applied = context.getMapState(APPLIED);
    links = new RuledLinks(rulings, forest, context);
  }

  /**
   * What became of sets that were put together anew.
   *
   * @param before the sums of the sets as they were
   * @param after root → ids of the adverts that have come
   */
  record Regrouped(List<ClusterState> before, Map<String, List<String>> after) {
    static Regrouped none() {
      return new Regrouped(List.of(), Map.of());
    }
  }

  /** Applies the rulings that weren't, and undoes those that hold no more. */
  Regrouped apply() throws Exception {
    Map<String, List<String>> gone = new TreeMap<>();
    for (var known : applied.entries()) {
      gone.put(known.getKey(), known.getValue());
    }
    Set<String> touched = new TreeSet<>();
    List<ClusterRuling> fresh = new ArrayList<>();
    for (ClusterRuling ruling : rulings.inOrder()) {
      if (gone.remove(ruling.id()) == null) {
        fresh.add(ruling);
        touched.addAll(ruling.named());
      }
    }
    gone.values().forEach(touched::addAll);
    if (touched.isEmpty()) {
      return Regrouped.none();
    }
    if (!gone.isEmpty()) {
      // Those that it named may be forgotten where what was like them isn't.
      touched.addAll(forest.onSidesOf(gone.keySet()));
      // What stands alone for being like an advert may have left others alone in turn.
      boolean more = true;
      while (more) {
        more = touched.addAll(links.takeRefusedOf(touched));
      }
    }
    Regrouped regrouped = regroup(touched, fresh, gone);
    for (String id : gone.keySet()) {
      applied.remove(id);
    }
    for (ClusterRuling ruling : fresh) {
      applied.put(ruling.id(), ruling.named());
    }
    return regrouped;
  }

  /** Puts an advert that has come on its sides, and returns those whose links waited for it. */
  List<String> placed(String id) throws Exception {
    if (!rulings.sidesOf(id).isEmpty()) {
      String root = forest.rootOf(id);
      ClusterState cluster = forest.cluster(root);
      if (cluster != null) {
        cluster.sides.putAll(rulings.sidesOf(id));
        forest.update(root, cluster);
      }
    }
    return links.takeWaitingFor(id);
  }

  /** Joins an advert with those that have come and are one with it because people ruled so. */
  List<ClusterForest.Join> joinAsRuled(String id) throws Exception {
    List<ClusterForest.Join> joined = new ArrayList<>();
    if (rulings.name(id)) {
      for (String other : rulings.togetherWith(id)) {
        if (forest.knows(other) && !links.refusesAsRuled(id, other)) {
          forest.join(id, other).ifPresent(joined::add);
        }
      }
    }
    return joined;
  }

  /**
   * Returns whether a link joins its adverts: not if one hasn't come, or people ruled otherwise.
   */
  boolean joins(String left, String right) throws Exception {
    return !links.holdsBack(left, right) && !links.refuses(left, right);
  }

  /** Drops what is known of adverts that are forgotten. */
  void forget(Set<String> adverts) throws Exception {
    links.forget(adverts);
  }

  private Regrouped regroup(
      Set<String> touched, List<ClusterRuling> fresh, Map<String, List<String>> gone)
      throws Exception {
    Set<String> roots = new TreeSet<>();
    for (String id : touched) {
      if (forest.knows(id)) {
        roots.add(forest.rootOf(id));
      }
    }
    List<ClusterState> before = new ArrayList<>();
    Map<String, Long> times = new TreeMap<>();
    Map<String, Long> stillSeen = new TreeMap<>();
    Map<String, Map<String, Integer>> sides = new HashMap<>();
    Map<String, String> early = new LinkedHashMap<>();
    for (String root : roots) {
      ClusterState cluster = forest.cluster(root);
      if (cluster == null) {
        continue;
      }
      before.add(cluster);
      List<String> known = forest.knownMembers(root);
      for (String id : known) {
        times.put(id, forest.time(id));
        stillSeen.put(id, cluster.stillSeen);
      }
      sides.putAll(rulings.sidesWithin(known, cluster.sides, fresh, gone));
      for (String id : forest.dissolve(root)) {
        if (!times.containsKey(id)) {
          early.put(id, known.getFirst());
        }
      }
    }
    addAll(times, sides);
    // A link may have come before its advert: then it still leads to the set that it led to.
    for (var link : early.entrySet()) {
      if (!links.refuses(link.getKey(), link.getValue())) {
        forest.join(link.getKey(), link.getValue());
      }
    }
    for (var seen : stillSeen.entrySet()) {
      forest.stillSeen(seen.getKey(), seen.getValue());
    }
    Map<String, List<String>> after = new TreeMap<>();
    for (String id : times.keySet()) {
      after.computeIfAbsent(forest.rootOf(id), unused -> new ArrayList<>()).add(id);
    }
    return new Regrouped(before, after);
  }

  /** Returns all shards as they were last stored: a machine of a cluster has but its own. */
  private Optional<Path> fetched() throws IOException {
    Optional<String> store = made.index().optionalStore();
    if (store.isEmpty()) {
      return Optional.empty();
    }
    Path own = Path.of(made.index().folder());
    Path folder = own.resolveSibling("ruled-index");
    new StoredIndex(store.get()).fetch(folder, own, (bytes, all) -> {});
    return Optional.of(folder);
  }

  /**
   * Adds adverts anew, and joins each with those that people ruled to be one with it, then with
   * those that it is like: so likeness never keeps apart what people joined.
   */
  private void addAll(Map<String, Long> times, Map<String, Map<String, Integer>> sides)
      throws Exception {
    if (times.isEmpty()) {
      return;
    }
    Likenesses likenesses = new Likenesses(made.nearDuplicates());
    MatchStoredQueries matching = new MatchStoredQueries(watch, made.nearDuplicates());
    Optional<Path> fetched = fetched();
    try (AdvertIndex index = AdvertIndex.open(fetched.orElse(Path.of(made.index().folder())))) {
      matching.open();
      for (var time : times.entrySet()) {
        String id = time.getKey();
        AssessedAdvert advert = advert(index, id);
        // A repeat may have told of an earlier time than the one with which it is indexed.
        Instant at = Instant.ofEpochMilli(time.getValue());
        String root = forest.add(Member.of(matching.map(advert)).at(at));
        ClusterState cluster = forest.cluster(root);
        if (cluster == null) {
          throw new IllegalStateException(id + " must be in the forest once it was added");
        }
        Map<String, Integer> ofAdvert = sides.getOrDefault(id, Map.of());
        cluster.sides.putAll(ofAdvert);
        forest.update(root, cluster);
        joinAsRuled(id);
        for (String other : likenesses.add(id, advert.advert().text(), Map.copyOf(ofAdvert))) {
          join(id, other);
        }
      }
    } finally {
      matching.close();
      if (fetched.isPresent()) {
        FolderTree.delete(fetched.get());
      }
    }
  }

  private void join(String left, String right) throws Exception {
    if (!links.refuses(left, right)) {
      forest.join(left, right);
    }
  }

  private static AssessedAdvert advert(AdvertIndex index, String id) throws IOException {
    return index
        .findAdvert(id)
        .orElseThrow(() ->
            new IllegalStateException(
                "the index must hold every advert of a cluster that was ruled on, but lacks "
                    + id));
  }
}
