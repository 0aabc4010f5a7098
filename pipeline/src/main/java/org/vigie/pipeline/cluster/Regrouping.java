package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  private final ClusterRulings rulings;

  /** Advert that rulings name → ruling → side. */
  private final Map<String, Map<String, Integer>> named;

  private final Watch watch;
  private final ClusterForest forest;
  private final MapState<String, List<String>> applied;
  private final RuledLinks links;

  Regrouping(ClusterRulings rulings, Watch watch, ClusterForest forest, RuntimeContext context) {
    this.rulings = rulings;
    named = rulings.sides();
    this.watch = watch;
    this.forest = forest;
    applied = context.getMapState(APPLIED);
    links = new RuledLinks(named, forest, context);
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
    for (ClusterRuling ruling : rulings.rulings()) {
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
      // What stands alone for being like an advert may have left others alone in turn.
      boolean more = true;
      while (more) {
        more = touched.addAll(links.takeRefusedOf(touched));
      }
    }
    Regrouped regrouped = regroup(touched, fresh);
    for (String id : gone.keySet()) {
      applied.remove(id);
    }
    for (ClusterRuling ruling : fresh) {
      applied.put(ruling.id(), ruling.named());
    }
    return regrouped;
  }

  /**
   * Puts an advert that has come on its sides, and returns the links that waited for it or that
   * people ruled.
   */
  List<List<String>> placed(String id) throws Exception {
    List<List<String>> found = new ArrayList<>();
    Map<String, Integer> ofAdvert = named.get(id);
    if (ofAdvert != null && !ofAdvert.isEmpty()) {
      String root = forest.rootOf(id);
      ClusterState cluster = forest.cluster(root);
      if (cluster != null) {
        cluster.sides.putAll(ofAdvert);
        forest.update(root, cluster);
      }
    }
    for (ClusterRuling ruling : ofAdvert == null ? List.<ClusterRuling>of() : rulings.rulings()) {
      if (ruling.kind() == ClusterRuling.Kind.TOGETHER && ruling.adverts().contains(id)) {
        for (String other : ruling.adverts()) {
          if (!other.equals(id) && forest.knows(other)) {
            found.add(List.of(id, other));
          }
        }
      }
    }
    links.takeWaitingFor(id).forEach(other -> found.add(List.of(id, other)));
    return found;
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

  private Regrouped regroup(Set<String> touched, List<ClusterRuling> fresh) throws Exception {
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
      Sides.keepOnly(cluster.sides, rulings.ids());
      List<String> known = forest.knownMembers(root);
      for (String id : known) {
        times.put(id, forest.time(id));
        stillSeen.put(id, cluster.stillSeen);
        sides.put(id, new HashMap<>(cluster.sides));
      }
      for (String id : known) {
        sidesOf(sides, id).putAll(named.getOrDefault(id, Map.of()));
      }
      takeTheRest(fresh, known, sides);
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

  /** An advert that came since a ruling was made is where those are that it came to. */
  private static void takeTheRest(
      List<ClusterRuling> fresh, List<String> known, Map<String, Map<String, Integer>> sides) {
    for (ClusterRuling ruling : fresh) {
      if (ruling.kind() != ClusterRuling.Kind.TOGETHER
          && known.stream().anyMatch(new HashSet<>(ruling.adverts())::contains)) {
        int side = ruling.kind() == ClusterRuling.Kind.APART ? Sides.IN : Sides.ALONE;
        known.forEach(id -> sidesOf(sides, id).putIfAbsent(ruling.id(), side));
      }
    }
  }

  private static Map<String, Integer> sidesOf(Map<String, Map<String, Integer>> sides, String id) {
    return sides.computeIfAbsent(id, unused -> new HashMap<>());
  }

  /** Returns all shards as they were last stored: a machine of a cluster has but its own. */
  private Optional<Path> fetched() throws IOException {
    Optional<String> store = rulings.index().optionalStore();
    if (store.isEmpty()) {
      return Optional.empty();
    }
    Path own = Path.of(rulings.index().folder());
    Path folder = own.resolveSibling("ruled-index");
    new StoredIndex(store.get()).fetch(folder, own, (bytes, all) -> {});
    return Optional.of(folder);
  }

  /** Adds adverts anew, joins those that are alike, then those that people ruled to be one. */
  private void addAll(Map<String, Long> times, Map<String, Map<String, Integer>> sides)
      throws Exception {
    if (times.isEmpty()) {
      return;
    }
    Likenesses likenesses = new Likenesses(rulings.nearDuplicates());
    MatchStoredQueries matching = new MatchStoredQueries(watch, rulings.nearDuplicates());
    Optional<Path> fetched = fetched();
    try (AdvertIndex index = AdvertIndex.open(fetched.orElse(Path.of(rulings.index().folder())))) {
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
        Map<String, Integer> ofAdvert = sidesOf(sides, id);
        cluster.sides.putAll(ofAdvert);
        forest.update(root, cluster);
        for (String other :
            likenesses.add(id, advert.advert().text(), new TreeMap<>(ofAdvert).toString())) {
          join(id, other);
        }
      }
    } finally {
      matching.close();
      if (fetched.isPresent()) {
        FolderTree.delete(fetched.get());
      }
    }
    for (ClusterRuling ruling : rulings.rulings()) {
      if (ruling.kind() == ClusterRuling.Kind.TOGETHER) {
        joinAll(ruling.adverts());
      }
    }
  }

  private void joinAll(List<String> adverts) throws Exception {
    String first = null;
    for (String id : adverts) {
      if (forest.knows(id)) {
        if (first != null) {
          join(first, id);
        }
        first = first == null ? id : first;
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
