package org.vigie.console.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.console.StreamJob;
import org.vigie.console.command.RootCommand;
import org.vigie.console.surroundings.Here;

/** What {@code deploy/} holds, against schemas, Flink's own settings and our own commands. */
class DeployFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEPLOY = Readme.project().resolve("deploy");
  private static final Pattern METRIC = Pattern.compile("\\bflink_[A-Za-z_]+");

  private static final String FLINK = "org.apache.flink.configuration.";

  /** Where Flink says which settings there are. */
  private static final List<String> OPTIONS =
      Stream.of(
              "CheckpointingOptions",
              "StateBackendOptions",
              "PipelineOptions",
              "RestartStrategyOptions",
              "HighAvailabilityOptions",
              "TaskManagerOptions",
              "JobManagerOptions",
              "MetricOptions")
          .map(FLINK::concat)
          .toList();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "kubernetes/stream.yaml, flink-deployment.json",
    "kubernetes/workspace.yaml, persistent-volume-claim.json",
    "kubernetes/kustomization.yaml, kustomization.json",
    "docker-compose.yml, compose.json",
    "prometheus/alarms.yaml, alarms.json"
  })
  void everyFileFitsItsSchema(String file, String schema) throws Exception {
    assertThat(problems(yaml(file), schema)).isEmpty();
  }

  @Test
  void theSchemasRefuseWhatNobodyReads() throws Exception {
    ObjectNode stream = (ObjectNode) yaml("kubernetes/stream.yaml");
    ((ObjectNode) stream.at("/spec/job")).put("upgrademode", "savepoint");
    assertThat(problems(stream, "flink-deployment.json")).isNotEmpty();
    ObjectNode compose = (ObjectNode) yaml("docker-compose.yml");
    ((ObjectNode) compose.at("/services/console")).putArray("ports").add("8480:8480");
    assertThat(problems(compose, "compose.json")).as("a port that all can reach").isNotEmpty();
  }

  @Test
  void everySettingOfFlinkIsOneThatThereIsWithAValueOfItsType() throws Exception {
    Map<String, Object> known = options();
    Map<String, String> kubernetes = new TreeMap<>();
    yaml("kubernetes/stream.yaml")
        .at("/spec/flinkConfiguration")
        .fields()
        .forEachRemaining(field -> kubernetes.put(field.getKey(), field.getValue().asText()));
    Map<String, String> compose = new TreeMap<>();
    yaml("docker-compose.yml")
        .at("/services/jobmanager/environment/FLINK_PROPERTIES")
        .asText()
        .lines()
        .forEach(line ->
            compose.put(
                line.substring(0, line.indexOf(':')),
                line.substring(line.indexOf(':') + 1).strip()));
    assertThat(kubernetes.size() + compose.size()).isGreaterThan(30);
    for (Map<String, String> settings : List.of(kubernetes, compose)) {
      settings.keySet().removeIf(DeployFilesTest::isOfAnotherPart);
      assertThat(known).containsKeys(settings.keySet().toArray(String[]::new));
      requireOfTheirTypes(settings, known);
    }
  }

  @Test
  void findsAValueThatFlinkCannotRead() {
    assertThatThrownBy(() ->
            requireOfTheirTypes(
                Map.of("execution.checkpointing.interval", "30 parsecs"), options()))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  /** Settings that plug-ins and the operator read. */
  private static boolean isOfAnotherPart(String key) {
    return key.matches("(s3|metrics\\.reporter|kubernetes\\.operator)\\..*");
  }

  /** Returns Flink's settings: key → option. */
  private static Map<String, Object> options() throws ReflectiveOperationException {
    Map<String, Object> known = new TreeMap<>();
    for (String options : OPTIONS) {
      for (Field field : Class.forName(options).getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && field.getType().getSimpleName().equals("ConfigOption")) {
          Object option = field.get(null);
          known.put((String) option.getClass().getMethod("key").invoke(option), option);
        }
      }
    }
    return known;
  }

  /** Has Flink read each value as its option says. */
  private static void requireOfTheirTypes(Map<String, String> settings, Map<String, Object> known)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(FLINK + "Configuration");
    Object configuration = type.getConstructor().newInstance();
    Method put = type.getMethod("setString", String.class, String.class);
    Method get = type.getMethod("get", Class.forName(FLINK + "ConfigOption"));
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      put.invoke(configuration, setting.getKey(), setting.getValue());
      assertThat(get.invoke(configuration, known.get(setting.getKey())))
          .as(setting.getKey())
          .isNotNull();
    }
  }

  @Test
  void theJobIsStartedByAClassAndWordsThatThereAre() throws Exception {
    JsonNode job = yaml("kubernetes/stream.yaml").at("/spec/job");
    assertThat(job.path("entryClass").asText()).isEqualTo(StreamJob.class.getName());
    requireUnderstood(words(job.path("args")));
    List<String> compose = words(yaml("docker-compose.yml").at("/services/jobmanager/command"));
    assertThat(compose.subList(0, 3))
        .containsExactly("standalone-job", "--job-classname", StreamJob.class.getName());
    requireUnderstood(compose.subList(3, compose.size()));
    List<String> serve = words(yaml("docker-compose.yml").at("/services/console/command"));
    RootCommand.commandLine(Here.in(folder).surroundings()).parseArgs(serve.toArray(String[]::new));
  }

  @Test
  void everyResourceOfTheKustomizationIsThere() throws Exception {
    for (String resource : words(yaml("kubernetes/kustomization.yaml").path("resources"))) {
      assertThat(DEPLOY.resolve("kubernetes").resolve(resource)).exists();
    }
  }

  @Test
  void theAlarmsLookAtMetricsThatTheBoardShows() throws Exception {
    Set<String> shown = metrics(Files.readString(DEPLOY.resolve("grafana/stream.json")));
    Set<String> watched = metrics(Files.readString(DEPLOY.resolve("prometheus/alarms.yaml")));
    assertThat(watched).hasSizeGreaterThan(5).isSubsetOf(shown);
    for (String alarm : Files.readAllLines(DEPLOY.resolve("prometheus/alarms.yaml"))) {
      if (alarm.strip().startsWith("- alert: ")) {
        assertThat(Readme.text("docs/operate.md")).contains(alarm.strip().substring(9));
      }
    }
  }

  private void requireUnderstood(List<String> submit) {
    List<String> words = new ArrayList<>(List.of("cluster", "submit", "--here"));
    words.addAll(submit);
    RootCommand.commandLine(Here.in(folder).surroundings()).parseArgs(words.toArray(String[]::new));
  }

  private static Set<String> metrics(String text) {
    Set<String> metrics = new TreeSet<>();
    METRIC.matcher(text).results().map(MatchResult::group).forEach(metrics::add);
    return metrics;
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** Reads a file, with what YAML merges into a map written out. */
  private static JsonNode yaml(String file) throws Exception {
    String text = Files.readString(DEPLOY.resolve(file));
    JsonNode read = YAML.readTree(text);
    JsonNode common = read.path("x-flink");
    if (common.isObject()) {
      for (JsonNode service : read.path("services")) {
        if (service.has("<<")) {
          ((ObjectNode) service).remove("<<");
          common
              .fields()
              .forEachRemaining(field -> {
                if (!service.has(field.getKey())) {
                  ((ObjectNode) service).set(field.getKey(), field.getValue());
                }
              });
        }
      }
    }
    return read;
  }

  private static Set<ValidationMessage> problems(JsonNode document, String schema)
      throws Exception {
    JsonNode rules = JSON.readTree(DEPLOY.resolve("schema").resolve(schema).toFile());
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(rules);
    return compiled.validate(document);
  }
}
