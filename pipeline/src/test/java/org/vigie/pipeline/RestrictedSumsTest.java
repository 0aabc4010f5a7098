package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Evidence;
import org.vigie.advert.Movement;
import org.vigie.advert.NetworkProfile;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.cluster.ClusterProfiles;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.SearchResult;
import org.vigie.search.document.RecordJson;

/** What is shown of clusters, contacts and networks of which some is restricted. */
class RestrictedSumsTest {
  @TempDir static Path folder;

  private static TestRun run;
  private static Map<String, AssessedAdvert> adverts;
  private static Map<String, List<String>> members;

  @BeforeAll
  static void runOnce() throws Exception {
    run = new TestRun(folder.resolve("run"));
    run.accept("first.jsonl", TestAdverts.jsonLines(7, 120));
    run.run(2);
    adverts = new TreeMap<>();
    members = new TreeMap<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      for (SearchResult.Hit hit : run.adverts(index)) {
        adverts.put(hit.advert().advert().id(), hit.advert());
        if (!hit.cluster().id().isEmpty()) {
          members
              .computeIfAbsent(hit.cluster().id(), unused -> new ArrayList<>())
              .add(hit.advert().advert().id());
        }
      }
      assertThat(index.networks(10)).isNotEmpty();
      assertThat(index.alerts(100)).isNotEmpty();
    }
    members.values().forEach(ids -> ids.sort(null));
    assertThat(members).hasSizeGreaterThan(3);
  }

  @Test
  void ofAClusterAreThoseOfItsOtherAdverts() throws Exception {
    for (Set<String> gone : List.of(everyThirdMember(), allButTwoOfEach(), theRiskiestOfEach())) {
      try (AdvertIndex index = open(gone)) {
        Map<String, Long> listed = new TreeMap<>();
        index.clusters(2, 1_000).forEach(cluster -> listed.put(cluster.id(), cluster.size()));
        for (Map.Entry<String, List<String>> cluster : members.entrySet()) {
          List<AssessedAdvert> left =
              cluster.getValue().stream()
                  .filter(id -> !gone.contains(id))
                  .map(id -> adverts.get(id))
                  .toList();
          ClusterProfile shown = index.findCluster(cluster.getKey()).orElseThrow();
          boolean touched = left.size() < cluster.getValue().size();
          assertThat(counted(shown)).isEqualTo(counted(oracle().of(left)));
          assertThat(touched && (shown.assessment() != null || shown.persons() != 0)).isFalse();
          assertThat(listed.getOrDefault(cluster.getKey(), 1L)).isEqualTo(left.size());
          for (SearchResult.Hit hit : run.adverts(index)) {
            if (hit.cluster().id().equals(cluster.getKey())) {
              assertThat(hit.cluster().size()).isEqualTo(left.size());
            }
          }
        }
        assertThat(index.counts().clusters()).isEqualTo(listed.size());
      }
    }
  }

  @Test
  void ofContactsAndNetworksAreThoseOfARunThatNeverHadTheAdverts() throws Exception {
    Set<String> gone = new TreeSet<>();
    // Clusters and networks are named after their smallest id, so that one stays.
    members.values().forEach(ids -> gone.add(ids.getLast()));
    TestRun never = new TestRun(folder.resolve("never"));
    never.accept("first.jsonl", TestAdverts.jsonLines(7, 120));
    ErasedAdverts.add(never.workspace(), gone, ErasedAdverts.FOR_GOOD);
    never.run(2);
    try (AdvertIndex index = open(gone);
        AdvertIndex other = AdvertIndex.open(never.workspace().index())) {
      Set<String> keys = new TreeSet<>();
      adverts.values().stream()
          .flatMap(advert -> advert.contacts().stream())
          .map(Contact::key)
          .forEach(keys::add);
      for (String key : keys) {
        assertThat(index.findContact(key).map(RestrictedSumsTest::counted))
            .as(key)
            .isEqualTo(other.findContact(key).map(RestrictedSumsTest::counted));
      }
      assertThat(index.networks(1_000).stream().map(RestrictedSumsTest::counted))
          .containsExactlyElementsOf(
              other.networks(1_000).stream().map(RestrictedSumsTest::counted).toList());
    }
  }

  @Test
  void standInAlertsAboutTheRestAndNoAlertIsAboutNothingElse() throws Exception {
    Set<String> gone = everyThirdMember();
    List<String> whole = new ArrayList<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      index.alerts(1_000).forEach(alert -> whole.add(alert.id()));
    }
    try (AdvertIndex index = open(gone)) {
      int about = 0;
      for (String id : whole) {
        Optional<Alert> alert = index.findAlert(id);
        if (alert.isPresent() && members.containsKey(alert.get().subject())) {
          about++;
          List<String> left = new ArrayList<>(members.get(alert.get().subject()));
          left.removeAll(gone);
          assertThat(alert.get().headline()).startsWith(left.size() + " adverts of one campaign: ");
          assertThat(alert.get().reasons())
              .isNotEmpty()
              .allMatch(reason -> reason.endsWith(" of " + left.size() + " adverts"));
          assertThat(alert.get().evidence()).extracting(Evidence::advertId).isSubsetOf(left);
        }
      }
      assertThat(about).isPositive();
    }
    Set<String> all = new HashSet<>();
    members.values().forEach(ids -> all.addAll(ids.subList(1, ids.size())));
    try (AdvertIndex index = open(all)) {
      assertThat(index.alerts(1_000))
          .extracting(Alert::subject)
          .doesNotContainAnyElementsOf(members.keySet());
      assertThat(index.clusters(2, 100)).isEmpty();
    }
  }

  @Test
  void areWholeAgainOnceNothingIsRestricted() throws Exception {
    try (AdvertIndex some = open(everyThirdMember());
        AdvertIndex again = some.openNewer(Hidden.none());
        AdvertIndex plain = AdvertIndex.open(run.workspace().index())) {
      assertThat(again.clusters(2, 100)).isEqualTo(plain.clusters(2, 100));
      assertThat(again.networks(100)).isEqualTo(plain.networks(100));
      assertThat(again.alerts(100)).isEqualTo(plain.alerts(100));
    }
  }

  @Test
  void areNotThereOfANetworkOfWhichNothingIsShown() throws Exception {
    NetworkProfile network;
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      network = index.networks(1).getFirst();
    }
    Set<String> gone = new TreeSet<>();
    for (String cluster : network.clusters().keySet()) {
      gone.addAll(members.getOrDefault(cluster, List.of("a-" + cluster.substring(2))));
    }
    try (AdvertIndex index = open(gone)) {
      assertThat(index.findNetwork(network.id())).isEmpty();
      assertThat(index.networks(100)).extracting(NetworkProfile::id).doesNotContain(network.id());
      assertThat(index.alerts(1_000)).extracting(Alert::subject).doesNotContain(network.id());
      assertThat(index.unshown()).contains(network.id()).containsAll(gone);
    }
  }

  private static AdvertIndex open(Set<String> gone) throws Exception {
    return AdvertIndex.open(run.workspace().index(), new Hidden(gone, Set.of(), Set.of()));
  }

  private static ClusterProfiles oracle() throws Exception {
    return new ClusterProfiles(Taxonomy.load(TestRun.models()), Optional.empty());
  }

  private static Set<String> everyThirdMember() {
    Set<String> gone = new TreeSet<>();
    for (List<String> ids : members.values()) {
      for (int i = 0; i < ids.size(); i += 3) {
        gone.add(ids.get(i));
      }
    }
    return keepingOneOfEach(gone);
  }

  private static Set<String> allButTwoOfEach() {
    return members.values().stream()
        .flatMap(ids -> ids.stream().skip(2))
        .collect(Collectors.toSet());
  }

  private static Set<String> theRiskiestOfEach() {
    Set<String> gone = new TreeSet<>();
    for (List<String> ids : members.values()) {
      ids.stream()
          .max(Comparator.comparingDouble(id -> adverts.get(id).assessment().riskProbability()))
          .ifPresent(gone::add);
    }
    return keepingOneOfEach(gone);
  }

  private static Set<String> keepingOneOfEach(Set<String> gone) {
    members.values().stream().filter(gone::containsAll).forEach(ids -> gone.remove(ids.getFirst()));
    return gone;
  }

  /** Returns what of a cluster is counted, but its name and a rounded mean. */
  private static String counted(ClusterProfile cluster) {
    return String.join(
        "\n",
        Long.toString(cluster.size()),
        cluster.firstSeen().toString(),
        cluster.lastSeen().toString(),
        sorted(cluster.contacts()),
        sorted(cluster.places()),
        sorted(cluster.countries()),
        sorted(cluster.sites()),
        sorted(cluster.channels()),
        sorted(cluster.languages()),
        sorted(cluster.advertIndicators()),
        cluster.evidence().toString(),
        sorted(cluster.models()),
        cluster.pace().toString(),
        "%.5f %.5f".formatted(cluster.highestRisk(), cluster.meanRisk()));
  }

  private static String counted(ContactProfile contact) {
    return RecordJson.write(
        new ContactProfile(
            contact.key(),
            contact.type(),
            contact.country(),
            contact.adverts(),
            contact.disguised(),
            contact.firstSeen(),
            contact.lastSeen(),
            contact.busiestDay(),
            contact.names(),
            contact.ages(),
            contact.prices(),
            contact.places(),
            contact.countries(),
            contact.languages(),
            contact.channels(),
            contact.sites(),
            contact.employers(),
            contact.beside(),
            Movement.none(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static String counted(NetworkProfile network) {
    return String.join(
        "\n",
        network.id(),
        network.adverts() + " " + network.clusterCount() + " " + network.contactCount(),
        network.edgeCount() + " " + network.firstSeen() + " " + network.lastSeen(),
        sorted(network.clusters()),
        sorted(network.contacts()),
        sorted(network.countries()),
        sorted(network.sites()),
        sorted(network.channels()),
        network.edges().toString(),
        network.cuts().toString(),
        "%.5f %.5f".formatted(network.highestRisk(), network.meanRisk()));
  }

  private static String sorted(Map<String, Long> counts) {
    return new TreeMap<>(counts).toString();
  }
}
