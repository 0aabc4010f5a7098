package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.Membership;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.cluster.ClusterInput;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.ShardChange;
import org.vigie.search.AdvertIndex;
import org.vigie.search.document.RecordJson;
import org.vigie.search.shard.ShardWriter;

/**
 * Clusters and networks of random adverts that come in several orders, with checkpoints at random,
 * as a reader of the index finds them: beside plain connected components.
 */
class GroupsInAnyOrderTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final int ADVERTS = 240;
  private static final int TEXTS = 90;
  private static final int PHONES = 70;
  private static final int ALL = 10_000;
  private static final String SHARED = "+33639989999";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void areThoseOfPlainComponentsAndFormerNamesLeadToThem(long seed) throws Exception {
    Random random = new Random(seed);
    Map<String, AssessedAdvert> adverts = new TreeMap<>();
    Map<String, Integer> texts = new HashMap<>();
    List<AssessedAdvert> oldestFirst = new ArrayList<>();
    for (int number = 0; number < ADVERTS; number++) {
      int text = random.nextInt(TEXTS);
      AssessedAdvert advert = advert(number, phones(random));
      oldestFirst.add(advert);
      adverts.put(advert.advert().id(), advert);
      texts.put(advert.advert().id(), text);
    }
    SortedMap<String, String> expected = clusters(texts);
    List<AssessedAdvert> shuffled = new ArrayList<>(oldestFirst);
    Collections.shuffle(shuffled, random);

    List<String> first = found("oldest", oldestFirst, texts, expected, adverts, random);
    assertThat(found("newest", oldestFirst.reversed(), texts, expected, adverts, random))
        .as("seed %d", seed)
        .isEqualTo(first);
    assertThat(found("shuffled", shuffled, texts, expected, adverts, random))
        .as("seed %d", seed)
        .isEqualTo(first);
  }

  /** Returns all that a reader finds, after having held it against what is expected. */
  private List<String> found(
      String order,
      List<AssessedAdvert> arrivals,
      Map<String, Integer> texts,
      SortedMap<String, String> clusters,
      Map<String, AssessedAdvert> adverts,
      Random random)
      throws Exception {
    Set<String> names = new TreeSet<>();
    Path index = folder.resolve(order);
    try (ShardWriter writer = ShardWriter.open(index.resolve("shard-0"), OptionalLong.empty())) {
      for (AssessedAdvert advert : arrivals) {
        writer.put(advert);
      }
      grow(arrivals, texts, random, change -> write(change, writer, names));
      writer.commit(1);
    }
    try (AdvertIndex read = AdvertIndex.open(index)) {
      SortedMap<String, String> memberships = new TreeMap<>();
      for (Membership membership : read.memberships()) {
        memberships.put(membership.advertId(), membership.clusterId());
      }
      assertThat(memberships).as(order).isEqualTo(clusters);
      for (String name : names) {
        assertThat(read.findCluster(name).map(ClusterProfile::id))
            .as("%s, a name that a cluster had", name)
            .contains(Objects.requireNonNull(clusters.get("a-" + name.substring(2)), name));
      }
      assertThat(read.findContactCut("phone:" + SHARED)).as("was cut on the way").isPresent();
      assertThat(networks(read, clusters, adverts))
          .as(order)
          .isEqualTo(components(clusters, adverts));
      List<String> found = new ArrayList<>();
      read.clusters(2, ALL).forEach(cluster -> found.add(RecordJson.write(cluster)));
      read.networks(ALL).forEach(network -> found.add(RecordJson.write(network)));
      read.alerts(ALL).forEach(alert -> found.add(RecordJson.write(alert)));
      for (AssessedAdvert advert : adverts.values()) {
        for (Contact contact : advert.contacts()) {
          found.add(
              contact.key()
                  + read.findContactCut(contact.key()).map(RecordJson::write)
                  + read.findNetworkOf(contact.key()).map(NetworkProfile::id));
        }
      }
      return found;
    }
  }

  private static void grow(
      List<AssessedAdvert> arrivals,
      Map<String, Integer> texts,
      Random random,
      Consumer<IndexChange> index)
      throws Exception {
    Map<Integer, List<String>> alike = new HashMap<>();
    List<NearDuplicateLink> late = new ArrayList<>();
    try (GrowingGroups groups = new GrowingGroups(index)) {
      for (AssessedAdvert advert : arrivals) {
        String id = advert.advert().id();
        groups.take(ClusterInput.of(new MatchedAdvert(advert, List.of())));
        List<String> others = alike.computeIfAbsent(texts.get(id), unused -> new ArrayList<>());
        if (!others.isEmpty()) {
          late.add(new NearDuplicateLink(others.get(random.nextInt(others.size())), id, 0.9));
        }
        others.add(id);
        if (random.nextInt(3) == 0 && !late.isEmpty()) {
          groups.take(ClusterInput.of(late.remove(random.nextInt(late.size()))));
        }
        if (random.nextInt(12) == 0) {
          groups.checkpoint();
        }
      }
      for (NearDuplicateLink link : late) {
        groups.take(ClusterInput.of(link));
        if (random.nextInt(6) == 0) {
          groups.checkpoint();
        }
      }
      groups.checkpoint();
    }
  }

  private static void write(IndexChange change, ShardWriter writer, Set<String> names) {
    if (change instanceof IndexChange.PutCluster(var cluster)) {
      names.add(cluster.id());
    }
    try {
      ShardChange.write(change, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns advert → its cluster, named after the smallest id of its text. */
  private static SortedMap<String, String> clusters(Map<String, Integer> texts) {
    Map<Integer, TreeSet<String>> byText = new HashMap<>();
    texts.forEach((id, text) -> byText.computeIfAbsent(text, unused -> new TreeSet<>()).add(id));
    SortedMap<String, String> clusters = new TreeMap<>();
    for (TreeSet<String> ids : byText.values()) {
      if (ids.size() > 1) {
        ids.forEach(id -> clusters.put(id, "c-" + ids.first().substring(2)));
      }
    }
    return clusters;
  }

  /** Returns text by its cluster's name → the network that a reader finds it in. */
  private static SortedMap<String, String> networks(
      AdvertIndex read, Map<String, String> clusters, Map<String, AssessedAdvert> adverts)
      throws IOException {
    SortedMap<String, String> networks = new TreeMap<>();
    for (String id : adverts.keySet()) {
      String text = clusters.getOrDefault(id, "c-" + id.substring(2));
      read.findNetworkOf(id).ifPresent(network -> networks.put(text, network.id()));
    }
    return networks;
  }

  /** Spreads the smallest name over contacts that at most fifty texts name, until none changes. */
  private static SortedMap<String, String> components(
      Map<String, String> clusters, Map<String, AssessedAdvert> adverts) {
    Map<String, Set<String>> textsOf = new TreeMap<>();
    SortedMap<String, String> smallest = new TreeMap<>();
    adverts.forEach((id, advert) -> {
      String text = clusters.getOrDefault(id, "c-" + id.substring(2));
      for (Contact contact : advert.contacts()) {
        textsOf.computeIfAbsent(contact.key(), unused -> new TreeSet<>()).add(text);
        smallest.put(text, text);
      }
    });
    textsOf.values().removeIf(texts -> texts.size() > 50);
    boolean changes = true;
    while (changes) {
      changes = false;
      for (Set<String> texts : textsOf.values()) {
        String least = texts.stream().map(smallest::get).min(String::compareTo).orElseThrow();
        for (String text : texts) {
          changes |= !least.equals(smallest.put(text, least));
        }
      }
    }
    Map<String, Long> sizes = new HashMap<>();
    smallest.values().forEach(name -> sizes.merge(name, 1L, Long::sum));
    smallest.values().removeIf(name -> sizes.get(name) == 1);
    smallest.replaceAll((text, name) -> "n-" + name.substring(2));
    return smallest;
  }

  /** Most name a contact of few, some one of many, which is cut at last. */
  private static List<String> phones(Random random) {
    List<String> phones = new ArrayList<>();
    if (random.nextInt(2) == 0) {
      phones.add("+3363998%05d".formatted(random.nextInt(PHONES)));
    }
    if (random.nextInt(2) == 0) {
      phones.add(SHARED);
    }
    return phones;
  }

  private static AssessedAdvert advert(int number, List<String> phones) {
    return GrowingGroups.advert(MONDAY, number, "An offer with number " + number, phones);
  }
}
