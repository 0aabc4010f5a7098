package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.MispGalaxy;
import org.vigie.classifier.Taxonomy;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.partner.SharedAdvert;

/** MISP joins an event to a cluster by the words of a tag alone. */
class GalaxyTagsTest {
  private static final String TAG = "misp-galaxy:vigie-indicators=";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void ofEventsNameTheClustersThatTheGalaxyHas() throws Exception {
    Taxonomy taxonomy =
        Taxonomy.load(Path.of(System.getProperty("vigie.root", "..")).resolve("models"));
    List<Indicator> signs =
        taxonomy.ids().stream()
            .map(id -> taxonomy.indicator(id, List.of(), Finding.NONE))
            .filter(sign -> !sign.minorRisk())
            .toList();
    String event =
        PartnerFormat.MISP.write(
            new ExportHeader("Unit 7, Example", Tlp.GREEN, NOON), List.of(advert(signs)));
    Set<String> tags = new TreeSet<>();
    for (String name : new ObjectMapper().readTree(event).findValuesAsText("name")) {
      if (name.startsWith(TAG)) {
        tags.add(name);
      }
    }
    Set<String> clusters = new TreeSet<>();
    for (JsonNode cluster :
        new ObjectMapper().readTree(MispGalaxy.of(taxonomy).clusters()).path("values")) {
      clusters.add(TAG + '"' + cluster.path("value").asText() + '"');
    }

    assertThat(tags).hasSameSizeAs(signs).isSubsetOf(clusters);
  }

  private static SharedAdvert advert(List<Indicator> signs) {
    Advert advert = Advert.builder(Channel.values()[0], "example.org", NOON).title("Staff").build();
    Assessment assessment =
        new Assessment("recruitment", Outcome.RISK, 0.9, 2, List.of(), "risk-1", "taxonomy-2");
    return new SharedAdvert(
        new AssessedAdvert(advert, "en", List.of(), Entities.none(), signs, assessment), "");
  }
}
