package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.SharedData;
import org.vigie.exchange.marking.Tlp;
import org.xml.sax.InputSource;

class PartnerFormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExportHeader HEADER =
      new ExportHeader("Unit 7, Example", Tlp.AMBER_STRICT, Adverts.NOON);
  private static final HandedAdvert ADVERT = new HandedAdvert(Adverts.advert(null), 3, "c-1");

  @ParameterizedTest
  @EnumSource(PartnerFormat.class)
  void isTheSameEachTimeAndSaysHowFarItMayGo(PartnerFormat format) {
    String once = format.write(HEADER, List.of(ADVERT));

    assertThat(format.write(HEADER, List.of(ADVERT))).isEqualTo(once);
    assertThat(once).containsIgnoringCase("tlp").containsIgnoringCase("amber+strict");
    assertThat(format.write(HEADER, List.of(ADVERT, ADVERT)))
        .as("an advert twice is there once")
        .hasSize(once.length());
  }

  @ParameterizedTest
  @EnumSource(value = PartnerFormat.class, names = "FTM", mode = EnumSource.Mode.EXCLUDE)
  void carriesEachContact(PartnerFormat format) {
    String all = format.write(HEADER, List.of(ADVERT));
    for (Contact contact : ADVERT.advert().contacts()) {
      boolean prefixed =
          contact.type() == ContactType.HANDLE
              || contact.type() == ContactType.WALLET
              || contact.type() == ContactType.PICTURE;
      String value = contact.value();
      String bare = prefixed ? value.substring(value.indexOf(':') + 1) : value;
      String last =
          contact.type() == ContactType.ACCOUNT ? bare.substring(bare.indexOf(' ') + 1) : bare;
      assertThat(all).as(contact.type().label()).contains(last);
    }
  }

  @Test
  void neverHoldsAMinorRiskAdvert() {
    assertThatThrownBy(() -> new HandedAdvert(Adverts.minorRisk(), 1, ""))
        .hasMessageContaining("must not be handed over");
  }

  @Test
  void isStixByTheSchemasOfOasis() throws Exception {
    JsonNode bundle = JSON.readTree(PartnerFormat.STIX.write(HEADER, List.of(ADVERT)));
    Path schemas = SharedData.schemas("stix-2.1").resolve("schemas");

    StixSchemas stix = StixSchemas.load(schemas);
    for (JsonNode object : bundle.path("objects")) {
      String type = object.path("type").asText();
      // A bundle's schema takes what it doesn't know for an object of somebody's own.
      assertThat(stix.problems(stix.fileOf(type), object)).as(type).isEmpty();
    }
    assertThat(stix.problems("common/bundle.json", withoutNotes(bundle))).isEmpty();
    ((ObjectNode) bundle.path("objects").get(1)).remove("name");
    assertThat(stix.problems(stix.fileOf("identity"), bundle.path("objects").get(1)))
        .as("an identity without a name")
        .isNotEmpty();
  }

  /**
   * The bundle's schema has forgotten notes (STIX 2.1, section 4.14); they have one of their own.
   */
  private static JsonNode withoutNotes(JsonNode bundle) {
    ObjectNode copy = bundle.deepCopy();
    copy.withArray("objects").removeIf(object -> object.path("type").asText().equals("note"));
    return copy;
  }

  @Test
  void namesObservablesAsTheStandardDoes() {
    // By Python's uuid.uuid5 of the canonical JSON in the namespace of section 2.9.
    assertThat(StixIds.observable("url", Map.of("value", "https://example.org/jobs")))
        .isEqualTo("url--8ead773c-09e2-52e0-806f-67c1edf8f8d4");
  }

  @Test
  void isAMispEventByMispsSchemaTemplatesAndTypes() throws Exception {
    Path misp = SharedData.schemas("misp");
    JsonNode event = JSON.readTree(PartnerFormat.MISP.write(HEADER, List.of(ADVERT)));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
            .getSchema(Files.readString(misp.resolve("core-format/schema.json")));

    // The schema has no objects: it sees their attributes as the event's own.
    ObjectNode flat = event.deepCopy();
    ArrayNode all = ((ObjectNode) flat.path("Event")).withArray("Attribute");
    flat.path("Event")
        .path("Object")
        .forEach(object ->
            object
                .path("Attribute")
                .forEach(attribute ->
                    all.add(((ObjectNode) attribute.deepCopy()).without("object_relation"))));
    ((ObjectNode) flat.path("Event")).remove("Object");
    assertThat(schema.validate(flat)).isEmpty();
    JsonNode types = JSON.readTree(misp.resolve("core-format/describeTypes.json").toFile());
    List<JsonNode> attributes = new ArrayList<>();
    event.path("Event").path("Attribute").forEach(attributes::add);
    for (JsonNode object : event.path("Event").path("Object")) {
      JsonNode template =
          JSON.readTree(
              misp.resolve("misp-objects/objects/" + object.path("name").asText() + ".json")
                  .toFile());
      assertThat(object.path("template_uuid")).isEqualTo(template.path("uuid"));
      assertThat(object.path("template_version").asText())
          .isEqualTo(template.path("version").asText());
      assertThat(object.path("meta-category")).isEqualTo(template.path("meta-category"));
      Set<String> relations = new HashSet<>();
      for (JsonNode attribute : object.path("Attribute")) {
        String relation = attribute.path("object_relation").asText();
        relations.add(relation);
        assertThat(attribute.path("type"))
            .isEqualTo(template.path("attributes").path(relation).path("misp-attribute"));
        attributes.add(attribute);
      }
      List<String> oneOf = new ArrayList<>();
      template.path("requiredOneOf").forEach(name -> oneOf.add(name.asText()));
      assertThat(relations).as(object.path("name").asText()).containsAnyElementsOf(oneOf);
    }
    assertThat(attributes).isNotEmpty();
    for (JsonNode attribute : attributes) {
      List<String> allowed = new ArrayList<>();
      types
          .path("result")
          .path("category_type_mappings")
          .path(attribute.path("category").asText())
          .forEach(type -> allowed.add(type.asText()));
      assertThat(allowed).contains(attribute.path("type").asText());
    }
    assertThat(references(event)).isSubsetOf(uuids(event));
    assertThat(
            schema.validate(
                JSON.readTree(
                    misp.resolve("core-format/examples/event-null-field-invalid.json").toFile())))
        .as("what MISP says is none")
        .isNotEmpty();
  }

  private static Set<String> references(JsonNode event) {
    return Set.copyOf(event.findValuesAsText("referenced_uuid"));
  }

  private static Set<String> uuids(JsonNode event) {
    return Set.copyOf(event.findValuesAsText("uuid"));
  }

  @Test
  void areEntitiesByTheModelOfFollowTheMoney() throws Exception {
    Path ftm = SharedData.schemas("followthemoney");
    JsonNode model = JSON.readTree(ftm.resolve("defaultModel.json").toFile());
    String lines = PartnerFormat.FTM.write(HEADER, List.of(ADVERT));
    Set<String> ids = new HashSet<>();
    Map<String, JsonNode> entities = new HashMap<>();
    for (String line : lines.split("\n")) {
      JsonNode entity = JSON.readTree(line);
      assertThat(ids.add(entity.path("id").asText())).isTrue();
      entities.put(entity.path("id").asText(), entity);
      FtmModel.check(model, entity);
    }
    assertThat(lines)
        .contains(
            "crime.traffick.human",
            "\"phoneMentioned\":[\"+33639980001\"]",
            "\"emailMentioned\":[\"boss@example.org\"]",
            "\"iban\":[\"GB33BUKB20201555555555\"]",
            "\"username\":[\"example_name\"]",
            "\"language\":[\"eng\"]");
    for (JsonNode entity : entities.values()) {
      if (!entity.path("schema").asText().equals("HyperText")) {
        assertThat(entity.toString()).as("no topic but a document's").doesNotContain("topics");
      }
      for (String link : List.of("document", "entity")) {
        entity.path("properties").path(link).forEach(id -> assertThat(ids).contains(id.asText()));
      }
    }
  }

  @Test
  void isAGraphThatAnXmlParserReads() throws Exception {
    String xml = PartnerFormat.GRAPHML.write(HEADER, List.of(ADVERT));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));

    Set<String> nodes = new HashSet<>();
    var all = document.getElementsByTagName("node");
    for (int i = 0; i < all.getLength(); i++) {
      nodes.add(all.item(i).getAttributes().getNamedItem("id").getNodeValue());
    }
    assertThat(nodes).contains(ADVERT.id(), "c-1", "phone:+33639980001").hasSize(10);
    var edges = document.getElementsByTagName("edge");
    assertThat(edges.getLength()).isEqualTo(9);
    for (int i = 0; i < edges.getLength(); i++) {
      var ends = edges.item(i).getAttributes();
      assertThat(nodes)
          .contains(
              ends.getNamedItem("source").getNodeValue(),
              ends.getNamedItem("target").getNodeValue());
    }
  }
}
