import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * What kubernetes/ says. The broker, which a unit brings itself, is Compose's; the proxy is nginx,
 * where the root has it.
 */
final class KubernetesManifests implements Manifests {
  private static final Map<String, String> FILES =
      Map.of("pages", "console", "proxy", "console", "tools", "tools/tools");

  private final Path folder;
  private final Machine machine;
  private final Manifests compose;

  KubernetesManifests(Path deploy, Machine machine) throws Exception {
    folder = deploy.resolve("kubernetes");
    this.machine = machine;
    compose = new ComposeManifests(deploy, machine);
  }

  @Override
  public Part part(String asked) throws Exception {
    String name = asked.equals("console") ? "pages" : asked.replaceAll("-\\d$", "");
    if (name.equals("topics")) {
      return compose.part(name);
    }
    String file = FILES.getOrDefault(name, name);
    Map<String, Object> spec = map(yaml(file + ".yaml").get("spec"));
    Map<String, Object> pod =
        spec.containsKey("template") ? map(map(spec.get("template")).get("spec")) : spec;
    Map<String, Object> container = named(list(pod.get("containers")), name);
    List<String> words = new ArrayList<>();
    list(container.getOrDefault("command", List.of("vigie"))).forEach(word -> words.add((String) word));
    list(container.get("args")).forEach(word -> words.add((String) word));
    long limit = bytes((String) map(map(container.get("resources")).get("limits")).get("memory"));
    Map<String, String> environment = machine.environmentOfImage(limit);
    // Every container has them, whatever a pod says of links.
    environment.put("KUBERNETES_SERVICE_HOST", "10.96.0.1");
    environment.put("KUBERNETES_SERVICE_PORT", "443");
    for (Object variable : list(container.get("env"))) {
      environment.put((String) map(variable).get("name"), value(map(variable)));
    }
    Map<String, Path> volumes = new LinkedHashMap<>();
    for (Object mount : list(container.get("volumeMounts"))) {
      String path = (String) map(mount).get("mountPath");
      if (!path.equals("/tmp")) {
        volumes.put(path, source(asked, (String) map(mount).get("name")));
      }
    }
    return new Part(asked, words, environment, volumes, probe(container), limit);
  }

  private static String value(Map<String, Object> variable) {
    if (variable.containsKey("value")) {
      return (String) variable.get("value");
    }
    Map<String, Object> key = map(map(variable.get("valueFrom")).get("secretKeyRef"));
    return key.get("key").equals("access-key") ? USER : PASSWORD;
  }

  private Path source(String part, String volume) throws Exception {
    return switch (volume) {
      case "flink" -> machine.settings("flink", "config.yaml", data("flink.yaml", "config.yaml"));
      case "proxy" -> machine.settings("proxy", "default.conf", data("proxy.yaml", "default.conf"));
      case "tls" -> machine.certificate();
      case "workspace" -> machine.volumeOfGroup(volume);
      default -> machine.volumeOfGroup(part + "-" + volume);
    };
  }

  private String data(String file, String key) throws Exception {
    return (String) map(yaml(file).get("data")).get(key);
  }

  private Part.Probe probe(Map<String, Object> container) {
    Map<String, Object> ready = map(container.get("readinessProbe"));
    if (ready.isEmpty()) {
      return null;
    }
    boolean isHttp = ready.containsKey("httpGet");
    Map<String, Object> asked = map(ready.get(isHttp ? "httpGet" : "tcpSocket"));
    Map<String, Object> port = named(list(container.get("ports")), (String) asked.get("port"));
    return new Part.Probe(
        (String) asked.getOrDefault("scheme", "HTTP"),
        (int) port.get("containerPort"),
        (String) asked.getOrDefault("path", ""),
        List.of());
  }

  @Override
  public Map<String, String> broker() throws Exception {
    return compose.broker();
  }

  @Override
  public List<String> taskManagers() throws Exception {
    List<String> names = new ArrayList<>();
    int replicas = (int) map(yaml("taskmanager.yaml").get("spec")).get("replicas");
    for (int number = 1; number <= replicas; number++) {
      names.add("taskmanager-" + number);
    }
    return names;
  }

  @Override
  public Pages pages(List<String> log) throws Exception {
    return machine.hasNginx()
        ? new Pages("https://127.0.0.1:8443", false, log)
        : new Pages("http://127.0.0.1:8480", true, log);
  }

  private Map<String, Object> yaml(String file) throws Exception {
    return new Yaml().load(Files.readString(folder.resolve(file)));
  }

  private static Map<String, Object> named(List<Object> all, String name) {
    return all.stream()
        .map(KubernetesManifests::map)
        .filter(one -> one.get("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there must be one named " + name));
  }

  private static long bytes(String quantity) {
    long number = Long.parseLong(quantity.replaceAll("[A-Za-z]", ""));
    return quantity.endsWith("Gi") ? number << 30 : number << 20;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }
}
