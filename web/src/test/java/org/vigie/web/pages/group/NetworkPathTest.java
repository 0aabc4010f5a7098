package org.vigie.web.pages.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.NetworkEdge;

class NetworkPathTest {
  private static final int CONTACTS = 12;
  private static final int TEXTS = 14;
  private static final int NODES = CONTACTS + TEXTS;
  private static final int FAR = 1_000;

  @Test
  void isAsShortAsThatOfAPlainTableOfDistancesInRandomNetworks() {
    int joined = 0;
    int apart = 0;
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<NetworkEdge> edges = new ArrayList<>();
      for (int i = 0; i < 10 + random.nextInt(25); i++) {
        edges.add(
            new NetworkEdge(text(random.nextInt(TEXTS)), contact(random.nextInt(CONTACTS)), 1));
      }
      int[][] distances = distances(edges);
      NetworkPath path = new NetworkPath(edges);
      for (int from = 0; from < CONTACTS; from++) {
        for (int to = 0; to < CONTACTS; to++) {
          List<NetworkEdge> found = path.between(contact(from), contact(to));
          int expected = distances[from][to];
          assertThat(found).hasSize(expected >= FAR ? 0 : expected);
          if (!found.isEmpty()) {
            assertJoins(found, contact(from), contact(to), edges);
            joined++;
          } else if (from != to) {
            apart++;
          }
        }
      }
    }
    assertThat(joined).isGreaterThan(1_000);
    assertThat(apart).isGreaterThan(1_000);
  }

  private static void assertJoins(
      List<NetworkEdge> path, String from, String to, List<NetworkEdge> edges) {
    assertThat(edges).containsAll(path);
    String here = from;
    for (NetworkEdge edge : path) {
      assertThat(List.of(edge.contact(), edge.cluster())).contains(here);
      here = edge.contact().equals(here) ? edge.cluster() : edge.contact();
    }
    assertThat(here).isEqualTo(to);
  }

  /** Floyd (1962), Algorithm 97: Shortest path, doi:10.1145/367766.368168. */
  private static int[][] distances(List<NetworkEdge> edges) {
    int[][] distances = new int[NODES][NODES];
    for (int i = 0; i < NODES; i++) {
      Arrays.fill(distances[i], FAR);
      distances[i][i] = 0;
    }
    for (NetworkEdge edge : edges) {
      int contact = Integer.parseInt(edge.contact().substring("handle:".length()));
      int text = CONTACTS + Integer.parseInt(edge.cluster().substring("c-".length()));
      distances[contact][text] = 1;
      distances[text][contact] = 1;
    }
    for (int by = 0; by < NODES; by++) {
      for (int i = 0; i < NODES; i++) {
        for (int j = 0; j < NODES; j++) {
          distances[i][j] = Math.min(distances[i][j], distances[i][by] + distances[by][j]);
        }
      }
    }
    return distances;
  }

  private static String contact(int number) {
    return "handle:" + number;
  }

  private static String text(int number) {
    return "c-" + number;
  }
}
