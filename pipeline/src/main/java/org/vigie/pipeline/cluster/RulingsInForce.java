package org.vigie.pipeline.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rulings that are kept to: those that contradict none before them. The others wait until what
 * they contradict is undone.
 *
 * <p>Rulings contradict one another if they say of the adverts they name, and of those that they
 * make one with them, that they are together and apart.
 */
final class RulingsInForce {
  /** Ruling by id, in the order in which they were made. */
  private final Map<String, ClusterRuling> rulings = new LinkedHashMap<>();

  /** Ruling → its place in that order. */
  private final Map<String, Integer> places = new HashMap<>();

  /** Advert that rulings name → ruling → side. */
  private final Map<String, Map<String, Integer>> sides = new HashMap<>();

  /** Advert → the adverts that it was ruled one with. */
  private final Map<String, Together> together = new HashMap<>();

  /**
   * Adverts that were ruled one.
   *
   * @param sides ruling → side of it on which any of them is
   */
  private record Together(Set<String> adverts, Map<String, Integer> sides) {
    static Together of(String advert) {
      return new Together(Set.of(advert), new HashMap<>());
    }
  }

  /**
   * @param made in the order in which they were made, of different ids
   */
  RulingsInForce(List<ClusterRuling> made) {
    for (ClusterRuling ruling : made) {
      boolean kept =
          switch (ruling.kind()) {
            case TOGETHER -> joins(ruling);
            case APART -> parts(ruling);
            case NO_CAMPAIGN -> leavesAlone(ruling);
          };
      if (kept) {
        places.put(ruling.id(), rulings.size());
        rulings.put(ruling.id(), ruling);
      }
    }
  }

  /** Returns them in the order in which they were made. */
  List<ClusterRuling> inOrder() {
    return List.copyOf(rulings.values());
  }

  Set<String> ids() {
    return rulings.keySet();
  }

  /** Returns whether any names an advert, or makes it one with an advert that it names. */
  boolean name(String advert) {
    return sides.containsKey(advert);
  }

  /** Returns ruling → side on which an advert is for being named. */
  Map<String, Integer> sidesOf(String advert) {
    return sides.getOrDefault(advert, Map.of());
  }

  /** Returns the adverts that rulings name together with an advert. */
  Set<String> togetherWith(String advert) {
    Set<String> others = new TreeSet<>();
    for (ClusterRuling ruling : rulings.values()) {
      if (ruling.kind() == ClusterRuling.Kind.TOGETHER && ruling.adverts().contains(advert)) {
        others.addAll(ruling.adverts());
      }
    }
    others.remove(advert);
    return others;
  }

  /**
   * Returns whether an advert that a ruling doesn't name can belong with none by it: not if an
   * earlier one makes it one with others.
   */
  boolean canLeaveAlone(String ruling, String advert) {
    int place = places.getOrDefault(ruling, rulings.size());
    return !together.containsKey(advert)
        || rulings.values().stream()
            .limit(place)
            .noneMatch(earlier ->
                earlier.kind() == ClusterRuling.Kind.TOGETHER
                    && earlier.adverts().contains(advert));
  }

  /**
   * Returns advert → ruling → side of the adverts of a set that is put together anew.
   *
   * @param adverts of the set
   * @param before ruling → side on which the set was
   * @param fresh rulings that weren't in force yet
   * @param gone rulings that are no more in force → the adverts that they name
   */
  Map<String, Map<String, Integer>> sidesWithin(
      List<String> adverts,
      Map<String, Integer> before,
      List<ClusterRuling> fresh,
      Map<String, List<String>> gone) {
    Map<String, Integer> left = sidesLeft(new HashSet<>(adverts), before, gone);
    Map<String, Map<String, Integer>> sides = new HashMap<>();
    for (String advert : adverts) {
      Map<String, Integer> ofAdvert = new HashMap<>(left);
      ofAdvert.putAll(sidesOf(advert));
      sides.put(advert, ofAdvert);
    }
    fresh.forEach(ruling -> takeTheRest(ruling.id(), sides));
    return sides;
  }

  /**
   * Returns the sides on which adverts stay for which no ruling in force names them. If a set was
   * joined by a ruling that is gone, they may be on a side of a split for that alone.
   */
  private Map<String, Integer> sidesLeft(
      Set<String> adverts, Map<String, Integer> before, Map<String, List<String>> gone) {
    boolean wasJoined =
        gone.entrySet().stream()
            .anyMatch(ruling ->
                !before.containsKey(ruling.getKey())
                    && ruling.getValue().stream().anyMatch(adverts::contains));
    Map<String, Integer> left = new HashMap<>(before);
    left.keySet().retainAll(ids());
    left.values().removeIf(side -> wasJoined && side != Sides.ALONE);
    return left;
  }

  /**
   * An advert that came since a ruling was made is where those are that it came to: with those that
   * are left, if the ruling parts its set.
   */
  private void takeTheRest(String ruling, Map<String, Map<String, Integer>> sides) {
    Set<Integer> taken = new HashSet<>();
    sides.values().forEach(ofAdvert -> taken.add(ofAdvert.getOrDefault(ruling, 0)));
    for (int side : List.of(Sides.ALONE, Sides.IN, Sides.OUT)) {
      if (taken.contains(side)) {
        sides.forEach((advert, ofAdvert) -> {
          if (side != Sides.ALONE || canLeaveAlone(ruling, advert)) {
            ofAdvert.putIfAbsent(ruling, side);
          }
        });
      }
    }
  }

  private boolean joins(ClusterRuling ruling) {
    Set<String> adverts = new HashSet<>();
    Map<String, Integer> all = new HashMap<>();
    for (String advert : ruling.adverts()) {
      Together set = setOf(advert);
      if (!adverts.isEmpty() && !adverts.contains(advert) && Sides.clash(all, set.sides())) {
        return false;
      }
      adverts.addAll(set.adverts());
      all.putAll(set.sides());
    }
    Together joined = new Together(adverts, all);
    adverts.forEach(advert -> together.put(advert, joined));
    ruling.adverts().forEach(advert -> sides.computeIfAbsent(advert, unused -> new HashMap<>()));
    return true;
  }

  private boolean parts(ClusterRuling ruling) {
    Set<String> out = allWith(ruling.adverts());
    Set<String> in = allWith(ruling.others());
    if (out.stream().anyMatch(in::contains)) {
      return false;
    }
    put(ruling, in, Sides.IN);
    put(ruling, out, Sides.OUT);
    return true;
  }

  private boolean leavesAlone(ClusterRuling ruling) {
    if (ruling.adverts().stream().anyMatch(advert -> setOf(advert).adverts().size() > 1)) {
      return false;
    }
    put(ruling, new HashSet<>(ruling.adverts()), Sides.ALONE);
    return true;
  }

  private Set<String> allWith(List<String> adverts) {
    Set<String> all = new HashSet<>();
    adverts.forEach(advert -> all.addAll(setOf(advert).adverts()));
    return all;
  }

  private void put(ClusterRuling ruling, Set<String> adverts, int side) {
    for (String advert : adverts) {
      sides.computeIfAbsent(advert, unused -> new HashMap<>()).put(ruling.id(), side);
      Together set = setOf(advert);
      set.sides().put(ruling.id(), side);
      together.put(advert, set);
    }
  }

  private Together setOf(String advert) {
    Together known = together.get(advert);
    return known == null ? Together.of(advert) : known;
  }
}
