package org.vigie.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Pace;
import org.vigie.advert.Template;

/** An invented cluster of which little is known but its size and its risk. */
public final class InventedCluster {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  private InventedCluster() {}

  public static ClusterProfile of(String id, long size) {
    return of(id, size, MONDAY, Map.of(), Map.of());
  }

  /** One whose adverts were all seen at one time, with their numbers by contact and channel. */
  public static ClusterProfile of(
      String id, long size, Instant at, Map<String, Long> contacts, Map<String, Long> channels) {
    return of(id, size, at, contacts, channels, 0.9, 0.5);
  }

  /** One of which no advert was assessed. */
  public static ClusterProfile unassessed(String id, long size) {
    return of(id, size, MONDAY, Map.of(), Map.of(), 0, null);
  }

  private static ClusterProfile of(
      String id,
      long size,
      Instant at,
      Map<String, Long> contacts,
      Map<String, Long> channels,
      double highestRisk,
      @Nullable Double meanRisk) {
    return new ClusterProfile(
        id,
        size,
        at,
        at,
        contacts,
        Map.of(),
        Map.of(),
        Map.of(),
        channels,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Pace.none(),
        highestRisk,
        meanRisk,
        Template.empty());
  }
}
