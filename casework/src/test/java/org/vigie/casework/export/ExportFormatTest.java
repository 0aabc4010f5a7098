package org.vigie.casework.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.search.SearchResult;
import org.vigie.search.Snippet;
import org.vigie.text.safe.Known;

class ExportFormatTest {
  private static final SearchResult.Hit HIT =
      new SearchResult.Hit(
          Known.advert(),
          new SearchResult.Cluster("c-0123", 3),
          2,
          new Snippet("…", List.of()),
          null);

  @Test
  void writesAnAdvertAsOneLineOfJson() throws Exception {
    String line = written(ExportFormat.JSONL);

    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    assertThat(new ObjectMapper().readTree(line).at("/advert/contacts/0/value").asText())
        .isEqualTo("+33639980001");
  }

  @Test
  void writesAsManyCellsAsColumns() throws Exception {
    List<String> rows = List.of(written(ExportFormat.CSV).split("\r\n"));
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).startsWith("\"advert\",\"cluster\",\"times_seen\"");
    assertThat(rows.getLast())
        .startsWith(
            "\""
                + Known.advert().advert().id()
                + "\",\"c-0123\",\"2\",\"0.934\",\"risk\",\"LX-07"
                + " SX-05 SX-01\",\"phone:+33639980001\",\"job-board\"");
    assertThat(rows.getLast().split("\",\"", -1)).hasSameSizeAs(rows.getFirst().split("\",\"", -1));
  }

  @Test
  void tellsTheSitesDateFromOurs() throws Exception {
    List<String> rows = List.of(written(ExportFormat.CSV).split("\r\n"));
    List<String> names = List.of(rows.getFirst().split("\",\"", -1));
    List<String> cells = List.of(rows.getLast().split("\",\"", -1));

    assertThat(names).containsSequence("time", "posted", "seen");
    assertThat(cells.get(names.indexOf("posted"))).isEqualTo(Known.TIME.toString());
    assertThat(AdvertCells.of(alone(unposted())))
        .containsSequence(Known.TIME.toString(), "", Known.TIME.toString());
  }

  @Test
  void keepsTheNamesAndOrderOfWhatProgramsRead() throws Exception {
    JsonNode line = new ObjectMapper().readTree(written(ExportFormat.JSONL));

    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly(
            "advert",
            "clusterId",
            "clusterSize",
            "timesSeen",
            "snippet",
            "matches",
            "goneSince",
            "risk",
            "alike");
    assertThat(line.path("clusterId").asText()).isEqualTo("c-0123");
    assertThat(line.path("snippet").asText()).isEqualTo("…");
  }

  private static SearchResult.Hit alone(AssessedAdvert advert) {
    return new SearchResult.Hit(
        advert, SearchResult.Cluster.NONE, 1, new Snippet("", List.of()), null);
  }

  private static AssessedAdvert unposted() {
    AssessedAdvert known = Known.advert();
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", Known.TIME).body("invented").build();
    return new AssessedAdvert(
        advert, "en", List.of(), Entities.none(), List.of(), known.assessment());
  }

  private static String written(ExportFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExportSink sink = format.into(out)) {
      sink.add(HIT);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
