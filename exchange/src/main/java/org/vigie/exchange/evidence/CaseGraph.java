package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Provenance;
import org.vigie.exchange.evidence.PackedCapture.Fate;

/**
 * A dossier in CASE 1.4 and UCO 1.4: observables with their provenance, what the machine made of
 * them, and what people said, each its own kind of node.
 *
 * <p>Fact is an observable; a machine's assessment is an {@code AnalyticResult} with the tool that
 * made it; a judgement is an {@code Annotation} by an identity.
 *
 * @see <a href="https://caseontology.org/">CASE</a>
 */
final class CaseGraph {
  private static final String ACTION = "case-investigation:InvestigativeAction";

  private final Dossier dossier;
  private final Map<String, PackedCapture> packed;
  private final Graph graph = new Graph();
  private final List<String> objects = new ArrayList<>();

  /** Judgement → what it is of. */
  private final Map<String, ArrayNode> judged = new HashMap<>();

  private final ToolNodes tools;

  CaseGraph(Dossier dossier, Map<String, PackedCapture> packed) {
    this.dossier = dossier;
    this.packed = packed;
    this.tools = new ToolNodes(this::node, graph, dossier.made().models());
  }

  String json() {
    String authority = identity("uco-identity:Organization", dossier.mandate().authority());
    String examiner = identity("uco-identity:Identity", dossier.made().by());
    String tool = tools.product(dossier.made().software());
    for (EvidenceItem item : dossier.items()) {
      add(item, authority, tool);
    }
    handover(authority, examiner, tool);
    InvestigationNode.add(this::node, graph, dossier, objects);
    return graph.json();
  }

  private String identity(String type, String name) {
    String id = Graph.id(type, name);
    if (!graph.has(id)) {
      node(id, type).put("uco-core:name", name);
    }
    return id;
  }

  private ObjectNode node(String id, String... types) {
    objects.add(id);
    return graph.add(id, types);
  }

  private void add(EvidenceItem item, String authority, String tool) {
    Advert advert = item.advert().advert();
    String message = message(advert);
    String record = provenance(item, message);
    String capture = captured(item, record, message, authority, tool);
    String pictures = advert.pictureText().isEmpty() ? "" : read(advert, message, capture);
    for (Contact contact : item.advert().contacts()) {
      String node = ContactNode.add(this::node, graph, contact);
      if (advert.isInPicture(contact.span())) {
        RelationNode.add(this::node, graph, "uco-core:Relationship", pictures, node, "Mentions");
      } else {
        relate(message, node, "Contains");
      }
    }
    numbers(item, message, capture);
    assess(item, message, capture);
    for (HumanJudgement judgement : item.judgements()) {
      judge(judgement, message);
    }
  }

  private String message(Advert advert) {
    String id = Graph.id("uco-observable:Message", advert.id());
    ObjectNode facet =
        Graph.inner(
            Graph.id("uco-observable:MessageFacet", advert.id()), "uco-observable:MessageFacet");
    if (!advert.ownText().isEmpty()) {
      facet.put("uco-observable:messageText", advert.ownText());
    }
    facet.put("uco-observable:messageID", advert.id());
    facet.put("uco-observable:messageType", "advert, " + advert.channel().label());
    if (advert.postedAt() != null) {
      facet.set("uco-observable:sentTime", Graph.time(advert.postedAt()));
    }
    node(id, "uco-observable:Message").set("uco-core:hasFacet", facet);
    if (!advert.url().isEmpty()) {
      relate(id, ContactNode.url(this::node, graph, advert.url()), "Contained_Within");
    }
    return id;
  }

  /** What the advert was read from, with its hash: the exhibit. */
  private String provenance(EvidenceItem item, String message) {
    List<String> exhibit = new ArrayList<>(List.of(message));
    String file = FileNode.add(this::node, graph, packed(item));
    if (file != null) {
      exhibit.add(file);
      relate(message, file, "Contained_Within");
    }
    String id = Graph.id("case-investigation:ProvenanceRecord", item.id());
    ObjectNode record = node(id, "case-investigation:ProvenanceRecord");
    record.put("case-investigation:exhibitNumber", item.id());
    record.put("uco-core:description", source(item.advert().advert().provenance()));
    record.set("uco-core:object", Graph.refs(exhibit));
    return id;
  }

  private static String source(@Nullable Provenance from) {
    return from == null
        ? "no source is known"
        : "%s at %d, payload %s".formatted(from.container(), from.position(), from.payloadDigest());
  }

  private PackedCapture packed(EvidenceItem item) {
    return packed.getOrDefault(item.id(), PackedCapture.none(Fate.NEVER_CAPTURED));
  }

  /** What fetched a page is what its capture says; no other tool is put down for it. */
  private String captured(
      EvidenceItem item, String record, String message, String authority, String tool) {
    PackedCapture capture = packed(item);
    boolean isFromFile = capture.fate() == Fate.NEVER_CAPTURED;
    String id = Graph.id(ACTION, "capture", item.id());
    ObjectNode action = node(id, ACTION);
    action.put("uco-core:name", isFromFile ? "taken in from a file" : "captured");
    action.set("uco-action:startTime", Graph.time(item.advert().advert().seenAt()));
    action.set("uco-action:performer", Graph.ref(authority));
    if (isFromFile) {
      action.set("uco-action:instrument", Graph.ref(tool));
    } else if (capture.software().isEmpty()) {
      action.put("uco-core:description", "the package doesn't tell what captured it");
    } else {
      action.set("uco-action:instrument", Graph.ref(tools.product(capture.software())));
    }
    action.set("uco-action:result", Graph.refs(List.of(message, record)));
    return id;
  }

