package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.vigie.pipeline.cluster.ClusterRuling.Kind;

/**
 * What rulings mean, in plain sets: which clusters they allow, whatever the order in which adverts
 * and links came. Written from what is documented of rulings, not from how they are kept.
 *
 * <p>Where rulings leave a choice, it is left: an advert on which nobody ruled, like both sides of
 * a split, may be on either, and is expected to stay there.
 */
final class RuledClusters {
  /** Whether two adverts are alike. */
  private final BiPredicate<String, String> alike;

  /** Those in force in the order in which they were made. */
  private List<ClusterRuling> made = List.of();

  /** The same in the order in which they took effect. */
  private final List<ClusterRuling> inForce = new ArrayList<>();

  /** Ruling → the adverts that it sets apart, or leaves alone, and those that came to them. */
  private final Map<String, Set<String>> out = new HashMap<>();

  /** Ruling → the adverts that those leave, and those that came to them. */
  private final Map<String, Set<String>> in = new HashMap<>();

  private Set<Set<String>> clusters = Set.of();

  RuledClusters(BiPredicate<String, String> alike) {
    this.alike = alike;
  }

  /** Takes note of the rulings that hold from now on, in the order in which they were made. */
  void rule(List<ClusterRuling> rulings) {
    List<ClusterRuling> consistent = new ArrayList<>();
    for (ClusterRuling ruling : rulings) {
      consistent.add(ruling);
      if (isContradictory(consistent)) {
        consistent.removeLast(); // it waits
      }
    }
    for (ClusterRuling ruling : inForce) {
      if (ruling.kind() == Kind.TOGETHER && !consistent.contains(ruling)) {
        undo(ruling);
      }
    }
    inForce.retainAll(consistent);
    made = consistent;
    out.keySet().retainAll(consistent.stream().map(ClusterRuling::id).toList());
    in.keySet().retainAll(out.keySet());
    for (ClusterRuling ruling : consistent) {
      Set<String> leave = new TreeSet<>(named(ruling, ruling.adverts(), consistent));
      Set<String> stay = new TreeSet<>(named(ruling, ruling.others(), consistent));
      if (!inForce.contains(ruling)) {
        inForce.add(ruling);
        out.put(ruling.id(), new TreeSet<>());
        in.put(ruling.id(), new TreeSet<>());
        out.get(ruling.id()).addAll(clustersOf(leave));
        out.get(ruling.id()).removeAll(clustersOf(stay)); // they leave the others
        in.get(ruling.id()).addAll(clustersOf(stay));
      }
      out.get(ruling.id()).removeAll(stay);
      out.get(ruling.id()).addAll(leave);
      in.get(ruling.id()).removeAll(leave);
      in.get(ruling.id()).addAll(stay);
    }
  }

  /** What came to a side for being one with an advert of it by a ruling is no more on that side. */
  private void undo(ClusterRuling together) {
    Set<String> joined = clustersOf(new TreeSet<>(together.adverts()));
    for (ClusterRuling ruling : inForce) {
      if (ruling.kind() == Kind.APART) {
        out.get(ruling.id()).removeAll(joined);
        in.get(ruling.id()).removeAll(joined);
      }
    }
  }

  /** Returns what is wrong with clusters of the adverts that are remembered; empty if nothing. */
  List<String> wrongIn(Set<Set<String>> found, Set<String> newcomers) {
    List<String> wrong = new ArrayList<>();
    for (Set<String> cluster : found) {
      if (cluster.size() > 1 && connected(cluster, inForce).size() > 1) {
        wrong.add("nothing joins all of " + cluster);
      }
      for (ClusterRuling ruling : inForce) {
        if (ruling.kind() != Kind.TOGETHER && keepsApart(ruling, cluster)) {
          wrong.add(ruling + " keeps apart " + cluster);
        }
      }
      for (String id : cluster) {
        if (cluster.size() > 1 && newcomers.contains(id) && isLikeNoneButAlone(id, found)) {
          wrong.add("belongs with none, as those that it is like: " + id + " of " + cluster);
        }
      }
    }
    for (Set<String> one : found) {
      for (Set<String> other : found) {
        if (one.iterator().next().compareTo(other.iterator().next()) < 0) {
          wrong.addAll(wrongBetween(one, other));
        }
      }
    }
    return wrong;
  }

  private boolean isLikeNoneButAlone(String id, Set<Set<String>> found) {
    List<String> like =
        found.stream().flatMap(Set::stream).filter(other -> alike.test(id, other)).toList();
    return !like.isEmpty()
        && like.stream().allMatch(other -> rulesOn(Kind.NO_CAMPAIGN, other))
        && !rulesOn(Kind.TOGETHER, id);
  }

  private boolean rulesOn(Kind kind, String id) {
    return inForce.stream()
        .anyMatch(ruling -> ruling.kind() == kind && ruling.adverts().contains(id));
  }

  private List<String> wrongBetween(Set<String> one, Set<String> other) {
    List<String> wrong = new ArrayList<>();
    if (one.stream().anyMatch(a -> other.stream().anyMatch(b -> alike.test(a, b)))
        && !clash(one, other, inForce)) {
      wrong.add("nobody keeps apart the alike " + one + " and " + other);
    }
    for (ClusterRuling ruling : inForce) {
      if (ruling.kind() == Kind.TOGETHER
          && !Collections.disjoint(ruling.adverts(), one)
          && !Collections.disjoint(ruling.adverts(), other)
          && !clash(one, other, before(ruling))) {
        wrong.add(ruling + " joins " + one + " and " + other);
      }
    }
    return wrong;
  }

