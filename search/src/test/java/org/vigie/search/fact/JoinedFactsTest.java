package org.vigie.search.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.Adverts.MONDAY;
import static org.vigie.search.Adverts.saying;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.LongValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.Membership;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.Hidden;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.TestIndex;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.query.QueryTraits;
import org.vigie.search.shard.IndexShards;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.InventedCluster;

/** What small documents say of adverts, as searches narrow, count and order by it. */
class JoinedFactsTest {
  @TempDir Path folder;

  @Test
  void narrowsCountsAndOrdersByTheClustersThatAPlainLoopFinds() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(400, 3);
    Random random = new Random(3);
    Map<String, List<String>> members = new HashMap<>();
    for (AssessedAdvert advert : adverts) {
      if (random.nextInt(4) > 0) {
        int cluster = random.nextInt(random.nextBoolean() ? 3 : 60);
        members.computeIfAbsent("c-" + cluster, name -> new ArrayList<>()).add(id(advert));
      }
    }
    Map<String, Long> sizes = new HashMap<>();
    members.values().forEach(ids -> ids.forEach(id -> sizes.put(id, (long) ids.size())));
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            adverts,
            shard -> {
              for (var cluster : members.entrySet()) {
                shard.put(InventedCluster.of(cluster.getKey(), cluster.getValue().size()));
                shard.put(new ClusterAlias("former-" + cluster.getKey(), cluster.getKey()));
                for (String id : cluster.getValue()) {
                  shard.put(
                      new Membership(
                          id, (id.hashCode() % 2 == 0 ? "former-" : "") + cluster.getKey()));
                }
              }
            })) {
      for (String query :
          List.of("size>=10", "size>10", "size<0", "size<2", "size<=7", "size>=2 size<10")) {
        assertThat(ids(index, query))
            .as(query)
            .containsExactlyInAnyOrderElementsOf(
                adverts.stream()
                    .map(TestIndex::id)
                    .filter(id -> holds(query, sizes.getOrDefault(id, 1L)))
                    .toList());
      }
      SearchResult all = index.search(request("", SearchRequest.Order.SIZE, 5));
      assertThat(all.hits()).hasSize(400);
      assertThat(all.hits())
          .extracting(hit -> sizes.getOrDefault(id(hit.advert()), 1L))
          .isSortedAccordingTo((a, b) -> Long.compare(b, a));
      for (var band : all.facets().get("size").entrySet()) {
        assertThat(ids(index, band.getKey())).as(band.getKey()).hasSize(band.getValue().intValue());
      }
      assertThat(all.facets().get("size").values().stream().mapToLong(n -> n).sum()).isEqualTo(400);
      for (var band : all.facets().get("risk").entrySet()) {
        assertThat(ids(index, band.getKey())).as(band.getKey()).hasSize(band.getValue().intValue());
      }
      assertThat(all.facets().get("risk").values().stream().mapToLong(n -> n).sum()).isEqualTo(400);
    }
  }

  @Test
  void tellsAdvertsThatAreGoneFromThoseThatAreThere() throws IOException {
    AssessedAdvert gone = saying("gone");
    AssessedAdvert back = saying("back");
    AssessedAdvert never = saying("never left");
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            List.of(gone, back, never),
            shard -> {
              shard.put(sighting(gone, MONDAY.plusSeconds(9)));
              shard.put(sighting(back, MONDAY.minusSeconds(9)));
            })) {
      assertThat(ids(index, "status:gone")).containsExactly(id(gone));
      assertThat(ids(index, "-status:gone")).containsExactlyInAnyOrder(id(back), id(never));
      assertThat(ids(index, "status:there")).containsExactlyInAnyOrder(id(back), id(never));
      assertThat(index.search(request("", SearchRequest.Order.NEWEST, 5)).facets().get("status"))
          .containsExactly(Map.entry("status:there", 2L), Map.entry("status:gone", 1L));
      assertThatThrownBy(() -> ids(index, "status:lost"))
          .hasMessageContaining("must have there or gone at character 8, but has 'lost'");
      assertThatThrownBy(() -> ids(index, "size>-1")).hasMessageContaining("a number of adverts");
    }
  }

  @Test
  void addsUpWhatSeveralMemoriesHoldOfAnAdvert() throws IOException {
    AssessedAdvert back = saying("back");
    AssessedAdvert goneAgain = saying("gone again");
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            List.of(back, goneAgain),
            shard -> {
              shard.put(sighting(back, MONDAY.plusSeconds(9)));
              shard.put(later(back), 7);
              shard.put(later(goneAgain));
              shard.put(sighting(goneAgain, MONDAY.plusSeconds(3_601)), 7);
            })) {
      assertThat(ids(index, "status:gone")).containsExactly(id(goneAgain));
      assertThat(ids(index, "status:there")).containsExactly(id(back));
      assertThat(index.search(request("", SearchRequest.Order.NEWEST, 0)).hits())
          .allSatisfy(hit -> {
            assertThat(hit.timesSeen()).isEqualTo(5);
            assertThat(hit.goneSince())
                .isEqualTo(id(hit.advert()).equals(id(back)) ? null : MONDAY.plusSeconds(3_601));
          });
    }
  }

  @Test
  @Timeout(60)
  void joinsAnewBesideTheSearchesOnceAJoinIsTooOld() throws Exception {
    AssessedAdvert first = saying("first");
    AtomicLong nanos = new AtomicLong();
    AdvertFacts facts = new AdvertFacts(nanos::get);
    try (AdvertIndex before = TestIndex.of(folder, first)) {
      IndexReader reader = IndexShards.open(folder);
      assertThat(sizes(facts, reader)).containsExactly(1L);
      try (ShardWriter shard = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.of(1))) {
        shard.put(InventedCluster.of("c-1", 2));
        shard.put(new Membership(id(first), "c-1"));
        shard.commit(2);
      }
      IndexReader newer = IndexShards.openNewer(folder, reader);
      reader.close();
      assertThat(sizes(facts, newer)).as("not old enough").containsExactly(1L);
      nanos.addAndGet(AdvertFacts.OLDEST.toNanos() + 1);
      assertThat(sizes(facts, newer)).as("not waited for").containsExactly(1L);
      while (!sizes(facts, newer).equals(List.of(2L))) {
        Thread.sleep(5);
      }
      newer.close();
    }
  }

  /** A segment that is never merged away outlives thousands of joins. */
  @Test
  @Timeout(60)
  void letsGoOfWhatAFormerJoinSaidOfASegmentThatStaysOpen() throws Exception {
    AtomicLong nanos = new AtomicLong();
    AdvertFacts facts = new AdvertFacts(nanos::get);
    try (AdvertIndex before = TestIndex.of(folder, saying("first"))) {
      IndexReader reader = IndexShards.open(folder);
      WeakReference<int[]> former = groupsOfFirstSegment(facts, reader);
      assertThat(former.get()).isNotNull();
      try (ShardWriter shard = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.of(1))) {
        shard.put(saying("second"));
        shard.commit(2);
      }
      IndexReader newer = IndexShards.openNewer(folder, reader);
      nanos.addAndGet(AdvertFacts.OLDEST.toNanos() + 1);
      while (former.get() != null) {
        groupsOfFirstSegment(facts, newer);
        System.gc();
        Thread.sleep(5);
      }
      newer.close();
      reader.close();
    }
  }

  private static WeakReference<int[]> groupsOfFirstSegment(AdvertFacts facts, IndexReader reader)
      throws IOException {
    IndexDocuments documents = new IndexDocuments(reader);
    FactColumns columns = facts.of(documents, new ClusterNames(documents, Kind.CLUSTER));
    return new WeakReference<>(columns.groupsOf(reader.leaves().getFirst()));
  }

  /** Returns the size of the cluster of each advert, by document. */
  private static List<Long> sizes(AdvertFacts facts, IndexReader reader) throws IOException {
    IndexDocuments documents = new IndexDocuments(reader);
    FactColumns columns = facts.of(documents, new ClusterNames(documents, Kind.CLUSTER));
    List<Long> sizes = new ArrayList<>();
    documents.each(
        IndexDocuments.allOf(Kind.ADVERT),
        leaf -> {
          LongValues values = columns.sizes().getValues(leaf, null);
          return doc -> {
            values.advanceExact(doc);
            sizes.add(values.longValue());
          };
        });
    return sizes;
  }

  @Test
  void opensWhatIsNewAndSharesTheRest() throws IOException {
    AssessedAdvert first = saying("first");
    AssessedAdvert second = saying("second");
    AdvertIndex before = TestIndex.of(folder, first);
    try (ShardWriter shard = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.of(1))) {
      shard.put(second);
      shard.commit(2);
    }
    assertThat(before.isCurrent()).isFalse();
    try (AdvertIndex after = before.openNewer(Hidden.none())) {
      assertThat(ids(before, "")).containsExactly(id(first));
      before.close();
      assertThat(ids(after, "")).containsExactlyInAnyOrder(id(first), id(second));
      assertThat(ids(after, "size<2 status:there")).hasSize(2);
      try (AdvertIndex same = after.openNewer(Hidden.none())) {
        after.close();
        assertThat(ids(same, "")).hasSize(2);
      }
    }
  }

  @Test
  void findsAdvertsThatShareTheWordsWhichSetOneApart() throws IOException {
    AssessedAdvert one = saying("oyster beds near the harbour, early tides, own boots");
    AssessedAdvert alike = saying("tides allow two shifts at our oyster beds");
    AssessedAdvert other = saying("parcel drivers wanted");
    List<AssessedAdvert> all = new ArrayList<>(List.of(one, alike, other));
    all.addAll(Adverts.generated(50, 8));
    try (AdvertIndex index = TestIndex.of(folder, all, shard -> {})) {
      assertThat(
              index
                  .search(request("like:" + id(one), SearchRequest.Order.RELEVANCE, 0))
                  .hits()
                  .getFirst()
                  .advert())
          .isEqualTo(alike);
      assertThat(ids(index, "like:" + id(one))).doesNotContain(id(one), id(other));
      assertThat(ids(index, "like:a-unknown")).isEmpty();
    }
  }

  @Test
  void knowsWhichQueriesAskForAVerdict() {
    for (String query : List.of("risk>0.5", "work -outcome:risk", "a (b OR outcome:bus*)")) {
      assertThat(QueryTraits.of(query).asksForVerdict()).as(query).isTrue();
    }
    assertThat(QueryTraits.of("work \"outcome risk\" site:x.example"))
        .isEqualTo(new QueryTraits(true, false));
    assertThat(QueryTraits.of("site:x.example").ranks()).isFalse();
  }

  private static boolean holds(String query, long size) {
    return switch (query) {
      case "size>=10" -> size >= 10;
      case "size>10" -> size > 10;
      case "size<0" -> false;
      case "size<2" -> size < 2;
      case "size<=7" -> size <= 7;
      default -> size >= 2 && size < 10;
    };
  }

  private static SearchRequest request(String query, SearchRequest.Order order, int facets) {
    return new SearchRequest(query, 0, 1_000, order, facets, Duration.ofSeconds(30));
  }

  private static Sighting sighting(AssessedAdvert advert, Instant goneAt) {
    return new Sighting(
        id(advert),
        MONDAY.minusSeconds(60),
        MONDAY,
        2,
        List.of(),
        List.of(),
        List.of(new Observation(id(advert), goneAt, Observation.Kind.GONE, "", "")));
  }

  /** Returns three sightings that are later, after which it wasn't found gone. */
  private static Sighting later(AssessedAdvert advert) {
    return new Sighting(
        id(advert), MONDAY.plusSeconds(60), MONDAY.plusSeconds(3_600), 3, List.of(), List.of());
  }
}
