package org.vigie.lab.documents;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.Readme;
import org.vigie.casework.surroundings.Here;
import org.vigie.cli.StreamJob;
import org.vigie.cli.command.RootCommand;

/**
 * What {@code deploy/} holds, against Flink's own settings, our own commands and schemas.
 *
 * <p>The schemas are the project's own: each allows what these files use, spelled as the programs
 * that read them document it, and refuses everything else. They find slips, not what a program
 * would refuse.
 */
class DeployFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEPLOY = Readme.project().resolve("deploy");
  private static final Pattern METRIC = Pattern.compile("\\bflink_[A-Za-z_]+");

  /** A command of ours in a shell's loop. */
  private static final Pattern VIGIE = Pattern.compile("\\bvigie ([a-z][^&|;\\n]*)");

  private static final String FLINK = "org.apache.flink.configuration.";

  /** Where Flink says which settings there are. */
  private static final List<String> OPTIONS =
      Stream.of(
              "CheckpointingOptions",
              "CoreOptions",
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
    "kubernetes/service-account.yaml, service-account.json",
    "kubernetes/role.yaml, role.json",
    "kubernetes/role-binding.yaml, role-binding.json",
    "kubernetes/proxy.yaml, config-map.json",
    "kubernetes/console.yaml, deployment.json",
    "kubernetes/console-service.yaml, service.json",
    "kubernetes/stream-policy.yaml, network-policy.json",
    "kubernetes/console-policy.yaml, network-policy.json",
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
    ObjectNode console = (ObjectNode) yaml("kubernetes/console.yaml");
    ((ObjectNode) console.at("/spec/template/spec/securityContext")).put("runAsNonRoot", false);
    assertThat(problems(console, "deployment.json")).as("as root").isNotEmpty();
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
    assertThat(values(words(job.path("args")), "--input"))
        .isEqualTo(values(compose, "--input"))
        .hasSize(2);
    requireParsed(words(yaml("docker-compose.yml").at("/services/console/command")));
    requireParsed(words(container("pages").path("args")));
  }

  @Test
  void theIndexGoesFromTheStoreThatTheJobWritesToThePagesAndItsAlertsAreDelivered()
      throws Exception {
    JsonNode compose = yaml("docker-compose.yml").path("services");
    JsonNode job = yaml("kubernetes/stream.yaml").at("/spec/job");
    requireTaken(words(compose.at("/jobmanager/command")), words(compose.at("/index/command")));
    requireTaken(words(job.path("args")), words(container("index").path("args")));
    assertThat(container("index").path("image"))
        .isEqualTo(yaml("kubernetes/stream.yaml").at("/spec/image"));
    assertThat(container("index").path("volumeMounts"))
        .as("the workspace whose pages are served")
        .isEqualTo(container("pages").path("volumeMounts"));
  }

  /** The loop's commands take the index from where the job writes it, then deliver. */
  private void requireTaken(List<String> job, List<String> loop) {
    List<List<String>> commands =
        VIGIE
            .matcher(loop.getLast())
            .results()
            .map(found -> List.of(found.group(1).strip().split(" ")))
            .toList();
    commands.forEach(this::requireParsed);
    assertThat(commands.getFirst()).startsWith("cluster", "fetch");
    assertThat(values(commands.getFirst(), "--from"))
        .isEqualTo(values(job, "--index-store"))
        .hasSize(1);
    assertThat(commands.getLast()).containsExactly("deliver");
  }

  @Test
  void thePartsOnKubernetesReferToEachOther() throws Exception {
    JsonNode stream = yaml("kubernetes/stream.yaml");
    JsonNode console = yaml("kubernetes/console.yaml").path("spec");
    assertThat(stream.at("/spec/serviceAccount"))
        .isEqualTo(yaml("kubernetes/service-account.yaml").at("/metadata/name"))
        .isEqualTo(yaml("kubernetes/role-binding.yaml").at("/subjects/0/name"));
    assertThat(yaml("kubernetes/role-binding.yaml").at("/roleRef/name"))
        .isEqualTo(yaml("kubernetes/role.yaml").at("/metadata/name"));
    // Flink's operator labels the stream's pods with the name of what deployed them.
    assertThat(yaml("kubernetes/stream-policy.yaml").at("/spec/podSelector/matchLabels/app"))
        .isEqualTo(stream.at("/metadata/name"));
    JsonNode labels = console.at("/template/metadata/labels");
    assertThat(yaml("kubernetes/console-policy.yaml").at("/spec/podSelector/matchLabels"))
        .isEqualTo(labels);
    assertThat(yaml("kubernetes/console-service.yaml").at("/spec/selector")).isEqualTo(labels);
    assertThat(console.at("/selector/matchLabels")).isEqualTo(labels);
    JsonNode port = container("proxy").at("/ports/0");
    assertThat(yaml("kubernetes/console-service.yaml").at("/spec/ports/0/targetPort"))
        .isEqualTo(port.path("name"));
    assertThat(yaml("kubernetes/console-policy.yaml").at("/spec/ingress/0/ports/0/port"))
        .isEqualTo(port.path("containerPort"));
    String proxy = yaml("kubernetes/proxy.yaml").at("/data/default.conf").asText();
    assertThat(proxy)
        .contains("listen " + port.path("containerPort").asText() + " ssl;")
        .contains("proxy_pass http://127.0.0.1:8480;");
    assertThat(console.at("/template/spec/volumes/1/configMap/name"))
        .isEqualTo(yaml("kubernetes/proxy.yaml").at("/metadata/name"));
  }

  @Test
  void theStreamWritesItsLogsAsAJsonObjectALine() throws Exception {
    String settings = Files.readString(DEPLOY.resolve("log4j-console.properties"));
    String template = "file:///opt/vigie/log-line.json";
    assertThat(settings).contains(template);
    Path here = folder.resolve("log4j2.properties");
    Path layout = Readme.project().resolve("cli/src/main/resources/log-line.json");
    Files.writeString(here, settings.replace(template, layout.toUri().toString()));

    List<String> lines = logged(here);

    assertThat(lines).hasSize(2);
    JsonNode second = JSON.readTree(lines.getLast());
    assertThat(second.path("message").asText()).isEqualTo("a \"second\"\nline");
    assertThat(second.path("level").asText()).isEqualTo("WARN");
    assertThat(second.path("error").asText()).contains("IllegalStateException");
    String kubernetes =
        yaml("kubernetes/stream.yaml")
            .at("/spec/logConfiguration/log4j-console.properties")
            .asText();
    assertThat(kubernetes.lines().toList())
        .isEqualTo(settings.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /** Has a process of its own say two things, and returns what it wrote. */
  private List<String> logged(Path settings) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlog4j2.configurationFile=" + settings,
                "-cp",
                System.getProperty("java.class.path"),
                SaysTwoThings.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(output);
  }

  /** Writes to the log as Flink's processes do. */
  static final class SaysTwoThings {
    private SaysTwoThings() {}

    public static void main(String[] unused) {
      Logger log = LoggerFactory.getLogger(SaysTwoThings.class);
      log.info("the first");
      log.warn("a \"second\"\nline", new IllegalStateException("why"));
    }
  }

  private static JsonNode container(String name) throws Exception {
    for (JsonNode container :
        yaml("kubernetes/console.yaml").at("/spec/template/spec/containers")) {
      if (container.path("name").asText().equals(name)) {
        return container;
      }
    }
    throw new AssertionError("console.yaml must have a container " + name);
  }

  /** Returns what follows each mention of an option. */
  private static List<String> values(List<String> words, String option) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals(option)) {
        values.add(words.get(i + 1));
      }
    }
    return values;
  }

  private void requireParsed(List<String> words) {
    RootCommand.commandLine(Here.in(folder).surroundings()).parseArgs(words.toArray(String[]::new));
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
    requireParsed(words);
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
