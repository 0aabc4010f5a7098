package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.state.DayBuckets;
import org.vigie.pipeline.state.IdSerializer;
import org.vigie.pipeline.state.InPlaceMap;

/**
 * The adverts of all clusters as a forest of {@linkplain DisjointSets disjoint sets} in keyed
 * state, with what each of them adds up to. Links may come before the adverts they link.
 */
final class ClusterForest {
  private static final MapStateDescriptor<String, ClusterState> CLUSTERS =
      new MapStateDescriptor<>("clusters", new IdSerializer(), new ClusterStateSerializer());

  private static final MapStateDescriptor<String, Long> AWAITED =
      new MapStateDescriptor<>("seen-still", new IdSerializer(), LongSerializer.INSTANCE);

  /**
   * What joining two sets did.
   *
   * @param root root of the joined set
   * @param joined former root of the set that is no more
   * @param newcomers adverts that came under a name that is in the index already
   */
  record Join(String root, String joined, List<String> newcomers) {}

  private final InPlaceMap<ClusterState> clusters;
  private final DisjointSets sets;

  /**
   * The day on which an advert was seen still of which that came first: the two take different ways
   * through the job.
   */
  private final MapState<String, Long> awaited;

  /** When each set is to be looked at, by its root. */
  private final DayBuckets ends;

  /** The day until which sets were looked at last. */
  private long endedBy = Long.MIN_VALUE;

  ClusterForest(RuntimeContext context) {
    clusters = new InPlaceMap<>(context.getMapState(CLUSTERS), ClusterState::copy);
    sets = new DisjointSets(context, clusters);
    awaited = context.getMapState(AWAITED);
    ends = new DayBuckets(context);
  }

  /** Takes note that a checkpoint holds all that is known; to be called when it begins. */
  void saved() {
    clusters.saved();
  }

  /** Notes when the sets end that were saved before that was kept; to be called before all else. */
  void keepEnds() throws Exception {
    if (ends.isEmpty()) {
      for (Map.Entry<String, ClusterState> cluster : clusters.entries()) {
        ends.add(cluster.getValue().lastDay(), cluster.getKey(), endedBy);
      }
    }
  }

  /**
   * Adds an advert, or takes note of an earlier sighting of one it has; returns the root of its
   * set.
   */
  String add(Member member) throws Exception {
    String id = member.advertId();
    @Nullable Node stored = sets.kept(id);
    String root = stored == null ? id : rootOf(id);
    ClusterState cluster = clusterOrEmpty(root);
    Node node = stored == null ? DisjointSets.standingAlone(id, cluster) : stored;
    boolean isFirst = cluster.size == 0;
    long millis = member.time().toEpochMilli();
    if (node.known()) {
      cluster.observe(member);
      cluster.move(node.time(), member);
    } else {
      cluster.add(member);
    }
    if (stored != null && (!node.known() || millis < node.time())) {
      sets.put(id, sets.node(id).knownAt(millis)); // finding the root may have moved its parent
    }
    @Nullable Long still = awaited.get(id);
    if (still != null) {
      cluster.stillSeen = Math.max(cluster.stillSeen, still);
      awaited.remove(id);
    }
    update(root, cluster);
    if (isFirst) {
      ends.add(cluster.lastDay(), root, endedBy);
    }
    return root;
  }

  /** Joins the sets of two adverts, the smaller to the larger; empty if they are one already. */
  Optional<Join> join(String left, String right) throws Exception {
    String one = rootOf(left);
    String other = rootOf(right);
    if (one.equals(other)) {
      return Optional.empty();
    }
    boolean larger = sizeOf(one) >= sizeOf(other);
    String root = larger ? one : other;
    String joined = larger ? other : one;
    List<String> newcomers = newcomers(root, joined);
    sets.join(root, joined);
    ClusterState absorbed = cluster(joined);
    if (absorbed != null) {
      ClusterState cluster = clusterOrEmpty(root);
      boolean isFirst = cluster.size == 0;
      cluster.addAll(absorbed);
      update(root, cluster);
      if (isFirst) {
        ends.add(cluster.lastDay(), root, endedBy);
      }
      clusters.remove(joined);
    }
    return Optional.of(new Join(root, joined, newcomers));
  }

  /** Returns whether an advert itself has come. */
  boolean knows(String id) throws Exception {
    return sets.node(id).known();
  }

  /** Returns the event time of an advert in milliseconds since 1970; 0 if it hasn't come. */
  long time(String id) throws Exception {
    return sets.node(id).time();
  }

  /** Takes a set apart, so that each of its adverts must be added anew; returns their ids. */
  List<String> dissolve(String root) throws Exception {
    List<String> members = sets.remove(root);
    clusters.remove(root);
    return members;
  }

