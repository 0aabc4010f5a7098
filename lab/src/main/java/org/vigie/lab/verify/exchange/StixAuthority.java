package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.partner.PartnerFormat;

/** The schemas of OASIS for STIX 2.1. */
final class StixAuthority implements Authority {
  @Override
  public String name() {
    return "STIX objects";
  }

  @Override
  public String folder() {
    return "stix-2.1";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    StixSchemas stix = StixSchemas.load(schemas.resolve("schemas"));
    JsonNode bundle = new ObjectMapper().readTree(leads.written(PartnerFormat.STIX));
    List<String> problems = new ArrayList<>();
    for (JsonNode object : bundle.path("objects")) {
      // A bundle's schema takes what it doesn't know for an object of somebody's own.
      problems.addAll(stix.problems(stix.fileOf(object.path("type").asText()), object));
    }
    problems.addAll(stix.problems("common/bundle.json", withoutNotes(bundle)));
    ObjectNode nameless = bundle.path("objects").get(1).deepCopy();
    nameless.remove("name");
    boolean refuses =
        nameless.path("type").asText().equals("identity")
            && !stix.problems(stix.fileOf("identity"), nameless).isEmpty();
    return new Judgement(bundle.path("objects").size(), problems, refuses);
  }

  /**
   * The bundle's schema has forgotten notes (STIX 2.1, section 4.14); they have one of their own.
   */
  private static JsonNode withoutNotes(JsonNode bundle) {
    ObjectNode copy = bundle.deepCopy();
    copy.withArray("objects").removeIf(object -> object.path("type").asText().equals("note"));
    return copy;
  }
}
