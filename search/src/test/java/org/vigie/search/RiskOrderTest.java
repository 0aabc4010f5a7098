package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;

/** The riskiest adverts first: by themselves, in their cluster or in their network. */
class RiskOrderTest {
  @TempDir Path folder;

  @Test
  void putsTheHighestOfOwnGroupAndNetworkRiskFirstAsAPlainLoopDoes() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(300, 5);
    Random random = new Random(5);
    Map<String, Double> highest = new HashMap<>();
    Map<String, List<String>> clusters = new HashMap<>();
    adverts.forEach(advert -> highest.put(id(advert), advert.assessment().riskProbability()));
    for (AssessedAdvert advert : adverts) {
      String single = NetworkMembership.ofSingle(id(advert));
      String cluster = random.nextInt(3) == 0 ? single : "c-" + random.nextInt(40);
      clusters.computeIfAbsent(cluster, name -> new ArrayList<>()).add(id(advert));
    }
    for (String cluster : List.copyOf(clusters.keySet())) {
      if (clusters.get(cluster).size() == 1) { // named after its advert
        List<String> alone = clusters.remove(cluster);
        clusters.put(NetworkMembership.ofSingle(alone.getFirst()), alone);
      }
    }
    Map<String, Double> networks = new HashMap<>();
    Map<String, Double> together = new HashMap<>();
    Map<String, String> placed = new HashMap<>();
    clusters.forEach((cluster, members) -> {
      if (members.size() > 1 && random.nextInt(3) > 0) {
        together.put(cluster, random.nextInt(100) / 100.0);
      }
      if (random.nextInt(3) == 0) {
        String network = "n-" + random.nextInt(12);
        placed.put(cluster, network);
        networks.computeIfAbsent(network, name -> random.nextInt(100) / 100.0);
      }
      double group =
          Math.max(
              together.getOrDefault(cluster, 0.0),
              networks.getOrDefault(placed.getOrDefault(cluster, ""), 0.0));
      members.forEach(member -> highest.merge(member, group, Math::max));
    });
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            adverts,
            shard -> {
              for (var cluster : clusters.entrySet()) {
                put(shard, cluster.getKey(), cluster.getValue(), together.get(cluster.getKey()));
              }
              for (var network : networks.entrySet()) {
                shard.put(network(network.getKey()).assessed(assessed(network.getValue())));
              }
              for (var member : placed.entrySet()) {
                shard.put(new NetworkMembership(member.getKey(), member.getValue()));
              }
            })) {
      Comparator<String> riskiest =
          Comparator.<String, Float>comparing(id -> -highest.get(id).floatValue())
              .thenComparing(Comparator.naturalOrder());
      assertThat(ids(index, "")).isEqualTo(highest.keySet().stream().sorted(riskiest).toList());
    }
  }

  @Test
  void tellsNothingOfTheRiskOfAGroupOfWhichAPartIsHidden() throws IOException {
    AssessedAdvert first = Adverts.saying("first of a group");
    AssessedAdvert second = Adverts.saying("second of a group");
    AssessedAdvert alone = Adverts.saying("alone");
    List<String> members = List.of(id(first), id(second));
    TestIndex.of(
            folder,
            List.of(first, second, alone),
            shard -> {
              put(shard, "c-1", members, 0.99);
              shard.put(network("n-1").assessed(assessed(0.99)));
              shard.put(new NetworkMembership("c-1", "n-1"));
            })
        .close();
    try (AdvertIndex index = AdvertIndex.open(folder)) {
      assertThat(ids(index, "")).last().isEqualTo(id(alone));
    }
    Hidden hidden = new Hidden(Set.of(id(first)), Set.of(), Set.of());
    try (AdvertIndex index = AdvertIndex.open(folder, hidden)) {
      assertThat(ids(index, "")).isSorted().hasSize(2);
    }
  }

  private static void put(ShardWriter shard, String cluster, List<String> members, Double together)
      throws IOException {
    if (members.size() > 1) {
      var profile = InventedCluster.of(cluster, members.size());
      shard.put(together == null ? profile : profile.assessed(assessed(together)));
      for (String member : members) {
        shard.put(new Membership(member, cluster));
      }
    }
  }

  private static GroupAssessment assessed(double risk) {
    return new GroupAssessment(risk, 0, List.of(), "risk-group-9", "taxonomy-9");
  }

  private static NetworkProfile network(String id) {
    return new NetworkProfile(
        id,
        2,
        2,
        1,
        2,
        Adverts.MONDAY,
        Adverts.MONDAY,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0.1,
        0.1);
  }
}
