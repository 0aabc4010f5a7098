package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.advert.Mandate;

/** The node of the investigation that all of a graph belongs to, with its mandate and marking. */
final class InvestigationNode {
  private InvestigationNode() {}

  /**
   * Adds the investigation to a graph.
   *
   * @param objects ids of all nodes, to which those that are added here come
   */
  static void add(ContactNode.Adder adder, Graph graph, Dossier dossier, List<String> objects) {
    Mandate mandate = dossier.mandate();
    String authorization = Graph.id("case-investigation:Authorization", mandate.id());
    ObjectNode allowed = adder.add(authorization, "case-investigation:Authorization");
    allowed.put("case-investigation:authorizationType", mandate.legalBasis());
    allowed.put("case-investigation:authorizationIdentifier", mandate.id());
    allowed.put("uco-core:description", "approved by " + mandate.approvedBy());
    allowed.set("uco-core:endTime", Graph.time(mandate.validUntil()));
    String marking = marking(adder, dossier);
    ObjectNode all =
        graph.add(
            Graph.id("case-investigation:Investigation", mandate.caseId()),
            "case-investigation:Investigation");
    all.put("uco-core:name", mandate.caseId());
    all.put("case-investigation:focus", mandate.purpose());
    all.set("case-investigation:relevantAuthorization", Graph.ref(authorization));
    all.set("uco-core:objectMarking", Graph.ref(marking));
    all.set("uco-core:object", Graph.refs(objects));
  }

  private static String marking(ContactNode.Adder adder, Dossier dossier) {
    String tlp = "TLP:" + EvidencePackage.tlp(dossier);
    ObjectNode model =
        Graph.inner(Graph.id("uco-marking:StatementMarking", tlp), "uco-marking:StatementMarking");
    model.put("uco-marking:definitionType", "statement");
    model.put("uco-marking:statement", tlp);
    String id = Graph.id("uco-marking:MarkingDefinition", tlp);
    ObjectNode definition = adder.add(id, "uco-marking:MarkingDefinition");
    definition.put("uco-marking:definitionType", "statement");
    definition.set("uco-marking:definition", model);
    return id;
  }
}
