package org.vigie.pipeline.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real Kafka broker on loopback, in a process of its own, with an empty log: for tests and for
 * trying out.
 *
 * <p>The broker itself must be on the class path of this process; see {@link #isThere}.
 */
public final class LoopbackBroker implements AutoCloseable {
  /** A machine that is busy with much else needs long; one that has a fault ends at once. */
  private static final Duration START = Duration.ofMinutes(4);

  private static final String SCRAM = "SCRAM-SHA-256";

  private final Process process;
  private final int port;
  private final Map<String, String> login;

  private LoopbackBroker(Process process, int port, Map<String, String> login) {
    this.process = process;
    this.port = port;
    this.login = login;
  }

  /** Whether this process has a broker on its class path: what is installed hasn't. */
  public static boolean isThere() {
    return ClassLoader.getSystemResource("kafka/Kafka.class") != null;
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws IOException if it doesn't, with why and the end of what it printed, in one line
   */
  public static LoopbackBroker start(Path folder) throws Exception {
    return start(folder, Map.of(), List.of());
  }

  /** Starts one that answers nobody but a user who logs in by SASL/SCRAM (RFC 5802, RFC 7677). */
  public static LoopbackBroker startWithLogin(Path folder, String user, String password)
      throws Exception {
    return start(
        folder,
        login(user, password),
        List.of("--add-scram", SCRAM + "=[name=" + user + ",password=" + password + "]"));
  }

  /** Returns what a client must know to log in. */
  public static Map<String, String> login(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        SCRAM,
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(user, password));
  }

  private static LoopbackBroker start(Path folder, Map<String, String> login, List<String> users)
      throws Exception {
    Path output = folder.resolve("broker.txt");
    int port = FreePort.find();
    Path settings = settings(folder, port, FreePort.find(), login);
    List<String> formatting = new ArrayList<>(List.of("format", "--standalone"));
    formatting.addAll(List.of("--cluster-id", "dmlnaWUtdGVzdC1jbHVzdA"));
    formatting.addAll(List.of("--config", settings.toString()));
    formatting.addAll(users);
    Process format = java(output, "kafka.tools.StorageTool", formatting.toArray(String[]::new));
    if (!format.waitFor(START.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
      String why = format.isAlive() ? late("done") : ended(format);
      format.destroyForcibly();
      throw new IOException("Kafka must format its folder, but " + why + told(output));
    }
    LoopbackBroker broker =
        new LoopbackBroker(java(output, "kafka.Kafka", settings.toString()), port, login);
    try {
      broker.awaitAnswer();
      return broker;
    } catch (Exception e) {
      String why = broker.process.isAlive() ? late("answering") : ended(broker.process);
      broker.close();
      throw new IOException("Kafka must start, but " + why + told(output), e);
    }
  }

  private static String late(String what) {
    return "isn't %s after %d s".formatted(what, START.toSeconds());
  }

  private static String ended(Process process) {
    return "ended with exit code " + process.exitValue();
  }

  /** Returns the end of what it printed, in the one line that an error may have. */
  private static String told(Path output) throws IOException {
    List<String> lines =
        Files.readAllLines(output).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("at "))
            .toList();
    return "; %s ends with: %s".formatted(output, lines.isEmpty() ? "nothing" : lines.getLast());
  }

  /** Returns {@code HOST:PORT}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Returns the id of its process. */
  public long pid() {
    return process.pid();
  }

  private void awaitAnswer() throws Exception {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      Map<String, Object> client = new HashMap<>(login);
      client.put("bootstrap.servers", bootstrapServers());
      client.put("default.api.timeout.ms", 2_000);
      client.put("request.timeout.ms", 1_000);
      try (Admin admin = Admin.create(client)) {
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

  private static Path settings(Path folder, int port, int controllerPort, Map<String, String> login)
      throws IOException {
    String protocol = login.getOrDefault("security.protocol", "PLAINTEXT");
    String text =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$s
        listeners=%4$s://127.0.0.1:%1$s,CONTROLLER://127.0.0.1:%2$s
        advertised.listeners=%4$s://127.0.0.1:%1$s,CONTROLLER://127.0.0.1:%2$s
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=%4$s:%4$s,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=%4$s
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
            .formatted(
                Integer.toString(port),
                Integer.toString(controllerPort),
                folder.resolve("broker-log"),
                protocol);
    String logins =
        login.isEmpty()
            ? ""
            : """
            sasl.enabled.mechanisms=%1$s
            sasl.mechanism.inter.broker.protocol=%1$s
            listener.name.sasl_plaintext.scram-sha-256.sasl.jaas.config=%2$s
            """
                .formatted(SCRAM, login.get("sasl.jaas.config"));
    return Files.writeString(folder.resolve("broker.properties"), text + logins);
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

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
