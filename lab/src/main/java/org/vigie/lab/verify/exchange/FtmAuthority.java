package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.exchange.partner.PartnerFormat;

/** The model of FollowTheMoney. */
final class FtmAuthority implements Authority {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "FtM entities";
  }

  @Override
  public String folder() {
    return "followthemoney";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    FtmModel model = new FtmModel(JSON.readTree(schemas.resolve("defaultModel.json").toFile()));
    List<String> problems = new ArrayList<>();
    List<JsonNode> entities = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String line : leads.written(PartnerFormat.FTM).lines().toList()) {
      JsonNode entity = JSON.readTree(line);
      entities.add(entity);
      if (!ids.add(entity.path("id").asText())) {
        problems.add("two entities have the same id");
      }
      problems.addAll(model.problems(entity));
    }
    for (JsonNode entity : entities) {
      for (String link : List.of("document", "entity")) {
        for (JsonNode id : entity.path("properties").path(link)) {
          if (!ids.contains(id.asText())) {
            problems.add("%s links to an entity that isn't there".formatted(link));
          }
        }
      }
    }
    ObjectNode wrong = entities.getFirst().deepCopy();
    ((ObjectNode) wrong.path("properties")).putArray("shoeSize").add("44");
    return new Judgement(entities.size(), problems, !model.problems(wrong).isEmpty());
  }
}
