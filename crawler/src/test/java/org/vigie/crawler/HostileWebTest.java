package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.world.hostile.Certificates;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;

/** Every way to misbehave that is known, each crawled on its own in a process of a small heap. */
class HostileWebTest {
  /** Six crawls at a time, with bodies of up to 1 MiB, and windows of 16 MiB in the worst. */
  private static final String HEAP = "-Xmx128m";

  @TempDir static Path folder;
  private static final Map<String, HostileRun.Result> RESULTS = new TreeMap<>();
  private static int forbiddenConnections;

  static List<HostileBehaviour> behaviours() {
    return HostileBehaviours.all();
  }

  @BeforeAll
  static void crawlThemAll() throws Exception {
    Certificates certificates = new Certificates(Files.createDirectory(folder.resolve("keys")));
    try (HostileNet net = HostileNet.open(behaviours(), certificates);
        Tripwire forbidden =
            new Tripwire(java.net.InetAddress.getByName("127.200.0.1"), net.port())) {
      List<String> hosts = new ArrayList<>();
      for (HostileBehaviour behaviour : behaviours()) {
        String host = net.seed(behaviour).getHost();
        hosts.add(
            String.join(
                "\t",
                behaviour.name(),
                net.seed(behaviour).toString(),
                host,
                net.names().get(host)));
      }
      Path results = folder.resolve("results.txt");
      Process process = run(certificates, Files.write(folder.resolve("hosts.txt"), hosts), results);
      boolean ended = process.waitFor(240, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended && process.exitValue() == 0)
          .as("the crawls end well; they said: %s", tail(folder.resolve("output.txt")))
          .isTrue();
      for (String line : Files.readAllLines(results)) {
        HostileRun.Result result = HostileRun.Result.parse(line);
        RESULTS.put(result.name(), result);
      }
      forbiddenConnections = forbidden.connections();
    }
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void endsInItsOutcomeWithinItsTimeAndLeavesAReadableArchive(HostileBehaviour behaviour) {
    HostileRun.Result result = RESULTS.get(behaviour.name());

    assertThat(result.outcomes().keySet()).isEqualTo(behaviour.ends());
    assertThat(result.millis()).isLessThan(behaviour.within().toMillis());
    assertThat(result.damaged().keySet()).isSubsetOf("unsupported-coding");
  }

  @Test
  void knowsAHundredWaysToMisbehave() {
    assertThat(behaviours()).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void makesNoConnectionIntoForbiddenSpace() {
    assertThat(RESULTS).hasSize(behaviours().size());
    assertThat(forbiddenConnections).isZero();
  }

  private static Process run(Certificates certificates, Path hosts, Path results) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
            "-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD,
            "-cp",
            System.getProperty("java.class.path"),
            HostileRun.class.getName(),
            folder.resolve("captures").toString(),
            hosts.toString(),
            results.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private static String tail(Path output) throws Exception {
    String text = Files.readString(output);
    return text.substring(Math.max(0, text.length() - 2_000));
  }
}
