package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.AdvertVersions.Version;
import org.vigie.advert.Evidence;
import org.vigie.advert.Observation;
import org.vigie.advert.Place;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.pipeline.state.Copies;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.IdSerializer;
import org.vigie.pipeline.state.ReadBack;

/** What the operators of this package save comes back as it was, and in few bytes. */
class SavedClustersTest {
  private static final String ID = "a-0123456789abcdef0123";
  private static final String OTHER = "a-fedcba98765432100000";
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void readsAnAdvertWithAllThatIsKnownOfIt() throws IOException {
    ReadBack.isTheSame(new KnownAdvert.Serializer(), advert());
    ReadBack.isTheSame(
        new KnownAdvert.Serializer(),
        new KnownAdvert(new Sightings(sum(), "", ""), new Aftermath(1, null, List.of()), false, 0));
    ReadBack.isTheSame(new KnownAdvert.Serializer(), KnownAdvert.none(7));
  }

  @Test
  void writesAnAdvertThatWasSeenOnceInFewBytesBesideItsAddress() throws IOException {
    Sighting once =
        new Sighting("", MONDAY, MONDAY, 1, List.of("https://example.org/1"), List.of());
    KnownAdvert known = KnownAdvert.none(0).with(new Sightings(once, "https://example.org/1", ""));

    ReadBack.isTheSame(new KnownAdvert.Serializer(), known);
    assertThat(ReadBack.size(new KnownAdvert.Serializer(), known))
        .isLessThanOrEqualTo("https://example.org/1".length() + 13);
    assertThat(ReadBack.size(new IdSerializer(), ID)).isEqualTo(11);
  }

  @Test
  void writesAnOwnIdByItsPlaceInTheAddressAndReadsWhatTheSecondLayoutHeld() throws IOException {
    String url = "https://example.org/ad/4711-driver";
    Sighting once = new Sighting("", MONDAY, MONDAY, 1, List.of(url), List.of("4711"));
    KnownAdvert known = KnownAdvert.none(7).with(new Sightings(once, url, "4711"));

    ReadBack.isTheSame(new KnownAdvert.Serializer(), known);
    assertThat(ReadBack.size(new KnownAdvert.Serializer(), known)).isEqualTo(43 - 4);
    assertThat(
            ReadBack.ofEarlier(
                new KnownAdvert.Serializer(),
                "02310780fcb6ab1a01131a6578616d706c652e6f72672f61642f343731312d647269766572010834"
                    + "373131"))
        .isEqualTo(known);
  }

  @Test
  void readsAPlaceWithItsVersions() throws IOException {
    ReadBack.isTheSame(new KnownPlace.Serializer(), place());
    ReadBack.isTheSame(new KnownPlace.Serializer(), place().withAddress(""));
  }

  @Test
  void readsNodesAndWritesOneThatStandsAloneInEightBytes() throws IOException {
    ReadBack.isTheSame(new NodeSerializer(), new Node(OTHER, ID, true, MONDAY.toEpochMilli()));
    ReadBack.isTheSame(new NodeSerializer(), new Node(OTHER, "", false, 0));
    Node alone = Node.alone(ID).knownAt(MONDAY.toEpochMilli());
    assertThat(alone.unnamed(ID).named(ID)).isEqualTo(alone);
    assertThat(ReadBack.size(new NodeSerializer(), alone.unnamed(ID))).isEqualTo(8);
  }

  @Test
  void readsAndCopiesAClusterWithAllThatIsKnownOfIt() throws Exception {
    ClusterState cluster = new ClusterState();
    cluster.add(member(ID, MONDAY));
    cluster.add(member(OTHER, MONDAY.plusSeconds(90_000)));
    cluster.published = new ArrayList<>(List.of("c-1", "c-" + ID.substring(2)));
    cluster.hasFormerNames = true;
    cluster.told = new ArrayList<>(List.of("c-2"));
    cluster.led = new ArrayList<>(List.of(ID));
    cluster.alerts = 2;
    cluster.stillSeen = 20_470;
    cluster.sides.putAll(Map.of("r-1", Sides.OUT, "r-2", Sides.ALONE));
    cluster.counts.said.put("meaning:account-0123456789abcdef0123", 2L);

    ReadBack.isTheSame(new ClusterStateSerializer(), cluster);
    ReadBack.isTheSame(new ClusterStateSerializer(), new ClusterState());
    cluster.published = new ArrayList<>(List.of(cluster.name()));
    cluster.told = new ArrayList<>(List.of(cluster.name()));
    cluster.led = new ArrayList<>(List.of(cluster.subject()));
    ReadBack.isTheSame(new ClusterStateSerializer(), cluster);

    cluster.root = OTHER;
    cluster.textsVary = true;
    cluster.isNamedAfterEarliest = true;
    Copies.shareNothing(cluster, cluster.copy(), new ClusterState());
  }

