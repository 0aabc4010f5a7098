package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.casework.Readme;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifests of {@code deploy/}, against the schemas that Kubernetes, Kustomize and Compose
 * publish. They lie outside the repository; without them these tests are skipped.
 */
class DeploySchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path DEPLOY = Readme.project().resolve("deploy");

  /** Group of an API, as the names of the schemas' files have it. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "v1", "v1",
          "apps/v1", "apps-v1",
          "networking.k8s.io/v1", "networking-v1");

  private final Path schemas = shared().resolve("schemas");

  @BeforeEach
  void requireSchemas() {
    assumeTrue(Files.isDirectory(schemas), "the public schemas of manifests are absent");
  }

  static Stream<Path> manifests() throws IOException {
    return files().filter(file -> !file.endsWith("kustomization.yaml"));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyManifestIsOneThatKubernetesTakes(Path manifest) throws Exception {
    JsonNode resource = YAML.readTree(manifest.toFile());

    assertThat(problems(resource, kubernetes(resource))).isEmpty();
  }

  static Stream<Path> kustomizations() throws IOException {
    return files().filter(file -> file.endsWith("kustomization.yaml"));
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOY.resolve("kubernetes"))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everyKustomizationIsOneThatKustomizeTakes(Path file) throws Exception {
    JsonNode kustomization = YAML.readTree(file.toFile());

    assertThat(problems(kustomization, schemas.resolve("kubernetes/kustomization.json"))).isEmpty();
  }

  @Test
  void theServicesAreSuchAsComposeTakes() throws Exception {
    assertThat(problems(compose(), composeSchema())).isEmpty();
  }

  @Test
  void theSchemasRefuseWhatNobodyReads() throws Exception {
    ObjectNode console =
        (ObjectNode) YAML.readTree(DEPLOY.resolve("kubernetes/console.yaml").toFile());
    ((ObjectNode) console.at("/spec/template/spec/securityContext")).put("runasNonRoot", true);
    assertThat(problems(console, kubernetes(console))).isNotEmpty();
    ObjectNode compose = (ObjectNode) compose();
    ((ObjectNode) compose.at("/services/console")).put("readonly", true);
    assertThat(problems(compose, composeSchema())).isNotEmpty();
  }

  private Path composeSchema() {
    return schemas.resolve("compose/compose-spec.json");
  }

  /** Returns the schema of a resource's kind, such as deployment-apps-v1.json. */
  private Path kubernetes(JsonNode resource) {
    String kind = resource.path("kind").asText().toLowerCase(Locale.ROOT);
    String group = GROUPS.get(resource.path("apiVersion").asText());
    return schemas
        .resolve("kubernetes/v1.34.0-standalone-strict")
        .resolve(kind + "-" + group + ".json");
  }

  private static JsonNode compose() throws IOException {
    return JSON.valueToTree(
        new Yaml().<Object>load(Files.readString(DEPLOY.resolve("docker-compose.yml"))));
  }

  /** Both go as text: the validator has a newer Jackson. */
  private static List<String> problems(JsonNode document, Path schema) throws IOException {
    ObjectNode rules = (ObjectNode) JSON.readTree(schema.toFile());
    // Compose's own is a file's name, which this validator takes for no identifier.
    rules.remove("$id");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(rules.toString())
        .validate(document.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static Path shared() {
    String given = System.getenv().getOrDefault("VIGIE_SHARED", "");
    Path folder = given.isBlank() ? Readme.project().resolve("../shared") : Path.of(given);
    return folder.resolve("data");
  }
}
