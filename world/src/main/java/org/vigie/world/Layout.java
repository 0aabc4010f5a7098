package org.vigie.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands where: all adverts of a world in the order of time, and which of them each site has.
 *
 * <p>Eight bytes an advert are kept; texts are made when they are asked for.
 */
final class Layout {
  private final OrdinaryAdverts ordinary;
  private final List<PlantedAdvert> planted;

  /** Positions of the planted adverts among all, ascending. */
  private final int[] plantedAt;

  private final Map<Host, int[]> byHost = new EnumMap<>(Host.class);
  private final Map<InventedKind, int[]> byKind = new EnumMap<>(InventedKind.class);

  Layout(OrdinaryAdverts ordinary, List<PlantedAdvert> unordered) {
    this.ordinary = ordinary;
    planted = new ArrayList<>(unordered);
    planted.sort(Comparator.comparing(PlantedAdvert::postedAt).thenComparing(PlantedAdvert::group));
    plantedAt = new int[planted.size()];
    for (int i = 0; i < plantedAt.length; i++) {
      plantedAt[i] = ordinary.before(planted.get(i).postedAt()) + i;
    }
    place();
  }

  private void place() {
    Map<Host, Positions> hosts = new EnumMap<>(Host.class);
    Map<InventedKind, Positions> kinds = new EnumMap<>(InventedKind.class);
    for (int at = 0; at < size(); at++) {
      Host host = host(at);
      Positions onHost = hosts.computeIfAbsent(host, key -> new Positions());
      onHost.add(at);
      if (host == Host.ANNONCES) {
        kinds.computeIfAbsent(kind(at), key -> new Positions()).add(onHost.size);
      }
    }
    for (Host host : Host.values()) {
      byHost.put(host, hosts.getOrDefault(host, new Positions()).toArray());
    }
    for (InventedKind kind : InventedKind.values()) {
      byKind.put(kind, kinds.getOrDefault(kind, new Positions()).toArray());
    }
  }

  int size() {
    return ordinary.count() + plantedAt.length;
  }

  /** Returns how many adverts a site has. */
  int count(Host host) {
    return positions(host).length;
  }

  /** Returns the numbers of the classifieds of one kind, ascending. */
  int[] numbers(InventedKind kind) {
    return byKind.getOrDefault(kind, new int[0]);
  }

  /** Returns the advert with a number from 1 on a site. */
  Posting posting(Host host, int number) {
    return posting(host, number, positions(host)[number - 1]);
  }

  /** Returns the advert at a position from 0 among all. */
  Posting posting(int at) {
    Host host = host(at);
    return posting(host, number(host, at), at);
  }

  private Posting posting(Host host, int number, int at) {
    int index = Arrays.binarySearch(plantedAt, at);
    if (index >= 0) {
      PlantedAdvert advert = planted.get(index);
      return new Posting(host, number, advert.postedAt(), advert.content());
    }
    int rank = rank(index, at);
    return new Posting(host, number, ordinary.postedAt(rank), ordinary.content(rank));
  }

  /** Returns the planted adverts in the order of time. */
  List<PlantedAdvert> planted() {
    return List.copyOf(planted);
  }

  /** Returns the number on its site of the n-th planted advert. */
  int plantedNumber(int n) {
    return number(planted.get(n).host(), plantedAt[n]);
  }

  boolean isPlanted(int at) {
    return Arrays.binarySearch(plantedAt, at) >= 0;
  }

  Host host(int at) {
    int index = Arrays.binarySearch(plantedAt, at);
    return index >= 0 ? planted.get(index).host() : ordinary.host(rank(index, at));
  }

  int number(Host host, int at) {
    return Arrays.binarySearch(positions(host), at) + 1;
  }

  private InventedKind kind(int at) {
    int index = Arrays.binarySearch(plantedAt, at);
    return index >= 0 ? planted.get(index).content().kind() : ordinary.kind(rank(index, at));
  }

  /** A position loses the planted ones before it; a search that fails has counted them. */
  private static int rank(int failedSearch, int at) {
    int plantedBefore = -failedSearch - 1;
    return at - plantedBefore;
  }

  private int[] positions(Host host) {
    return byHost.getOrDefault(host, new int[0]);
  }

  /** A growing list of positions without boxes. */
  private static final class Positions {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
