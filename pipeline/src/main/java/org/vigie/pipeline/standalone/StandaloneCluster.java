package org.vigie.pipeline.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** A machine that is busy with much else needs long; a process with a fault ends at once. */
  private static final Duration START = Duration.ofMinutes(4);

  private static final Duration SAVEPOINT = Duration.ofMinutes(10);

  /** The broker's name among the processes: it can't be mended, since its topics go with it. */
  public static final String KAFKA = "kafka";

  private final Workspace workspace;
  private final ClusterFolder folder;
  private final ClusterLaunch launch;

  public StandaloneCluster(Workspace workspace) {
    this.workspace = workspace;
    folder = ClusterFolder.of(workspace);
    launch = new ClusterLaunch(folder);
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
      return folder.record();
    } catch (IOException | InterruptedException | RuntimeException e) {
      endProcesses();
      throw e;
    }
  }

  private void startProcesses(ClusterPlan plan) throws IOException, InterruptedException {
    int zooKeeperPort = FreePort.find();
    Path settings = FlinkFiles.flink(folder, plan, zooKeeperPort);
    FlinkFiles.zooKeeper(folder, settings, zooKeeperPort);
    launch.start(ClusterLaunch.ZOOKEEPER);
    launch.start(ClusterLaunch.JOBMANAGER);
    for (int number = 1; number <= plan.taskManagers(); number++) {
      launch.start(ClusterLaunch.TASKMANAGER + number);
    }
    if (plan.kafka()) {
      launch.startBroker();
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
    ClusterRecord cluster = folder.record();
    List<String> gone = cluster.dead().stream().map(ClusterProcess::name).toList();
    if (gone.contains(KAFKA)) {
      throw new IOException(
          "the broker must run, but is gone with its topics; stop the cluster and start another");
    }
    for (String name : gone) {
      launch.start(name);
    }
    int taskManagers = 0;
    for (ClusterProcess process : cluster.processes()) {
      taskManagers += process.name().startsWith(ClusterLaunch.TASKMANAGER) ? 1 : 0;
    }
    awaitTaskManagers(cluster.restPort(), taskManagers);
    return gone;
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
                lastLine(ClusterLaunch.TASKMANAGER + 1)));
  }

  private static int taskManagers(FlinkRest rest) throws InterruptedException {
    try {
      return rest.get("overview").path("taskmanagers").asInt();
    } catch (IOException e) {
      return 0; // it isn't up yet
    }
  }

  private void requireAlive() throws IOException {
    for (ClusterProcess process : folder.record().dead()) {
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
    folder.write(folder.record().withJob(job));
  }

  /**
   * Saves the job, if there is one, and ends all processes.
   *
   * @param force whether they are ended where the job can't be saved: its last checkpoint stays
   * @return where the job is saved; empty if there was none, or it couldn't be
   * @throws IOException if the job can't be saved; the cluster then goes on
   */
  public Optional<String> stop(boolean force) throws IOException, InterruptedException {
    ClusterRecord cluster = folder.record();
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
    for (ClusterProcess process : folder.record().processes().reversed()) {
      process.end();
    }
    folder.forget();
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
}
