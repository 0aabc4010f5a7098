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
    Observation gone =
        new Observation("", MONDAY, Observation.Kind.GONE, "https://example.org/1", "http-410");
    Sighting sum =
        new Sighting(
            "",
            MONDAY.minusMillis(1),
            MONDAY,
            300,
            List.of("https://example.org/1", "https://example.org/2"),
            List.of("1", "2"));

    ReadBack.isTheSame(
        new KnownAdvert.Serializer(),
        new KnownAdvert(
            new Sightings(sum, "https://example.org/2", "2"),
            new Aftermath(3, MONDAY, List.of(gone)),
            true,
            20_458));
    ReadBack.isTheSame(
        new KnownAdvert.Serializer(),
        new KnownAdvert(new Sightings(sum, "", ""), new Aftermath(1, null, List.of()), false, 0));
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
  void readsAPlaceWithItsVersions() throws IOException {
    ReadBack.isTheSame(
        new KnownPlace.Serializer(),
        new KnownPlace(
            new AdvertVersions(
                "",
                "https://example.org/1",
                List.of(new Version(ID, MONDAY), new Version(OTHER, MONDAY.plusSeconds(1)))),
            20_458,
            20_000));
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
  void readsAClusterWithAllThatIsKnownOfIt() throws IOException {
    ClusterState cluster = new ClusterState();
    cluster.add(member(ID, MONDAY));
    cluster.add(member(OTHER, MONDAY.plusSeconds(90_000)));
    cluster.published = new ArrayList<>(List.of("c-1", "c-" + ID.substring(2)));
    cluster.told = new ArrayList<>(List.of("c-2"));
    cluster.led = new ArrayList<>(List.of(ID));
    cluster.alerts = 2;
    cluster.stillSeen = 20_470;
    cluster.sides.putAll(Map.of("r-1", Sides.OUT, "r-2", Sides.ALONE));

    ReadBack.isTheSame(new ClusterStateSerializer(), cluster);
    ReadBack.isTheSame(new ClusterStateSerializer(), new ClusterState());
    cluster.published = new ArrayList<>(List.of(cluster.name()));
    cluster.told = new ArrayList<>(List.of(cluster.name()));
    cluster.led = new ArrayList<>(List.of(cluster.subject()));
    ReadBack.isTheSame(new ClusterStateSerializer(), cluster);
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
  void leavesOutTheAdvertUnderWhichAClusterStands() throws IOException {
    ClusterState alone = new ClusterState();
    alone.add(member(ID, MONDAY));
    alone.told = new ArrayList<>(List.of(alone.name()));
    alone.led = new ArrayList<>(List.of(alone.subject()));
    int whole = ReadBack.size(new ClusterStateSerializer(), alone);
    alone.under(ID);

    ClusterState read = new ClusterStateSerializer().copy(alone);
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
        "example.org anna");
  }
}
