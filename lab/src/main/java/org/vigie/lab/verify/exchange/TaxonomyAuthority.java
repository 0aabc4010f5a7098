package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.vigie.classifier.MispTaxonomy;
import org.vigie.classifier.Taxonomy;

/** The schema of misp-taxonomies, which a pull request upstream must keep. */
final class TaxonomyAuthority implements Authority {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path models;

  /**
   * @param models folder that holds the taxonomy
   */
  TaxonomyAuthority(Path models) {
    this.models = models;
  }

  @Override
  public String name() {
    return "taxonomy tags";
  }

  @Override
  public String folder() {
    return "misp/misp-taxonomies";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    JsonNode taxonomy = JSON.readTree(MispTaxonomy.of(Taxonomy.load(models)));
    AuthoritySchema schema = schema(schemas);
    JsonNode nameless = ((ObjectNode) taxonomy.deepCopy()).without("namespace");
    JsonNode unnumbered = ((ObjectNode) taxonomy.deepCopy()).put("version", "two");
    return new Judgement(
        taxonomy.findValues("entry").stream().mapToInt(JsonNode::size).sum(),
        schema.problems(taxonomy),
        !schema.problems(nameless).isEmpty() && !schema.problems(unnumbered).isEmpty());
  }

  /** It names no draft, writes {@code id} as the fourth does, and has two lists out of place. */
  private static AuthoritySchema schema(Path schemas) throws Exception {
    JsonNode schema = JSON.readTree(schemas.resolve("schema.json").toFile());
    ((ObjectNode) schema).put("$schema", "http://json-schema.org/draft-04/schema#");
    for (JsonNode inner : schema.findParents("properties")) {
      ((ObjectNode) inner.get("properties")).remove(List.of("required"));
    }
    return AuthoritySchema.draft4(schema.toString());
  }
}
