package org.vigie.pipeline.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.classifier.image.ImageFolder;

/** Starts the processes of a cluster on this machine, from the class path of this process. */
final class ClusterLaunch {
  static final String ZOOKEEPER = "zookeeper";
  static final String JOBMANAGER = "jobmanager";

  /** What the name of a TaskManager begins with; its number follows. */
  static final String TASKMANAGER = "taskmanager-";

  /** A captured page is longer than the 1 MiB that a broker takes unless told otherwise. */
  private static final int MAX_MESSAGE_BYTES = 16 << 20;

  private static final String FLINK = "org.apache.flink.runtime.";

  private final ClusterFolder folder;

  ClusterLaunch(ClusterFolder folder) {
    this.folder = folder;
  }

  /** Starts a process, and writes down that it runs. */
  void start(String name) throws IOException {
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

  private void launch(String name, List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:+UseSerialGC", "-Dlog4j2.configurationFile=log4j2-cluster.xml"));
    command.addAll(ImageFolder.javaOptions());
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
      folder.write(folder.record().with(ClusterProcess.of(name, started.pid())));
    } catch (IOException | RuntimeException e) {
      started.destroyForcibly(); // nobody would find it again
      throw e;
    }
  }

  /** Starts a broker with its topics. */
  void startBroker() throws IOException, InterruptedException {
    LoopbackBroker broker; // left running: what is written down ends it
    try {
      broker = LoopbackBroker.start(folder.empty(StandaloneCluster.KAFKA));
    } catch (InterruptedException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("Kafka must start, but: " + e.getMessage(), e);
    }
    folder.write(
        folder
            .record()
            .with(ClusterProcess.of(StandaloneCluster.KAFKA, broker.pid()))
            .withKafka(broker.bootstrapServers()));
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
      List<NewTopic> topics = StandaloneCluster.TOPICS.stream().map(ClusterLaunch::topic).toList();
      admin.createTopics(topics).all().get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("Kafka must make its topics, but: " + e.getMessage(), e);
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, 2, (short) 1)
        .configs(Map.of("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES)));
  }
}
