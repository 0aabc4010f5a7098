package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AssessedAdvert;
import org.vigie.exchange.Adverts;

/** What people said, as a graph of CASE has it. */
class CaseGraphTest {
  @Test
  void hasOneJudgementOfAClusterAndItIsOfEachOfItsAdverts() throws Exception {
    HumanJudgement judged = new HumanJudgement(Adverts.NOON, "eva", "cluster:c-1", "lead", "odd");
    List<EvidenceItem> items = new ArrayList<>();
    for (AssessedAdvert advert : List.of(Adverts.advert(null), Adverts.another("a-2"))) {
      items.add(new EvidenceItem(advert, null, "c-1", List.of(judged)));
    }
    Dossier dossier = Dossiers.nowhere(WithheldCaptures.nothing()).withItems(items);
    JsonNode graph =
        new ObjectMapper().readTree(new CaseGraph(dossier, Map.of()).json()).get("@graph");

    List<String> messages = new ArrayList<>();
    List<JsonNode> judgements = new ArrayList<>();
    for (JsonNode node : graph) {
      if (node.path("@type").path(0).asText().equals("uco-observable:Message")) {
        messages.add(node.path("@id").asText());
      } else if (node.path("uco-core:name").asText().equals("human judgement")) {
        judgements.add(node);
      }
    }
    assertThat(messages).hasSize(2);
    assertThat(judgements).hasSize(1);
    assertThat(judgements.getFirst().path("uco-core:object").findValuesAsText("@id"))
        .containsExactlyElementsOf(messages);
  }
}
