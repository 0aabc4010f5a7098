package org.vigie.pipeline.network;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.pipeline.state.ReadBack;

class SavedNetworksTest {
  private static final String CLUSTER = "c-0123456789abcdef0123";

  @Test
  void readsAClusterInItsNetwork() throws IOException {
    NetworkNode node =
        new NetworkNode(
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
            "An employer",
            1_500_000,
            0.75,
            Map.of("Cork", 1L),
            Map.of("Anna", 300L),
            List.of("OA-02"),
            false);

    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node, "n-0123456789abcdef0123"));
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node.asForgotten(), ""));
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(node.named(""), ""));
    ReadBack.isTheSame(new PlacedNodeSerializer(), new PlacedNode(NetworkNode.gone("c-1"), ""));
  }

  @Test
  void readsTheTiesOfAContact() throws IOException {
    ContactTies ties = new ContactTies();
    ties.add(CLUSTER);
    ties.add("c-1");
    ties.network = "n-0123456789abcdef0123";
    ReadBack.isTheSame(new ContactTiesSerializer(), ties);

    ties.countless = true;
    ties.clusters.clear();
    ties.cut = "named by 1,001 texts";
    ReadBack.isTheSame(new ContactTiesSerializer(), ties);
  }
}