  /** Adds what a program read in pictures, and returns the id of that. */
  private String read(Advert advert, String message, String capture) {
    String id = Graph.id("uco-analysis:AnalyticResult", advert.id(), Advert.PICTURES);
    ObjectNode result = node(id, "uco-analysis:AnalyticResult", "uco-core:Annotation");
    MachineText.describe(result, advert, message);
    machineAction(
        Graph.id(ACTION, "read", advert.id()),
        "read by a machine in pictures",
        message,
        tools.program(MachineText.PROGRAM, "not recorded"),
        id,
        capture);
    return id;
  }

  /** Numbers that are no telephone, since no country is known: what a program read, as text. */
  private void numbers(EvidenceItem item, String message, String capture) {
    if (item.advert().entities().unplacedNumbers().isEmpty()) {
      return;
    }
    String id = Graph.id("uco-analysis:AnalyticResult", item.id(), "numbers");
    ObjectNode result = node(id, "uco-analysis:AnalyticResult", "uco-core:Annotation");
    MachineText.describeNumbers(result, item.advert(), message);
    machineAction(
        Graph.id(ACTION, "numbers", item.id()),
        "read by a machine in words",
        message,
        tools.program("Vigie", "not recorded"),
        id,
        capture);
  }

  private void machineAction(
      String id, String name, String message, String tool, String result, String capture) {
    ObjectNode action = node(id, ACTION);
    action.put("uco-core:name", name);
    action.set("uco-action:object", Graph.ref(message));
    action.set("uco-action:instrument", Graph.ref(tool));
    action.set("uco-action:result", Graph.ref(result));
    action.set("case-investigation:wasInformedBy", Graph.ref(capture));
  }

  private void assess(EvidenceItem item, String message, String capture) {
    for (Assessment assessment : item.advert().assessments()) {
      String result = result(item, assessment, message);
      machineAction(
          Graph.id(ACTION, "assess", item.id(), assessment.form()),
          "assessed by a machine",
          message,
          tools.model(assessment),
          result,
          capture);
    }
  }

  private String result(EvidenceItem item, Assessment assessment, String message) {
    String id = Graph.id("uco-analysis:AnalyticResult", item.id(), assessment.form());
    ObjectNode result = node(id, "uco-analysis:AnalyticResult", "uco-core:Annotation");
    result.put("uco-core:name", "machine assessment, " + assessment.form());
    result.set("uco-core:object", Graph.ref(message));
    var statements = result.putArray("uco-core:statement");
    statements.add("A calibrated estimate for a person to check; neither fact nor verdict.");
    for (Indicator indicator : item.advert().indicators()) {
      statements.add(indicator.described());
    }
    ObjectNode classified =
        Graph.inner(
            Graph.id("uco-analysis:ArtifactClassification", id),
            "uco-analysis:ArtifactClassification");
    classified.put("uco-analysis:class", assessment.form() + ": " + assessment.outcome().label());
    classified.set(
        "uco-analysis:classificationConfidence",
        Graph.typed(
            "xsd:decimal", BigDecimal.valueOf(assessment.riskProbability()).toPlainString()));
    ObjectNode facet =
        Graph.inner(
            Graph.id("uco-analysis:ArtifactClassificationResultFacet", id),
            "uco-analysis:ArtifactClassificationResultFacet");
    facet.set("uco-analysis:classification", classified);
    result.set("uco-core:hasFacet", facet);
    return id;
  }

  private void judge(HumanJudgement judgement, String message) {
    String by = identity("uco-identity:Identity", judgement.by());
    String id =
        Graph.id(
            "uco-core:Annotation",
            judgement.by(),
            judgement.at().toString(),
            judgement.subject(),
            judgement.opinion());
    ArrayNode known = judged.get(id);
    if (known != null) {
      known.add(Graph.ref(message)); // one judgement of a cluster belongs to each of its adverts
      return;
    }
    ObjectNode annotation = node(id, "uco-core:Annotation");
    annotation.put("uco-core:name", "human judgement");
    annotation.put("uco-core:statement", judgement.opinion() + ": " + judgement.why());
    annotation.put("uco-core:description", "of " + judgement.subject());
    annotation.set("uco-core:objectCreatedTime", Graph.time(judgement.at()));
    annotation.set("uco-core:createdBy", Graph.ref(by));
    judged.put(id, annotation.putArray("uco-core:object").add(Graph.ref(message)));
  }

  private void relate(String from, String to, String kind) {
    String type = "uco-observable:ObservableRelationship";
    RelationNode.add(this::node, graph, type, from, to, kind);
  }

  private void handover(String authority, String examiner, String tool) {
    String recipient = identity("uco-identity:Identity", dossier.handover().recipient());
    ObjectNode action = node(Graph.id(ACTION, "package", dossier.id()), ACTION);
    action.put("uco-core:name", "packaged for another authority");
    action.put(
        "uco-core:description",
        "grant %d, asked by %s, granted by %s"
            .formatted(
                dossier.handover().grant(),
                dossier.handover().askedBy(),
                dossier.handover().grantedBy()));
    action.set("uco-action:startTime", Graph.time(dossier.made().at()));
    action.set("uco-action:performer", Graph.ref(examiner));
    action.set("uco-action:instrument", Graph.ref(tool));
    action.set("uco-action:participant", Graph.refs(List.of(authority, recipient)));
  }
}
