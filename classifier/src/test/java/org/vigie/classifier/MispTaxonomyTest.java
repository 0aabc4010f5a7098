package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MispTaxonomyTest {
  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
  }

  /**
   * The schema of misp-taxonomies, which isn't copied here. It names no draft, writes {@code id} as
   * the fourth does, and has two lists out of place.
   */
  private static Schema schema() throws IOException {
    Path file =
        ModelsFolder.sharedData().resolve("schemas/misp/misp-taxonomies/schema.json").normalize();
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    JsonNode schema = new ObjectMapper().readTree(file.toFile());
    ((ObjectNode) schema).put("$schema", "http://json-schema.org/draft-04/schema#");
    for (JsonNode inner : schema.findParents("properties")) {
      ((ObjectNode) inner.get("properties")).remove(List.of("required"));
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(schema.toString());
  }

  @Test
  void isValidToTheSchemaOfMisp() throws IOException {
    assertThat(schema().validate(MispTaxonomy.of(taxonomy), InputFormat.JSON)).isEmpty();
  }

  @Test
  void wouldBeToldOfABrokenRule() throws IOException {
    String broken = MispTaxonomy.of(taxonomy).replace("\"version\" : 2", "\"version\" : \"two\"");

    assertThat(schema().validate(broken, InputFormat.JSON)).hasSize(1);
  }

  @Test
  void holdsEveryRowOnceUnderAPredicateOfItsOwn() throws IOException {
    JsonNode tags = new ObjectMapper().readTree(MispTaxonomy.of(taxonomy));
    List<String> predicates = new ArrayList<>();
    List<String> filled = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    tags.get("predicates").forEach(p -> predicates.add(p.get("value").asText()));
    tags.get("values").forEach(v -> filled.add(v.get("predicate").asText()));
    tags.get("values").forEach(v -> v.get("entry").forEach(e -> ids.add(e.get("value").asText())));

    assertThat(filled).doesNotHaveDuplicates().containsExactlyElementsOf(predicates);
    assertThat(ids).containsExactlyInAnyOrderElementsOf(taxonomy.ids());
  }

  /** MISP holds a tag in 255 characters, and takes those that differ in case alone for one. */
  @Test
  void makesTagsThatMispCanHold() throws IOException {
    JsonNode root = new ObjectMapper().readTree(MispTaxonomy.of(taxonomy));
    List<String> tags = new ArrayList<>();
    for (JsonNode values : root.get("values")) {
      for (JsonNode entry : values.get("entry")) {
        tags.add(
            "%s:%s=\"%s\""
                .formatted(
                    root.get("namespace").asText(),
                    values.get("predicate").asText(),
                    entry.get("value").asText())
                .toLowerCase(Locale.ROOT));
      }
    }

    assertThat(tags).contains("vigie-indicators:control=\"rc-07\"").doesNotHaveDuplicates();
    assertThat(tags)
        .allMatch(tag -> tag.length() <= 255)
        .allMatch(tag -> tag.matches("[a-z0-9-]+:[a-z0-9-]+=\"[a-z0-9-]+\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"namespace", "description", "version", "predicates"})
  void wouldBeToldOfAFieldThatIsMissing(String field) throws IOException {
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(MispTaxonomy.of(taxonomy));
    root.remove(field);

    assertThat(schema().validate(root.toString(), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void isTheSameEachTimeToTheByte() throws IOException {
    assertThat(MispTaxonomy.of(Taxonomy.load(ModelsFolder.path())))
        .isEqualTo(MispTaxonomy.of(taxonomy))
        .doesNotContain("\r")
        .endsWith("}\n");
  }

  @Test
  void refusesAVersionThatIsNoNumber(@TempDir Path models) throws IOException {
    Files.writeString(models.resolve(Taxonomy.FILE), "version: mine\nindicators: []\n");
    Taxonomy unnumbered = Taxonomy.load(models);

    assertThatThrownBy(() -> MispTaxonomy.of(unnumbered))
        .hasMessage(
            "MISP numbers versions, so the taxonomy's must end in a number, but was 'mine'");
  }
}
