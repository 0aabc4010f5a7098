package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.StreamJob;
import org.vigie.cli.command.RootCommand;
import org.yaml.snakeyaml.Yaml;

/**
 * What {@code deploy/} holds, against Flink's own settings, our own commands and each other. {@link
 * DeploySchemasTest} has it against the public schemas of Kubernetes and Compose.
 */
class DeployFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEPLOY = Readme.project().resolve("deploy");
  private static final Pattern METRIC = Pattern.compile("\\bflink_[A-Za-z_]+");

  /** A command of ours in a shell's loop. */
  private static final Pattern VIGIE = Pattern.compile("\\bvigie ([a-z][^&|;\\n]*)");

  private static final String JOB = "org.vigie.cli.StreamJob";
  private static final List<String> PODS =
      List.of("console", "index", "jobmanager", "taskmanager", "tools/tools", "zookeeper");

  /** Of these, those that ask, and are asked nothing. */
  private static final Set<String> QUIET = Set.of("index", "tools/tools");

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
              "MetricOptions",
              "RestOptions",
              "BlobServerOptions",
              "WebOptions",
              "RpcOptions",
              "SecurityOptions")
          .map(FLINK::concat)
          .toList();

  @TempDir Path folder;

  @Test
  void everySettingOfFlinkIsOneThatThereIsWithAValueOfItsType() throws Exception {
    Map<String, Object> known = options();
    Map<String, String> compose = settings(DEPLOY.resolve("flink/config.yaml").toFile());
    Map<String, String> kubernetes =
        settings(yaml("kubernetes/flink.yaml").at("/data/config.yaml").asText());
    assertThat(kubernetes).as("the same on Kubernetes").isEqualTo(compose);
    Map<String, String> installed = settings(DEPLOY.resolve("dist/config.yaml").toFile());
    assertThat(compose.size() + installed.size()).isGreaterThan(30);
    for (Map<String, String> settings : List.of(compose, installed)) {
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

  private static Map<String, String> settings(File file) throws IOException {
    return settings(Files.readString(file.toPath()));
  }

  private static Map<String, String> settings(String yaml) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    YAML.readTree(yaml)
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    return settings;
  }

  /** Settings that plug-ins read. */
  private static boolean isOfAnotherPart(String key) {
    return key.matches("(s3|metrics\\.reporter)\\..*");
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
  void everyProcessIsStartedByWordsOfOurs() throws Exception {
    JsonNode compose = compose().path("services");
    for (String service : List.of("topics", "zookeeper", "jobmanager", "taskmanager", "console")) {
      requireParsed(words(compose.path(service).path("command")));
    }
    for (String process : List.of("zookeeper", "jobmanager", "taskmanager")) {
      requireParsed(words(container(process, process).path("args")));
    }
    requireParsed(words(container("console", "pages").path("args")));
    List<String> onCompose = job(words(compose.at("/jobmanager/command")));
    List<String> onKubernetes = job(words(container("jobmanager", "jobmanager").path("args")));
    requireParsed(Stream.concat(Stream.of("cluster", "submit"), onCompose.stream()).toList());
    assertThat(onKubernetes).isEqualTo(onCompose);
    assertThat(values(onCompose, "--input")).hasSize(2);
    assertThat(JOB).isEqualTo(StreamJob.class.getName());
  }

  /** Returns the words of the job in those of a JobManager. */
  private static List<String> job(List<String> words) {
    return words.subList(words.indexOf("--") + 1, words.size());
  }

  @Test
  void theIndexGoesFromTheStoreThatTheJobWritesToThePagesAndItsAlertsAreDelivered()
      throws Exception {
    JsonNode compose = compose().path("services");
    List<String> job = words(compose.at("/jobmanager/command"));
    requireTaken(job, words(compose.at("/index/command")));
    requireTaken(job, words(container("index", "index").path("args")));
    assertThat(words(compose.at("/index/entrypoint")))
        .as("a step that fails ends the loop and is told")
        .isEqualTo(words(container("index", "index").path("command")))
        .containsExactly("/bin/sh", "-ec");
    assertThat(container("index", "index").path("volumeMounts"))
        .as("the workspace whose pages are served")
        .contains(container("console", "pages").at("/volumeMounts/0"));
    assertThat(yaml("kubernetes/console.yaml").toString())
        .as("what ends while the store is away takes the pages away if it is in their pod")
        .doesNotContain("cluster fetch");
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
    assertThat(commands.getLast()).containsExactly("deliver", "--if-named");
  }

  @Test
  void thePartsOnKubernetesReferToEachOther() throws Exception {
    JsonNode console = yaml("kubernetes/console.yaml").path("spec");
    JsonNode labels = console.at("/template/metadata/labels");
    assertThat(yaml("kubernetes/console-policy.yaml").at("/spec/podSelector/matchLabels"))
        .isEqualTo(labels);
    assertThat(yaml("kubernetes/console-service.yaml").at("/spec/selector")).isEqualTo(labels);
    assertThat(console.at("/selector/matchLabels")).isEqualTo(labels);
    JsonNode port = container("console", "proxy").at("/ports/0");
    assertThat(yaml("kubernetes/console-service.yaml").at("/spec/ports/0/targetPort"))
        .isEqualTo(port.path("name"));
    assertThat(yaml("kubernetes/console-policy.yaml").at("/spec/ingress/0/ports/0/port"))
        .isEqualTo(port.path("containerPort"));
    assertThat(yaml("kubernetes/proxy.yaml").at("/data/default.conf").asText())
        .contains("listen " + port.path("containerPort").asText() + " ssl;")
        .contains("proxy_pass http://127.0.0.1:8480;")
        .as("files of a case may have 10 MB")
        .contains("client_max_body_size 12m;");
    for (String name : List.of("jobmanager", "zookeeper")) {
      assertThat(yaml("kubernetes/" + name + "-service.yaml").at("/spec/selector"))
          .isEqualTo(yaml("kubernetes/" + name + ".yaml").at("/spec/selector/matchLabels"));
    }
    for (String name : PODS) {
      JsonNode pod = pod(name);
      for (JsonNode volume : pod.at("/spec/volumes").findValues("configMap")) {
        assertThat(List.of("vigie-flink", "vigie-proxy")).contains(volume.path("name").asText());
      }
      assertThat(pod.at("/spec/enableServiceLinks"))
          .as("a service's variables must not pass for settings: " + name)
          .isEqualTo(BooleanNode.FALSE);
    }
  }

  @Test
  void everyPodKeepsToTheRestrictedLevelAndSaysHowItIs() throws Exception {
    assertThat(
            yaml("kubernetes/namespace.yaml")
                .at("/metadata/labels")
                .path("pod-security.kubernetes.io/enforce")
                .asText())
        .isEqualTo("restricted");
    for (String name : PODS) {
      JsonNode pod = pod(name).path("spec");
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).as(name).isTrue();
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .as(name)
          .isEqualTo("RuntimeDefault");
      for (JsonNode container : pod.path("containers")) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation")).isEqualTo(BooleanNode.FALSE);
        assertThat(words(security.at("/capabilities/drop"))).containsExactly("ALL");
        assertThat(container.path("resources").has("limits")).isTrue();
      }
      boolean listens = !pod.findValues("ports").isEmpty();
      assertThat(pod.findValues("readinessProbe").isEmpty()).as(name).isNotEqualTo(listens);
      assertThat(pod.findValues("livenessProbe").isEmpty()).as(name).isNotEqualTo(listens);
      assertThat(listens).as(name).isEqualTo(!QUIET.contains(name));
    }
  }

  @Test
  void noImageIsWhateverIsNewest() throws Exception {
    for (JsonNode image : compose().findValues("image")) {
      assertThat(image.asText())
          .contains(":")
          .doesNotEndWith(":latest")
          .matches("vigie:.*|[$][{](KAFKA|STORE)_IMAGE:-.*[}]"); // others by digest
    }
    String version = yaml("kubernetes/kustomization.yaml").at("/images/0/newTag").asText();
    assertThat(yaml("kubernetes/tools/kustomization.yaml").at("/images/0/newTag").asText())
        .isEqualTo(version);
    assertThat(compose().at("/services/console/image").asText()).endsWith(":" + version);
    assertThat(Files.readString(Readme.project().resolve("pom.xml")))
        .contains("<version>" + version + "</version>");
    assertThat(Files.readString(DEPLOY.resolve("Dockerfile")))
        .contains("ARG VERSION=" + version, "ARG BASE_DIGEST=");
  }

  /** Each pattern that lets something in leads to the release or to the probe. */
  @Test
  void anImageIsMadeOfTheReleaseAndOfNothingOfTheRepositoryBeside() throws Exception {
    List<String> patterns =
        Readme.text(".dockerignore").lines().filter(line -> !line.startsWith("#")).toList();

    assertThat(patterns.getFirst()).isEqualTo("*");
    assertThat(
            patterns.stream().filter(line -> line.startsWith("!")).map(line -> line.substring(1)))
        .allMatch(let ->
            "lab/target/dist/vigie-*.tar.gz".startsWith(let) || "deploy/probe".startsWith(let));
  }

  @Test
  void theStreamWritesItsLogsAsAJsonObjectALine() throws Exception {
    List<String> lines = logged("log4j2-cluster.xml");

    assertThat(lines).hasSize(2);
    JsonNode second = JSON.readTree(lines.getLast());
    assertThat(second.path("message").asText()).isEqualTo("a \"second\"\nline");
    assertThat(second.path("level").asText()).isEqualTo("WARN");
    assertThat(second.path("error").asText()).contains("IllegalStateException");
  }

  /** Has a process of its own say two things, and returns what it wrote. */
  private List<String> logged(String settings) throws Exception {
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

  /** Returns the pod that a file holds, or that it has others made by. */
  private static JsonNode pod(String file) throws Exception {
    JsonNode resource = yaml("kubernetes/" + file + ".yaml");
    return resource.path("kind").asText().equals("Pod") ? resource : resource.at("/spec/template");
  }

  private static JsonNode container(String file, String name) throws Exception {
    for (JsonNode container : pod(file).at("/spec/containers")) {
      if (container.path("name").asText().equals(name)) {
        return container;
      }
    }
    throw new AssertionError(file + ".yaml must have a container " + name);
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
    RootCommand.commandLine(Here.in(folder).environment()).parseArgs(words.toArray(String[]::new));
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
    for (JsonNode group : yaml("prometheus/alarms.yaml").path("groups")) {
      for (JsonNode alarm : group.path("rules")) {
        assertThat(alarm.at("/annotations/description").asText())
            .as("what to do about %s", alarm.path("alert").asText())
            .isNotEmpty();
      }
    }
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

  private static JsonNode yaml(String file) throws IOException {
    return YAML.readTree(DEPLOY.resolve(file).toFile());
  }

  /** Returns what Compose reads, with what YAML merges and repeats written out. */
  private static JsonNode compose() throws IOException {
    return JSON.valueToTree(
        new Yaml().<Object>load(Files.readString(DEPLOY.resolve("docker-compose.yml"))));
  }
}