  @Test
  void writesASingleAdvertInFewBytesBesideItsOwnWords() throws IOException {
    ClusterState alone = new ClusterState();
    alone.add(member(ID, MONDAY));
    alone.told = new ArrayList<>(List.of(alone.name()));

    ReadBack.isTheSame(new ClusterStateSerializer(), alone);
    String words =
        "33639980001 example.org Cork IE example.org en An employer model-1 q:passport Anna"
            + " example.org anna";
    assertThat(ReadBack.size(new ClusterStateSerializer(), alone))
        .isLessThanOrEqualTo(words.length() + 110);
  }

  @Test
  void readsWhatTheFirstLayoutHeldOfAClusterAndTellsByItsTextsWhetherTheyVary() throws IOException {
    ClusterState cluster = new ClusterState();
    cluster.add(member(ID, MONDAY, Wording.of("Visits in Cork")));
    cluster.add(member(OTHER, MONDAY.plusSeconds(90_000), Wording.of("Visits in Cork and Sligo")));
    cluster.published = new ArrayList<>(List.of("c-1", "c-" + ID.substring(2)));
    cluster.told = new ArrayList<>(List.of("c-2"));
    cluster.led = new ArrayList<>(List.of(ID));
    cluster.alerts = 2;
    cluster.stillSeen = 20_470;
    cluster.sides.put("r-1", Sides.OUT);
    cluster.isNamedAfterEarliest = true;
    cluster.smallestId = "";

    ClusterState read =
        ReadBack.ofEarlier(
            new ClusterStateSerializer(),
            "010280fcb6ab1ac0f8ccab1a610123456789abcdef0123ff0f021270686f6e653a2b3333"
                + "363339393830303031020f75726c3a6578616d706c652e6f7267020104436f726b020102"
                + "494502010b6578616d706c652e6f726702010b636c617373696669656473020102656e02"
                + "010553582d303102010b416e20656d706c6f7965720201076d6f64656c2d31020104416e"
                + "6e610201236578616d706c652e6f726720616e6e610a70686f6e653a2b33333633393938"
                + "3030303102010553582d3031610123456789abcdef0123020306ac020a02d4bf02010201"
                + "010a713a70617373706f72740280fcb6ab1ac0f8ccab1a021270686f6e653a2b33333633"
                + "39393830303031010180fcb6ab1a010104436f726b0249454049f33333333333c0210000"
                + "000000000a04000f75726c3a6578616d706c652e6f7267010180fcb6ab1a010104436f72"
                + "6b0249454049f33333333333c0210000000000000a04003fd0000000000000a0c21e0261"
                + "0123456789abcdef0123000e56697369747320696e20436f726b61fedcba987654321000"
                + "00001856697369747320696e20436f726b20616e6420536c69676f020003632d31630123"
                + "456789abcdef0123010003632d3201610123456789abcdef012302ecbf020103722d3101");
    assertThat(read).usingRecursiveComparison().isEqualTo(cluster);
    assertThat(read.textsVary).isTrue();
  }

  @Test
  void readsWhatTheThirdLayoutHeldOfAClusterAndNamesItAnew() throws IOException {
    ClusterState cluster = new ClusterState();
    cluster.add(member(ID, MONDAY.plusSeconds(90_000)));
    cluster.add(member(OTHER, MONDAY));
    cluster.isNamedAfterEarliest = true;
    cluster.smallestId = "";
    cluster.published = new ArrayList<>(List.of("c-" + OTHER.substring(2)));
    cluster.told = new ArrayList<>(List.of("c-2"));
    cluster.led = new ArrayList<>(List.of("c-" + OTHER.substring(2)));
    cluster.alerts = 1;
    cluster.under(OTHER);

    ClusterState read =
        ReadBack.ofEarlier(
            new ClusterStateSerializer(),
            "03750280fcb6ab1ac0fc15c99101fe0f02010b33333633393938303030311e75726c3a65"
                + "78616d706c652e6f726702020108436f726b02010449450201166578616d706c652e6f72"
                + "6702012100020104656e020145023031020116416e20656d706c6f79657202010e6d6f64"
                + "656c2d31020108416e6e610201206578616d706c652e6f726720616e6e610102010f0461"
                + "0123456789abcdef01230306ac020a02d4bf020102010114713a70617373706f72740200"
                + "c0fc1502010100040507c08bf309bfc2cf010a0400030100040507c08bf309bfc2cf010a"
                + "0400c0843d010003632d32010200");
    assertThat(read.under(OTHER)).usingRecursiveComparison().isEqualTo(cluster);
    assertThat(ReadBack.of(new ClusterStateSerializer(), cluster).under(OTHER))
        .usingRecursiveComparison()
        .isEqualTo(cluster);
    read.nameAfter(ID);
    assertThat(read.name()).isEqualTo("c-" + ID.substring(2));
    assertThat(read.published).containsExactly("c-" + OTHER.substring(2));
  }