  /** Returns what was made, or took effect, before a ruling. */
  private List<ClusterRuling> before(ClusterRuling ruling) {
    Set<ClusterRuling> before = new LinkedHashSet<>();
    before.addAll(made.subList(0, made.indexOf(ruling)));
    before.addAll(inForce.subList(0, inForce.indexOf(ruling)));
    return List.copyOf(before);
  }

  /** Takes note of how adverts stand, so that those which nobody named stay where they came to. */
  void observe(Set<Set<String>> found) {
    clusters = found;
    for (ClusterRuling ruling : inForce) {
      if (ruling.kind() == Kind.APART) {
        Set<String> left = clustersOf(out.get(ruling.id()));
        Set<String> stayed = clustersOf(in.get(ruling.id()));
        out.get(ruling.id()).addAll(left);
        in.get(ruling.id()).addAll(stayed);
      } else if (ruling.kind() == Kind.NO_CAMPAIGN) {
        spread(out.get(ruling.id()));
      }
    }
  }

  /** What stands alone and is like an advert that belongs with none belongs with none either. */
  private void spread(Set<String> alone) {
    Set<String> like = new TreeSet<>();
    do {
      alone.addAll(like);
      like.clear();
      for (Set<String> cluster : clusters) {
        String first = cluster.iterator().next();
        if (cluster.size() == 1 && alone.stream().anyMatch(a -> alike.test(a, first))) {
          like.add(first);
        }
      }
    } while (!alone.containsAll(like));
  }

  /** Forgets adverts. */
  void forget(Set<String> adverts) {
    out.values().forEach(sides -> sides.removeAll(adverts));
    in.values().forEach(sides -> sides.removeAll(adverts));
    Set<Set<String>> left = new HashSet<>(clusters);
    left.removeIf(cluster -> !Collections.disjoint(cluster, adverts));
    clusters = left;
  }

  /** Whether rulings can't all be kept to, going by the adverts that they name alone. */
  private static boolean isContradictory(List<ClusterRuling> rulings) {
    return rulings.stream()
        .filter(ruling -> ruling.kind() != Kind.TOGETHER)
        .anyMatch(ruling ->
            ruledOne(ruling.named(), rulings).stream().anyMatch(set -> keepsApart(ruling, set)));
  }

  private static boolean keepsApart(ClusterRuling ruling, Set<String> cluster) {
    return !Collections.disjoint(ruling.adverts(), cluster)
        && (ruling.kind() == Kind.APART
            ? !Collections.disjoint(ruling.others(), cluster)
            : cluster.size() > 1);
  }

  private boolean clash(Set<String> one, Set<String> other, List<ClusterRuling> rulings) {
    return rulings.stream()
        .anyMatch(ruling ->
            switch (ruling.kind()) {
              case TOGETHER -> false;
              case APART -> parts(ruling, one, other) || parts(ruling, other, one);
              case NO_CAMPAIGN -> isAlone(ruling, one) || isAlone(ruling, other);
            });
  }

  private boolean parts(ClusterRuling ruling, Set<String> left, Set<String> stayed) {
    return !Collections.disjoint(out.get(ruling.id()), left)
        && !Collections.disjoint(in.get(ruling.id()), stayed);
  }

  private boolean isAlone(ClusterRuling ruling, Set<String> cluster) {
    String first = cluster.iterator().next();
    Set<String> alone = out.get(ruling.id());
    return cluster.size() == 1
        && (alone.contains(first) || alone.stream().anyMatch(a -> alike.test(a, first)));
  }

  /** Returns adverts with those that earlier rulings make one with them. */
  private static Set<String> named(
      ClusterRuling ruling, List<String> adverts, List<ClusterRuling> consistent) {
    Set<String> all = new LinkedHashSet<>(adverts);
    if (ruling.kind() == Kind.APART) {
      for (Set<String> set : ruledOne(adverts, consistent.subList(0, consistent.indexOf(ruling)))) {
        if (!Collections.disjoint(set, adverts)) {
          all.addAll(set);
        }
      }
    }
    return all;
  }

  private Set<String> clustersOf(Set<String> adverts) {
    Set<String> all = new TreeSet<>();
    for (Set<String> cluster : clusters) {
      if (!Collections.disjoint(cluster, adverts)) {
        all.addAll(cluster);
      }
    }
    return all;
  }

  /** Returns the adverts that rulings make one, by sets; adverts on which none rules alone. */
  private static Set<Set<String>> ruledOne(
      Collection<String> adverts, List<ClusterRuling> rulings) {
    Set<Set<String>> sets = new HashSet<>();
    adverts.forEach(advert -> sets.add(Set.of(advert)));
    for (ClusterRuling ruling : rulings) {
      if (ruling.kind() == Kind.TOGETHER) {
        join(sets, Set.copyOf(ruling.adverts()));
      }
    }
    return sets;
  }

  /** Returns the parts of a cluster within which likeness or rulings join all. */
  private Set<Set<String>> connected(Set<String> cluster, List<ClusterRuling> rulings) {
    Set<Set<String>> sets = new HashSet<>();
    for (String one : cluster) {
      Set<String> like = new TreeSet<>(cluster);
      like.removeIf(other -> !other.equals(one) && !alike.test(one, other));
      join(sets, like);
    }
    for (ClusterRuling ruling : rulings) {
      Set<String> together = new TreeSet<>(ruling.adverts());
      together.retainAll(cluster);
      if (ruling.kind() == Kind.TOGETHER && !together.isEmpty()) {
        join(sets, together);
      }
    }
    return sets;
  }

  private static void join(Set<Set<String>> sets, Set<String> adverts) {
    Set<String> joined = new TreeSet<>(adverts);
    sets.removeIf(set -> !Collections.disjoint(set, adverts) && joined.addAll(set) | true);
    sets.add(joined);
  }
}
