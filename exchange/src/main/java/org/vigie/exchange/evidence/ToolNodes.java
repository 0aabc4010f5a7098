package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.advert.Assessment;
import org.vigie.text.safe.SafeText;

/** The tools of a graph: programs, and models with the hashes of their files. */
final class ToolNodes {
  private static final String TOOL = "uco-tool:AnalyticTool";
  private static final String LABEL = "sha256:";
  private static final String TAXONOMY_FILE = "taxonomy.yaml";

  /** Such as {@code Wget/1.21.3 (linux-gnu)}: a name, then a version, then what it runs on. */
  private static final Pattern PRODUCT =
      Pattern.compile("(?<name>[^/]+?)[/ ]v?(?<version>\\d[^\\s;,()]*)(?:[\\s;,(].*)?");

  /** Such as {@code risk-recruitment-1}. */
  private static final Pattern MODEL = Pattern.compile(".*-(?<version>\\d+)");

  private final ContactNode.Adder adder;
  private final Graph graph;
  private final SortedMap<String, String> models;

  /**
   * @param models file → labelled SHA-256
   */
  ToolNodes(ContactNode.Adder adder, Graph graph, SortedMap<String, String> models) {
    this.adder = adder;
    this.graph = graph;
    this.models = models;
  }

  /** Returns the id of a program that says its name and version in one line of its own. */
  String product(String said) {
    String line = SafeText.line(said);
    Matcher parts = PRODUCT.matcher(line);
    boolean isVersioned = parts.matches();
    String id = Graph.id(TOOL, line);
    if (!graph.has(id)) {
      ObjectNode node = adder.add(id, TOOL);
      node.put("uco-core:name", isVersioned ? parts.group("name") : line);
      if (isVersioned) {
        node.put("uco-tool:version", parts.group("version"));
      }
      node.put("uco-core:description", "as it names itself: " + line);
    }
    return id;
  }

  /** Returns the id of a program. */
  String program(String name, String version) {
    String id = Graph.id(TOOL, name, version);
    if (!graph.has(id)) {
      adder.add(id, TOOL).put("uco-core:name", name).put("uco-tool:version", version);
    }
    return id;
  }

  /** Returns the id of the model that assessed, as it is set up: with a taxonomy. */
  String model(Assessment assessment) {
    String name = assessment.model();
    String id = Graph.id(TOOL, name, assessment.taxonomy());
    if (graph.has(id)) {
      return id;
    }
    ObjectNode node = adder.add(id, TOOL, "uco-tool:ConfiguredTool");
    node.put("uco-core:name", name);
    Matcher version = MODEL.matcher(name);
    if (version.matches()) {
      node.put("uco-tool:version", version.group("version"));
    }
    node.put("uco-tool:toolType", "machine-learning model");
    node.set("uco-configuration:usesConfiguration", Graph.ref(taxonomy(assessment.taxonomy())));
    List<String> files = files(name);
    if (files.isEmpty()) {
      node.put("uco-core:description", "its files were not at hand when the package was made");
    }
    files.forEach(
        file -> RelationNode.add(adder, graph, "uco-core:Relationship", file, id, "Component_Of"));
    return id;
  }

  /** '0' is the character after '/'. */
  private List<String> files(String model) {
    return models.subMap(model + "/", model + "0").entrySet().stream()
        .map(file ->
            FileNode.named(adder, graph, file.getKey(), file.getValue().substring(LABEL.length())))
        .toList();
  }

  /** The list of signs by which adverts are read: what a model is set up with, no model. */
  private String taxonomy(String version) {
    String id = Graph.id("uco-configuration:Configuration", version);
    if (!graph.has(id)) {
      ObjectNode node = adder.add(id, "uco-configuration:Configuration");
      node.put("uco-core:name", "taxonomy of published signs");
      var entries = node.putArray("uco-configuration:configurationEntry");
      entries.add(entry(id, "version", version, "as the assessment names it"));
      String digest = models.get(TAXONOMY_FILE);
      if (digest != null) {
        entries.add(
            entry(id, TAXONOMY_FILE, digest, "SHA-256 of the list as the package was made"));
      }
    }
    return id;
  }

  private static ObjectNode entry(String of, String name, String value, String meaning) {
    String type = "uco-configuration:ConfigurationEntry";
    return Graph.inner(Graph.id(type, of, name), type)
        .put("uco-configuration:itemName", name)
        .put("uco-configuration:itemValue", value)
        .put("uco-configuration:itemDescription", meaning);
  }
}
