package org.vigie.pipeline.standalone;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;

/**
 * A real Flink cluster of processes on this machine: ZooKeeper, a JobManager, TaskManagers, and a
 * Kafka broker if asked.
 *
 * <p>For trying out and for tests; docs/how-to/operate.md tells what a unit uses. Its processes
 * outlive the one that started them, and are found again by what {@link ClusterFolder} holds. They
 * run from the class path of this process.
 */
public final class StandaloneCluster {
  /** Topics of its broker, which it makes itself. */
  public static final List<String> TOPICS =
      List.of("adverts", "captures", "alerts", "dead-letters");

  /** A captured page is longer than the 1 MiB that a broker takes unless told otherwise. */
  private static final int MAX_MESSAGE_BYTES = 16 << 20;

  /** A machine that is busy with much else needs long; a process with a fault ends at once. */
  private static final Duration START = Duration.ofMinutes(4);

  private static final Duration SAVEPOINT = Duration.ofMinutes(10);
  private static final String FLINK = "org.apache.flink.runtime.";
  private static final String ZOOKEEPER = "zookeeper";
  private static final String JOBMANAGER = "jobmanager";
  private static final String TASKMANAGER = "taskmanager-";

  /** The broker's name among the processes: it can't be mended, since its topics go with it. */
  public static final String KAFKA = "kafka";

  private final Workspace workspace;
  private final ClusterFolder folder;

  public StandaloneCluster(Workspace workspace) {
    this.workspace = workspace;
    folder = ClusterFolder.of(workspace);
  }

  /**
   * Starts a cluster, and returns once all its TaskManagers are there.
   *
   * @throws WorkspaceInUseException if the workspace has one that runs
   * @throws IOException if a port is taken, or a process doesn't start, with the end of its log
   */
  public ClusterRecord start(ClusterPlan plan) throws IOException, InterruptedException {
    if (folder.read().filter(ClusterRecord::runs).isPresent()) {
      throw new WorkspaceInUseException(workspace.root());
    }
    requireFree(plan.restPort());
    Files.createDirectories(folder.folder());
    folder.empty("logs");
    folder.write(new ClusterRecord(plan.restPort(), null, List.of(), null));
    try {
      startProcesses(plan);
      awaitTaskManagers(plan.restPort(), plan.taskManagers());
      return record();
    } catch (IOException | InterruptedException | RuntimeException e) {
      endProcesses();
      throw e;
    }
  }

  private void startProcesses(ClusterPlan plan) throws IOException, InterruptedException {
    int zooKeeperPort = freePort();
    Path settings = FlinkFiles.flink(folder, plan, zooKeeperPort);
    FlinkFiles.zooKeeper(folder, settings, zooKeeperPort);
    launch(ZOOKEEPER);
    launch(JOBMANAGER);
    for (int number = 1; number <= plan.taskManagers(); number++) {
      launch(TASKMANAGER + number);
    }
    if (plan.kafka()) {
      startKafka();
    }
  }

  /**
   * Starts again those processes that are gone, and returns once all TaskManagers are there. A new
   * JobManager takes the job up from its last checkpoint, where ZooKeeper says it lies.
   *
   * @return the names of what was started
   * @throws IOException if a process doesn't start, or is one that can't be started again: the
   *     broker, whose log begins empty
   */
  public List<String> mend() throws IOException, InterruptedException {
    ClusterRecord cluster = record();
    List<String> gone = cluster.dead().stream().map(ClusterProcess::name).toList();
    if (gone.contains(KAFKA)) {
      throw new IOException(
          "the broker must run, but is gone with its topics; stop the cluster and start another");
    }
    for (String name : gone) {
      launch(name);
    }
    int taskManagers = 0;
    for (ClusterProcess process : cluster.processes()) {
      taskManagers += process.name().startsWith(TASKMANAGER) ? 1 : 0;
    }
    awaitTaskManagers(cluster.restPort(), taskManagers);
    return gone;
  }

  private void launch(String name) throws IOException {
    Path settings = folder.settings();
    switch (name) {
      case ZOOKEEPER ->
          launch(
              name,
              List.of("-Xmx96m"),
              FLINK + "zookeeper.FlinkZooKeeperQuorumPeer",
              List.of(
                  "--zkConfigFile", FlinkFiles.zooKeeper(settings).toString(), "--peerId", "1"));
      case JOBMANAGER ->
          launch(
              name,
              List.of("-Xmx512m", "-XX:MaxMetaspaceSize=256m"),
              FLINK + "entrypoint.StandaloneSessionClusterEntrypoint",
              List.of("-c", settings.toString()));
      default ->
          launch(
              name,
              List.of("-Xmx768m", "-XX:MaxDirectMemorySize=256m", "-XX:MaxMetaspaceSize=256m"),
              FLINK + "taskexecutor.TaskManagerRunner",
              taskManager(settings, name.substring(TASKMANAGER.length())));
    }
  }

