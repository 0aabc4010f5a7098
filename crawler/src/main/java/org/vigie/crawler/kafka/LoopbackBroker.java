package org.vigie.crawler.kafka;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real Kafka broker on loopback, in a process of its own, with an empty log: for tests.
 *
 * <p>The broker itself must be on the class path of this process.
 */
public final class LoopbackBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private LoopbackBroker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws IOException if it doesn't, with the end of what it printed
   */
  public static LoopbackBroker start(Path folder) throws Exception {
    Path output = folder.resolve("broker.txt");
    int port = freePort();
    Path settings = settings(folder, port, freePort());
    Process format =
        java(
            output,
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            "dmlnaWUtdGVzdC1jbHVzdA",
            "--standalone",
            "--config",
            settings.toString());
    if (!format.waitFor(START.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
      format.destroyForcibly();
      throw new IOException("Kafka must format its folder, but did not:\n" + tail(output));
    }
    LoopbackBroker broker =
        new LoopbackBroker(java(output, "kafka.Kafka", settings.toString()), port);
    try {
      broker.awaitAnswer();
      return broker;
    } catch (Exception e) {
      broker.close();
      throw new IOException("Kafka must start, but did not:\n" + tail(output), e);
    }
  }

  /** Returns {@code HOST:PORT}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  private void awaitAnswer() throws Exception {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try (Admin admin =
          Admin.create(
              Map.of(
                  "bootstrap.servers",
                  bootstrapServers(),
                  "default.api.timeout.ms",
                  2_000,
                  "request.timeout.ms",
                  1_000))) {
        admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException | TimeoutException e) {
        if (!process.isAlive() || System.nanoTime() - deadline > 0) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  private static Path settings(Path folder, int port, int controllerPort) throws IOException {
    String text =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=2
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=2
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.min.session.timeout.ms=1000
        group.initial.rebalance.delay.ms=500
        transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
        log.cleaner.enable=false
        auto.create.topics.enable=false
        """
            .formatted(port, controllerPort, folder.resolve("broker-log"));
    return Files.writeString(folder.resolve("broker.properties"), text);
  }

  private static Process java(Path output, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static String tail(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
