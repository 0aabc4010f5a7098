package org.vigie.pipeline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.vigie.pipeline.metric.MetricsPage;

/** The settings that the processes of a cluster read. All of them listen on loopback alone. */
final class FlinkFiles {
  private static final String LOOPBACK = "127.0.0.1";

  /** A lost TaskManager's work finds room on the others. */
  private static final int SLOTS = 2;

  private FlinkFiles() {}

  /** Writes Flink's settings, and returns their folder. */
  static Path flink(ClusterFolder folder, ClusterPlan plan, int zooKeeperPort) throws IOException {
    Configuration flink = new Configuration();
    flink.setString("jobmanager.rpc.address", LOOPBACK);
    flink.setString("jobmanager.bind-host", LOOPBACK);
    flink.setString("taskmanager.host", LOOPBACK);
    flink.setString("taskmanager.bind-host", LOOPBACK);
    flink.setString("taskmanager.numberOfTaskSlots", Integer.toString(SLOTS));
    // Else one TaskManager may have the whole job, and the others nothing.
    flink.setString("taskmanager.load-balance.mode", "SLOTS");
    flink.setString("rest.address", LOOPBACK);
    flink.setString("rest.bind-address", LOOPBACK);
    flink.setString("rest.port", Integer.toString(plan.restPort()));
    flink.setString("rest.bind-port", Integer.toString(plan.restPort()));
    flink.setString("high-availability.type", "zookeeper");
    flink.setString("high-availability.zookeeper.quorum", LOOPBACK + ":" + zooKeeperPort);
    flink.setString("high-availability.cluster-id", "/vigie");
    // So long does it take until a new JobManager may stand in for one that was killed.
    flink.setString("high-availability.zookeeper.client.session-timeout", "10 s");
    flink.setString("high-availability.storageDir", folder.empty("ha").toUri().toString());
    flink.setString("io.tmp.dirs", folder.empty("tmp").toString());
    flink.setString("heartbeat.interval", "1 s");
    flink.setString("heartbeat.timeout", "8 s");
    flink.setString("restart-strategy.type", "exponential-delay");
    flink.setString("restart-strategy.exponential-delay.initial-backoff", "500 ms");
    flink.setString("restart-strategy.exponential-delay.max-backoff", "30 s");
    new MetricsPage(plan.metricsPorts()).addTo(flink);
    Map<String, String> sorted = new TreeMap<>(flink.toMap());
    String text =
        sorted.entrySet().stream()
            .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"\n")
            .collect(Collectors.joining());
    Path settings = folder.emptySettings();
    Files.writeString(settings.resolve("config.yaml"), text);
    return settings;
  }

  /** Returns the file of ZooKeeper's settings. */
  static Path zooKeeper(Path settings) {
    return settings.resolve("zoo.cfg");
  }

  /** Writes ZooKeeper's settings. */
  static void zooKeeper(ClusterFolder folder, Path settings, int port) throws IOException {
    Files.writeString(
        zooKeeper(settings),
        """
        tickTime=1000
        initLimit=10
        syncLimit=5
        dataDir=%s
        clientPort=%d
        clientPortAddress=%s
        admin.enableServer=false
        """
            .formatted(folder.empty("zookeeper"), port, LOOPBACK));
  }
}