  /** What the scripts of Flink's distribution would reckon out. */
  private static List<String> taskManager(Path settings, String number) {
    List<String> arguments = new ArrayList<>(List.of("-c", settings.toString()));
    List<String> wishes =
        List.of(
            "taskmanager.cpu.cores=1.0",
            "taskmanager.resource-id=tm" + number,
            "taskmanager.memory.framework.heap.size=128m",
            "taskmanager.memory.task.heap.size=640m",
            "taskmanager.memory.framework.off-heap.size=128m",
            "taskmanager.memory.task.off-heap.size=64m",
            "taskmanager.memory.network.min=64m",
            "taskmanager.memory.network.max=64m",
            "taskmanager.memory.managed.size=128m",
            "taskmanager.memory.jvm-metaspace.size=256m",
            "taskmanager.memory.jvm-overhead.min=128m",
            "taskmanager.memory.jvm-overhead.max=128m");
    for (String wish : wishes) {
      arguments.addAll(List.of("-D", wish));
    }
    return arguments;
  }

  private void startKafka() throws IOException, InterruptedException {
    LoopbackBroker broker; // left running: what is written down ends it
    try {
      broker = LoopbackBroker.start(folder.empty(KAFKA));
    } catch (InterruptedException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("Kafka must start, but: " + e.getMessage(), e);
    }
    folder.write(
        record().with(ClusterProcess.of(KAFKA, broker.pid())).withKafka(broker.bootstrapServers()));
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
      List<NewTopic> topics = TOPICS.stream().map(StandaloneCluster::topic).toList();
      admin.createTopics(topics).all().get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("Kafka must make its topics, but: " + e.getMessage(), e);
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, 2, (short) 1)
        .configs(Map.of("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES)));
  }

  private void launch(String name, List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:+UseSerialGC", "-Dlog4j2.configurationFile=log4j2-cluster.xml"));
    command.add("-Djava.io.tmpdir=" + folder.folder().resolve("tmp"));
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add(main);
    command.addAll(arguments);
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    process.environment().put("CLASSPATH", System.getProperty("java.class.path", ""));
    Process started = process.start();
    try {
      folder.write(record().with(ClusterProcess.of(name, started.pid())));
    } catch (IOException | RuntimeException e) {
      started.destroyForcibly(); // nobody would find it again
      throw e;
    }
  }

  private void awaitTaskManagers(int restPort, int wanted)
      throws IOException, InterruptedException {
    FlinkRest rest = new FlinkRest(restPort);
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      requireAlive();
      if (taskManagers(rest) >= wanted) {
        return;
      }
      Thread.sleep(250);
    }
    throw new IOException(
        "%d TaskManagers must be there within %d s, but %d are; their logs are in %s, and that of the first ends with: %s"
            .formatted(
                wanted,
                START.toSeconds(),
                taskManagers(rest),
                folder.folder().resolve("logs"),
                lastLine(TASKMANAGER + 1)));
  }

  private static int taskManagers(FlinkRest rest) throws InterruptedException {
    try {
      return rest.get("overview").path("taskmanagers").asInt();
    } catch (IOException e) {
      return 0; // it isn't up yet
    }
  }

  private void requireAlive() throws IOException {
    for (ClusterProcess process : record().dead()) {
      throw new IOException(
          "%s must start, but ended: %s".formatted(process.name(), lastLine(process.name())));
    }
  }

  private String lastLine(String process) throws IOException {
    List<String> log = Files.readAllLines(folder.log(process));
    return log.isEmpty() ? "nothing" : log.getLast();
  }

  /** Notes the job that the cluster now has. */
  public void submitted(String job) throws IOException {
    folder.write(record().withJob(job));
  }

  /**
   * Saves the job, if there is one, and ends all processes.
   *
   * @param force whether they are ended where the job can't be saved: its last checkpoint stays
   * @return where the job is saved; empty if there was none, or it couldn't be
   * @throws IOException if the job can't be saved; the cluster then goes on
   */
  public Optional<String> stop(boolean force) throws IOException, InterruptedException {
    ClusterRecord cluster = record();
    Optional<String> saved = Optional.empty();
    String job = cluster.job();
    if (job != null && cluster.runs()) {
      try {
        saved = Optional.of(save(cluster.restPort(), job));
      } catch (IOException e) {
        if (!force) {
          throw e;
        }
      }
    }
    endProcesses();
    return saved;
  }

  private String save(int port, String job) throws IOException, InterruptedException {
    Path savepoints = workspace.state().resolve("savepoints");
    Files.createDirectories(savepoints);
    return new FlinkRest(port).stopWithSavepoint(job, savepoints, SAVEPOINT);
  }

  private void endProcesses() throws IOException, InterruptedException {
    // The last first: ZooKeeper is needed until the others are gone.
    for (ClusterProcess process : record().processes().reversed()) {
      process.end();
    }
    folder.forget();
  }

  private ClusterRecord record() throws IOException {
    return folder
        .read()
        .orElseThrow(() -> new IOException("a cluster must have been started, but none was"));
  }

  private static void requireFree(int port) throws IOException {
    try {
      new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    } catch (IOException e) {
      throw new IOException(
          "port %d of 127.0.0.1 must be free, but is taken; choose another with --port"
              .formatted(port),
          e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
