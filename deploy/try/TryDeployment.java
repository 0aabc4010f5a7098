import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the containers of deploy/ in a Debian root by the words and settings of their manifests, and
 * says whether adverts that go in by a topic are found in the pages, though a TaskManager and the
 * JobManager are killed in between. deploy/try/run starts it.
 */
final class TryDeployment {
  private static final List<String> STREAM = List.of("jobmanager", "taskmanager", "store", "index");

  /** One machine has one port 9249; on machines or in containers of their own each has it. */
  private static final int METRICS = 9249;

  private final Machine machine;
  private final Manifests manifests;
  private final Neighbours neighbours;
  private final JobManager job = new JobManager();

  private TryDeployment(Machine machine, Manifests manifests) {
    this.machine = machine;
    this.manifests = manifests;
    neighbours = new Neighbours(machine);
  }

  public static void main(String[] args) {
    try {
      Path deploy = Path.of(args[0]);
      Machine machine = new Machine(Path.of(args[1]), deploy.resolve("try"));
      Manifests manifests =
          args[2].equals("kubernetes")
              ? new KubernetesManifests(deploy, machine)
              : new ComposeManifests(deploy, machine);
      new TryDeployment(machine, manifests).run();
    } catch (AssertionError e) {
      System.out.println("FAILED: " + e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    prepare();
    startAll();
    Pages pages = manifests.pages(machine.lines("console"));
    pages.enter();
    machine.say("two admins have let an analyst in");

    find(pages, "tried-1", "Hotel staff in Lyon", "Lyon");
    awaitCheckpoint();
    String taskManager = manifests.taskManagers().getLast();
    Part killed = machine.kill(taskManager);
    neighbours.send("tried-2", advert("Vineyard hands in Reims"));
    machine.start(killed);
    machine.await("the job goes on from a checkpoint", STREAM, () -> job.restored() > 0 && job.runs());
    awaitFound(pages, "Reims", "tried-2");

    awaitCheckpoint();
    Part jobManager = machine.kill("jobmanager");
    neighbours.send("tried-3", advert("Kitchen help in Nantes"));
    machine.start(jobManager);
    machine.await(
        "the new JobManager takes the job up from its last checkpoint",
        STREAM,
        () -> job.restored() > 0 && job.runs());
    awaitFound(pages, "Nantes", "tried-3");
    if (!pages.shows("Lyon", "tried-1") || !pages.shows("Reims", "tried-2")) {
      throw machine.failed("the pages must still show all adverts, but don't", STREAM);
    }
    machine.say("the pages show all three adverts");
    machine.requireMemory();
    machine.say("done");
  }

  private void prepare() throws Exception {
    Part tools = manifests.part("tools");
    must(tools, "vigie", "--version");
    String init =
        "vigie init --authority Unit --legal-basis Act --purpose trial --case 2026-1"
            + " --approved-by Prosecutor --valid-until 2099-12-31";
    must(tools, init.split(" "));
    must(tools, "vigie", "doctor");
  }

  private void must(Part part, String... words) throws Exception {
    if (machine.run(part, words) != 0) {
      throw machine.failed(String.join(" ", words) + " must end with 0, but doesn't", List.of("once"));
    }
    machine.say(String.join(" ", words));
  }

  private void startAll() throws Exception {
    neighbours.startStore();
    start("zookeeper");
    neighbours.startBroker(manifests.broker());
    Part topics = manifests.part("topics");
    machine.await(
        "the topics are made",
        List.of("once", "kafka"),
        () -> machine.run(topics, topics.words().toArray(String[]::new)) == 0);
    start("jobmanager");
    int port = METRICS + 1;
    for (String name : manifests.taskManagers()) {
      // The pages' figures are on the next one.
      machine.start(withMetricsAt(++port, manifests.part(name)));
    }
    start("console");
    start("index");
    awaitProbe("zookeeper");
    awaitProbe("jobmanager");
    for (String name : manifests.taskManagers()) {
      awaitProbe(name);
    }
    if (manifests instanceof KubernetesManifests && machine.hasNginx()) {
      neighbours.startProxy(manifests.part("proxy"));
      awaitProbe("proxy");
    }
    awaitProbe("console");
    machine.await("all parts of the job run", STREAM, job::runs);
  }

  private void start(String name) throws Exception {
    machine.start(manifests.part(name));
  }

  private static Part withMetricsAt(int port, Part part) {
    List<String> words = new ArrayList<>(part.words());
    words.addAll(List.of("-D", "metrics.reporter.prometheus.port=" + port));
    Part.Probe probe = part.probe();
    List<String> asked = new ArrayList<>(probe.words());
    asked.replaceAll(word -> word.equals("" + METRICS) ? "" + port : word);
    Part.Probe there = new Part.Probe(probe.scheme(), port, probe.path(), asked);
    return new Part(part.name(), words, part.environment(), part.volumes(), there, part.limit());
  }

  /** Asks as the manifest says: by a command in the container, or from outside. */
  private void awaitProbe(String name) throws Exception {
    Part part = machine.started(name);
    Part.Probe probe = part.probe();
    if (probe == null) {
      return;
    }
    machine.await(
        name + " is there, as its probe sees it (port " + probe.port() + " " + probe.path() + ")",
        List.of(name),
        () ->
            !probe.words().isEmpty()
                ? machine.run(part, probe.words().toArray(String[]::new)) == 0
                : probe.path().isEmpty()
                    ? Neighbours.isOpen(probe.port())
                    : Pages.answers(probe));
  }

  private static String advert(String words) {
    return "We keep your passport until the end of the season. " + words + ".";
  }

  private void find(Pages pages, String id, String words, String word) throws Exception {
    neighbours.send(id, advert(words));
    awaitFound(pages, word, id);
  }

  private void awaitFound(Pages pages, String word, String id) throws Exception {
    machine.await(
        "the pages show " + id + " to whoever searches " + word,
        STREAM,
        () -> {
          machine.startAgainIfEnded("index");
          return pages.shows(word, id);
        });
  }

  private void awaitCheckpoint() throws Exception {
    long before = job.completedCheckpoints();
    machine.await(
        "another checkpoint is complete", STREAM, () -> job.completedCheckpoints() > before);
  }
}
