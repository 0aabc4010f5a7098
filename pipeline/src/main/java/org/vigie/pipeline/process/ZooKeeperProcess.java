package org.vigie.pipeline.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A ZooKeeper of one member, in which JobManagers note where the job's state lies. It comes with
 * Flink.
 */
public final class ZooKeeperProcess {
  private static final String MAIN = "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer";

  private ZooKeeperProcess() {}

  /**
   * Writes its settings, and returns its command.
   *
   * @param data folder of what it keeps; made if it isn't there
   * @param host address to listen on
   * @param port port to listen on
   */
  public static JavaCommand of(Path data, String host, int port) throws IOException {
    Files.createDirectories(data);
    Path settings = data.resolve("zoo.cfg");
    Files.writeString(
        settings,
        """
        tickTime=1000
        initLimit=10
        syncLimit=5
        dataDir=%s
        clientPort=%d
        clientPortAddress=%s
        admin.enableServer=false
        autopurge.snapRetainCount=3
        autopurge.purgeInterval=24
        """
            .formatted(data, port, host));
    return new JavaCommand(
        List.of("-Xmx96m"), MAIN, List.of("--zkConfigFile", settings.toString(), "--peerId", "1"));
  }
}
