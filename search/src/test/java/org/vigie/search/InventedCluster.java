package org.vigie.search;

import java.util.List;
import java.util.Map;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Pace;
import org.vigie.advert.Template;

/** An invented cluster of which nothing is known but its size and its risk. */
public final class InventedCluster {
  private InventedCluster() {}

  public static ClusterProfile of(String id, long size) {
    return new ClusterProfile(
        id,
        size,
        Adverts.MONDAY,
        Adverts.MONDAY,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Pace.none(),
        0.9,
        0.5,
        new Template(List.of()));
  }
}