  /** Takes note that an advert is seen still on a day, if need be until the advert comes. */
  void stillSeen(String id, long day) throws Exception {
    if (!knows(id)) {
      @Nullable Long known = awaited.get(id);
      awaited.put(id, known == null ? day : Math.max(known, day));
      return;
    }
    String root = rootOf(id);
    ClusterState cluster = clusterOrEmpty(root);
    if (day > cluster.stillSeen) {
      cluster.stillSeen = day;
      update(root, cluster);
    }
  }

  /**
   * Returns the roots of the sets of which no advert was seen after a day, once: they are to be
   * dissolved. It costs as much as there are such sets, and sets that were last looked at a horizon
   * before.
   */
  Set<String> endedBy(long day) throws Exception {
    endedBy = day;
    Set<String> ended = new TreeSet<>();
    for (String root : new TreeSet<>(ends.takeUntil(day))) {
      @Nullable ClusterState cluster = clusters.look(root);
      if (cluster != null && cluster.lastDay() > day) {
        ends.add(cluster.lastDay(), root, endedBy);
      } else if (cluster != null) {
        ended.add(root);
      }
    }
    forgetAwaited(day);
    return ended;
  }

  /**
   * Few wait at a time: those that are under way, and those that came after their set had ended.
   */
  private void forgetAwaited(long day) throws Exception {
    List<String> late = new ArrayList<>();
    for (Map.Entry<String, Long> entry : awaited.entries()) {
      if (entry.getValue() <= day) {
        late.add(entry.getKey());
      }
    }
    for (String id : late) {
      awaited.remove(id); // an iterator would leave an empty map behind
    }
  }

  /**
   * Returns the sum of a set's adverts, to be {@linkplain #update kept} if it is changed; null if
   * none of them has come yet.
   */
  @Nullable ClusterState cluster(String root) throws Exception {
    @Nullable ClusterState cluster = clusters.take(root);
    if (cluster == null) {
      return null;
    }
    cluster.under(root);
    if (cluster.isNamedAfterEarliest) {
      cluster.nameAfter(Collections.min(knownMembers(root)));
    }
    return cluster;
  }

  /**
   * Returns an advert of each set that is on a side of any of some rulings, which needn't name it.
   * It looks at every set.
   */
  Set<String> onSidesOf(Set<String> rulings) throws Exception {
    List<String> roots = new ArrayList<>();
    for (Map.Entry<String, ClusterState> cluster : clusters.entries()) {
      if (!Collections.disjoint(cluster.getValue().sides.keySet(), rulings)) {
        roots.add(cluster.getKey());
      }
    }
    Set<String> adverts = new TreeSet<>();
    for (String root : roots) {
      adverts.add(knownMembers(root).getFirst());
    }
    return adverts;
  }

  /** Names all sets anew that an earlier release saved; returns their roots. */
  Set<String> nameAnew() throws Exception {
    Set<String> roots = new TreeSet<>();
    for (Map.Entry<String, ClusterState> cluster : clusters.entries()) {
      if (cluster.getValue().isNamedAfterEarliest) {
        roots.add(cluster.getKey());
      }
    }
    for (String root : roots) {
      @Nullable ClusterState cluster = cluster(root);
      if (cluster != null) {
        update(root, cluster);
      }
    }
    return roots;
  }

  /** Keeps a changed sum. */
  void update(String root, ClusterState cluster) throws Exception {
    clusters.put(root, cluster.under(root));
  }

  /**
   * Where just one of two sets stands in the index, the adverts of the other are new to its name.
   */
  private List<String> newcomers(String root, String joined) throws Exception {
    boolean rootIsPublished = isPublished(root);
    boolean joinedIsPublished = isPublished(joined);
    if (rootIsPublished == joinedIsPublished) {
      return List.of();
    }
    return knownMembers(rootIsPublished ? joined : root);
  }

  private boolean isPublished(String root) throws Exception {
    @Nullable ClusterState cluster = clusters.look(root);
    return cluster != null && !cluster.published.isEmpty();
  }

  /** Returns the adverts of a set that have come. */
  List<String> knownMembers(String root) throws Exception {
    return sets.knownMembers(root);
  }

  String rootOf(String id) throws Exception {
    return sets.rootOf(id);
  }

  private long sizeOf(String root) throws Exception {
    @Nullable ClusterState cluster = clusters.look(root);
    return cluster == null ? 0 : cluster.size;
  }

  private ClusterState clusterOrEmpty(String root) throws Exception {
    @Nullable ClusterState cluster = cluster(root);
    return cluster == null ? new ClusterState() : cluster;
  }
}