  @Test
  void readsWhatTheThirdLayoutHeldOfASingleAdvert() throws IOException {
    ClusterState alone = new ClusterState();
    alone.add(member(ID, MONDAY));
    alone.told = new ArrayList<>(List.of(alone.name()));
    alone.under(ID);

    ClusterState read =
        ReadBack.ofEarlier(
            new ClusterStateSerializer(),
            "035a0180fcb6ab1a00c99101ff0f02010b33333633393938303030311e75726c3a657861"
                + "6d706c652e6f72670108436f726b0104494501166578616d706c652e6f72670121000104"
                + "656e01450230310116416e20656d706c6f796572010e6d6f64656c2d310108416e6e6101"
                + "206578616d706c652e6f726720616e6e610101010f050306ac020a0114713a7061737370"
                + "6f727401000002010100040507c08bf309bfc2cf010a0400030100040507c08bf309bfc2"
                + "cf010a0400c0843d0000000000");
    assertThat(read.under(ID)).usingRecursiveComparison().isEqualTo(alone);
  }

  @Test
  void readsWhatTheFirstLayoutHeldOfAPlaceAndOfAnAdvert() throws IOException {
    assertThat(
            ReadBack.ofEarlier(
                new KnownPlace.Serializer(),
                "011568747470733a2f2f6578616d706c652e6f72672f3102610123456789abcdef012380"
                    + "fcb6ab1a61fedcba9876543210000084fcb6ab1ad4bf02a09c01"))
        .isEqualTo(place());
    assertThat(
            ReadBack.ofEarlier(
                new KnownAdvert.Serializer(),
                "010fea9f01fefbb6ab1ac08faedc0380fcb6ab1aac02021568747470733a2f2f6578616d"
                    + "706c652e6f72672f311568747470733a2f2f6578616d706c652e6f72672f320201310132"
                    + "1568747470733a2f2f6578616d706c652e6f72672f320132030180fcb6ab1a01000080fc"
                    + "b6ab1a031568747470733a2f2f6578616d706c652e6f72672f310008687474702d343130"))
        .isEqualTo(advert());
  }

  @Test
  void leavesOutTheAdvertUnderWhichAClusterStands() throws IOException {
    ClusterState alone = new ClusterState();
    alone.add(member(ID, MONDAY));
    alone.told = new ArrayList<>(List.of(alone.name()));
    alone.led = new ArrayList<>(List.of(alone.subject()));
    int whole = ReadBack.size(new ClusterStateSerializer(), alone);
    alone.under(ID);

    ClusterState read = ReadBack.of(new ClusterStateSerializer(), alone);
    assertThat(read.earliestId).isEmpty();
    assertThat(read.under(ID)).usingRecursiveComparison().isEqualTo(alone);
    assertThat(ReadBack.size(new ClusterStateSerializer(), alone)).isEqualTo(whole - 11);
    alone.under(OTHER);
    assertThat(ReadBack.size(new ClusterStateSerializer(), alone)).isEqualTo(whole);
  }

  @Test
  void refusesWhatALaterReleaseHasSaved() {
    assertThatThrownBy(
            () -> new NodeSerializer().deserialize(new DataInputDeserializer(new byte[] {2, 0})))
        .isInstanceOf(IOException.class)
        .hasMessage("state must be of layout 1 to 1, but was of layout 2 in NodeSerializer");
  }

  private static KnownPlace place() {
    return new KnownPlace(
        new AdvertVersions(
            "",
            "https://example.org/1",
            List.of(new Version(ID, MONDAY), new Version(OTHER, MONDAY.plusSeconds(1)))),
        20_458,
        20_000);
  }

  private static KnownAdvert advert() {
    Observation gone =
        new Observation("", MONDAY, Observation.Kind.GONE, "https://example.org/1", "http-410");
    return new KnownAdvert(
        new Sightings(sum(), "https://example.org/2", "2"),
        new Aftermath(3, MONDAY, List.of(gone)),
        true,
        20_458);
  }

  private static Sighting sum() {
    return new Sighting(
        "",
        MONDAY.minusMillis(1),
        MONDAY,
        300,
        List.of("https://example.org/1", "https://example.org/2"),
        List.of("1", "2"));
  }

  private static Member member(String id, Instant time) {
    return member(id, time, Wording.of(id));
  }

  private static Member member(String id, Instant time, int wording) {
    return new Member(
        id,
        time,
        Days.of(time),
        wording,
        List.of("phone:+33639980001", "url:example.org"),
        "Cork",
        "IE",
        "example.org",
        "classifieds",
        "en",
        List.of(new Evidence("SX-01", id, List.of(new Span(3, 9), new Span(300, 310)))),
        0.25,
        new Place(1, "Cork", "IE", 51.9, -8.5, new Span(10, 14)),
        "An employer",
        "model-1",
        List.of("q:passport"),
        List.of("Anna"),
        "example.org anna",
        List.of());
  }
}
