package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Evidence;
import org.vigie.advert.Span;
import org.vigie.pipeline.state.Copies;
import org.vigie.pipeline.state.ReadBack;

class SavedNetworksTest {
  private static final String CLUSTER = "c-0123456789abcdef0123";

  @Test
  void readsWhatTheFirstLayoutHeldOfACluster() throws IOException {
    assertThat(
            ReadBack.ofEarlier(
                new PlacedNodeSerializer(),
                "01630123456789abcdef01230380fcb6ab1a8288ccab1a80cab5ee016f011270686f6e65"
                    + "3a2b333336333939383030303103020246520202494501010b6578616d706c652e6f7267"
                    + "03010b636c617373696669656473030104436f726b010104416e6e61ac0202076d6f6465"
                    + "6c2d31076d6f64656c2d320b416e20656d706c6f796572e0c65b3fe80000000000000105"
                    + "4f412d30326e0123456789abcdef0123"))
        .isEqualTo(new PlacedNode(node(), "n-0123456789abcdef0123"));
  }

  @Test
  void readsAClusterInItsNetwork() throws IOException {
    NetworkNode node = node();

    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node, "n-0123456789abcdef0123"));
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node.asForgotten(), ""));
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node.named(""), ""));
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(NetworkNode.gone("c-1"), ""));
  }

  @Test
  void readsHowManyOfItsAdvertsWereAssessed() throws IOException {
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node(List.of(), 2), ""));
  }

  @Test
  void takesAllAdvertsToBeAssessedThatTheThirdLayoutHeld() throws IOException {
    assertThat(
            ReadBack.ofEarlier(
                    new PlacedNodeSerializer(),
                    "0308630123456789abcdef01230380fcb6ab1a828c1580cab5ee01de0101010b33333633"
                        + "393938303030310302044652044945020101166578616d706c652e6f726703011f000301"
                        + "08436f726b010108416e6e61ac02020e6d6f64656c2d310e6d6f64656c2d3216416e2065"
                        + "6d706c6f796572c08db701e0c65b0145023032")
                .node())
        .isEqualTo(node());
  }

  @Test
  void readsWhereTheSignsOfAClusterStand() throws IOException {
    Evidence kept = new Evidence("LX-07", "a-0123456789abcdef0123", List.of(new Span(3, 9)));

    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node(List.of(kept)), ""));
  }

  @Test
  void readsAndCopiesTheTiesOfAContact() throws Exception {
    ContactTies ties = new ContactTies();
    ties.add(CLUSTER);
    ties.add("c-1");
    ties.network = "n-0123456789abcdef0123";
    ReadBack.isTheSame(new ContactTiesSerializer(), ties);

    ties.countless = true;
    ties.clusters.clear();
    ties.cut = "named by 1,001 texts";
    ties.unnamed = 1_001;
    ReadBack.isTheSame(new ContactTiesSerializer(), ties);

    ties.clusters.add(CLUSTER);
    Copies.shareNothing(ties, ties.copy(), new ContactTies());
  }

  @Test
  void doesNotKnowFromTheFirstLayoutHowManyTextsAreTooMany() throws IOException {
    ContactTies ties =
        ReadBack.ofEarlier(new ContactTiesSerializer(), "01" + "00" + "01" + "0163" + "0000");

    assertThat(ties.countless).isTrue();
    assertThat(ties.cut).isEqualTo("c");
    assertThat(ties.unnamed).isEqualTo(ContactTies.UNKNOWN);
    assertThat(ties.isTied()).isTrue();
    ReadBack.isTheSame(new ContactTiesSerializer(), ties);
  }

  private static NetworkNode node() {
    return node(List.of());
  }

  private static NetworkNode node(List<Evidence> evidence) {
    return node(evidence, 3);
  }

  private static NetworkNode node(List<Evidence> evidence, long assessed) {
    return new NetworkNode(
        CLUSTER,
        3,
        Instant.parse("2026-01-05T08:00:00Z"),
        Instant.parse("2026-01-06T08:00:00.5Z"),
        Map.of("phone:+33639980001", 3L),
        Map.of("FR", 2L, "IE", 1L),
        Map.of("example.org", 3L),
        Map.of("classifieds", 3L),
        Map.of(),
        List.of("model-1", "model-2"),
        assessed,
        "An employer",
        1_500_000,
        0.75,
        Map.of("Cork", 1L),
        Map.of("Anna", 300L),
        List.of("OA-02"),
        false,
        evidence,
        assessed == 3 ? 0 : 2);
  }
}
