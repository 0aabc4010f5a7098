package org.vigie.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContactCut;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.render.NetworkReport;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.search.AdvertIndex;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.safe.Known;

class NetworkViewTest {
  private static final Instant TIME = Known.TIME;

  @TempDir Path folder;

  @Test
  void explainsEachEdgeByAnAdvertAndWhereItNamesTheContact() throws Exception {
    AssessedAdvert advert = Known.advert();
    String single = NetworkMembership.ofSingle(advert.advert().id());

    List<String> lines = lines(advert, single);

    assertThat(lines)
        .contains(
            "  made of      4 adverts in 2 texts, joined by 1 contact",
            "  phone:+33639980001 joins %s: in 1 advert, %s at 47-64 «+33 6.39.98.00.01»"
                .formatted(single, advert.advert().id()),
            "  phone:+33639980001 joins c-0123: in 3 adverts");
  }

  @Test
  void saysWhyAContactWasCutOutWithoutActingOnATerminal() throws Exception {
    AssessedAdvert advert = Known.advert();

    List<String> lines = lines(advert, NetworkMembership.ofSingle(advert.advert().id()));

    assertThat(lines).endsWith("  handle:<U+001B>[2J: in 73 unrelated texts, of at most 50");
  }

  private List<String> lines(AssessedAdvert advert, String single) throws Exception {
    NetworkProfile network =
        new NetworkProfile(
            "n-0123",
            4,
            2,
            1,
            2,
            TIME,
            TIME,
            Map.of("c-0123", 3L, single, 1L),
            Map.of("phone:+33639980001", 4L),
            Map.of(),
            Map.of("jobs.example.org", 4L),
            Map.of("job-board", 4L),
            List.of(
                new NetworkEdge("c-0123", "phone:+33639980001", 3),
                new NetworkEdge(single, "phone:+33639980001", 1)),
            List.of("handle:\u001B[2J"),
            0.9,
            0.5);
    try (ShardWriter writer = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.empty())) {
      writer.put(advert);
      writer.put(network);
      writer.put(new NetworkMembership(single, network.id()));
      writer.put(new ContactCut("handle:\u001B[2J", "in 73 unrelated texts, of at most 50"));
      writer.commit(1);
    }
    try (AdvertIndex index = AdvertIndex.open(folder)) {
      NetworkReport report = NetworkReport.find(index, advert.advert().id(), 10).orElseThrow();
      return new NetworkView(new Style(false)).lines(report, Told.nothing(), "");
    }
  }
}
