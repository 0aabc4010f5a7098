package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.InventedCluster;
import org.vigie.web.pages.part.Paths;

/** Explicit wording stands on the pages of whoever asked to read it, and on no other. */
class MaskedWordingTest {
  private static final String HIDDEN = "explicitword";
  private static final String CLUSTER = "c-00000000000000000001";
  private static final String NETWORK = "n-00000000000000000001";
  private static final String PHONE = "phone:+33639980001";
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;
  private static String advert;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    try (ShardWriter writer =
        ShardWriter.open(Workspace.shard(workspace.index(), 0), OptionalLong.empty())) {
      for (int i = 0; i < 2; i++) {
        AssessedAdvert one = advert(i);
        advert = one.advert().id();
        writer.put(one);
        writer.put(new Membership(advert, CLUSTER));
      }
      writer.put(InventedCluster.of(CLUSTER, 2, AT, Map.of(PHONE, 2L), Map.of()));
      writer.put(network());
      writer.commit(1);
    }
    served = ServedConsole.on(workspace);
    analyst = served.as("analyst");
    analyst.post(
        "/marks", Map.of("advert", advert, "change", "tag", "tag", "orchard", "next", "/"));
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void isDotsInListsTitlesTemplatesAndDrawings() throws Exception {
    for (String path :
        List.of(
            "/?q=offer",
            "/worklist?tag=orchard",
            "/clusters",
            "/clusters/" + CLUSTER,
            "/networks/" + NETWORK + "?open=" + CLUSTER,
            "/networks/" + NETWORK + "/graph",
            "/networks/" + NETWORK + "/graph?within=" + CLUSTER,
            "/contact?key=" + Paths.encoded(PHONE))) {
      assertThat(analyst.get(path).body()).as(path).doesNotContain(HIDDEN);
    }
    for (String path :
        List.of(
            "/?q=offer",
            "/worklist?tag=orchard",
            "/networks/" + NETWORK + "/graph?within=" + CLUSTER)) {
      assertThat(analyst.get(path).body()).as(path).contains("········");
    }
  }

  @Test
  void isShownToWhoeverAsksForIt() throws Exception {
    assertThat(analyst.get("/adverts/" + advert).body()).contains(HIDDEN);
    String masked = analyst.get("/clusters/" + CLUSTER).body();
    assertThat(masked).contains("href=\"/clusters/" + CLUSTER + "?wording=whole\"");
    assertThat(analyst.get("/clusters/" + CLUSTER + "?wording=whole").body()).contains(HIDDEN);
  }

  private static AssessedAdvert advert(int number) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", AT)
            .title("Offer " + HIDDEN)
            .body("An offer with " + HIDDEN + " in it, number " + number)
            .build();
    String text = advert.text();
    int first = text.indexOf(HIDDEN);
    int second = text.indexOf(HIDDEN, first + 1);
    return new AssessedAdvert(
        advert,
        "en",
        List.of(new Contact(ContactType.PHONE, "+33639980001", "FR", new Span(0, 0), 0)),
        Entities.none(),
        List.of(
            new Indicator(
                "SX-10",
                "invented",
                "invented",
                EvidenceGrade.EXPERT,
                true,
                List.of(
                    new Span(first, first + HIDDEN.length()),
                    new Span(second, second + HIDDEN.length())),
                "")),
        new Assessment("sexual", Outcome.RISK, 0.9, 2, List.of(), "invented-1", "1"));
  }

  private static NetworkProfile network() {
    return new NetworkProfile(
        NETWORK,
        2,
        1,
        1,
        1,
        AT,
        AT,
        Map.of(CLUSTER, 2L),
        Map.of(PHONE, 2L),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(new NetworkEdge(CLUSTER, PHONE, 2)),
        List.of(),
        0.9,
        0.5);
  }
}
