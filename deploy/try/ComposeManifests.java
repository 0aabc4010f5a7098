import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml says. */
final class ComposeManifests implements Manifests {
  private final Map<String, Object> compose;
  private final Path deploy;
  private final Machine machine;

  ComposeManifests(Path deploy, Machine machine) throws Exception {
    this.deploy = deploy;
    this.machine = machine;
    compose = new Yaml().load(Files.readString(deploy.resolve("docker-compose.yml")));
  }

  @Override
  public Part part(String name) throws Exception {
    // What an admin runs beside them is run in the console's place (docker compose run).
    Map<String, Object> service = service(name.equals("tools") ? "console" : name);
    List<String> words = new ArrayList<>(list(service.getOrDefault("entrypoint", List.of("vigie"))));
    words.addAll(list(service.get("command")));
    Map<String, String> environment = machine.environmentOfImage(0);
    map(service.get("environment"))
        .forEach((key, value) ->
            environment.put(
                key,
                value.replace("${STORE_USER}", USER).replace("${STORE_PASSWORD}", PASSWORD)));
    return new Part(name, words, environment, volumes(name, service), probe(service), 0);
  }

  private Map<String, Path> volumes(String name, Map<String, Object> service) throws Exception {
    Map<String, Path> volumes = new LinkedHashMap<>();
    for (String volume : list(service.get("volumes"))) {
      boolean isNamed = volume.contains(":");
      String folder = isNamed ? volume.substring(volume.indexOf(':') + 1) : volume;
      String source = isNamed ? volume.substring(0, volume.indexOf(':')) : name + folder.replace('/', '-');
      volumes.put(folder, machine.volume(source));
    }
    if (service.containsKey("configs")) {
      volumes.put("/etc/vigie/flink", machine.settings(deploy.resolve("flink/config.yaml")));
    }
    return volumes;
  }

  @SuppressWarnings("unchecked")
  private Part.Probe probe(Map<String, Object> service) {
    Map<String, Object> check = (Map<String, Object>) service.get("healthcheck");
    if (check == null) {
      return null;
    }
    List<String> test = list(check.get("test"));
    return new Part.Probe("http", Integer.parseInt(test.get(2)), test.get(3), test.subList(1, test.size()));
  }

  @Override
  public Map<String, String> broker() {
    return map(service("kafka").get("environment"));
  }

  @Override
  public List<String> taskManagers() {
    return List.of("taskmanager");
  }

  /** A proxy on this machine comes in by the gateway of Compose's network. */
  @Override
  public Pages pages(List<String> log) throws Exception {
    String gateway = map(service("console").get("environment")).get("VIGIE_WEB_TRUSTED_PROXIES");
    return new Pages("http://" + gateway + ":8480", true, log);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> service(String name) {
    return ((Map<String, Map<String, Object>>) compose.get("services")).get(name);
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Object words) {
    return words == null ? List.of() : (List<String>) words;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> map(Object entries) {
    return entries == null ? Map.of() : (Map<String, String>) entries;
  }
}
