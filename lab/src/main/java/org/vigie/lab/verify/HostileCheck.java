package org.vigie.lab.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.world.hostile.Certificates;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;

/** Every way to misbehave that is known, each crawled on its own in a process of a small heap. */
final class HostileCheck implements Check {
  /** Six crawls at a time, with bodies of up to 1 MiB, and windows of 16 MiB in the worst. */
  private static final String HEAP = "-Xmx128m";

  /** All that may stand in an archive without being readable: its coding is nobody's. */
  private static final String FOREIGN_CODING = "unsupported-coding";

  @Override
  public String name() {
    return "hostile";
  }

  @Override
  public String promise() {
    return "However a host misbehaves, its crawl ends in the outcome due, in time, in 128 MiB";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    List<HostileBehaviour> behaviours = HostileBehaviours.all();
    watcher.at(0, 1);
    Tally tally = new Tally();
    Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("keys")));
    try (HostileNet net = HostileNet.open(behaviours, certificates);
        Tripwire forbidden = new Tripwire(InetAddress.getByName("127.200.0.1"), net.port())) {
      Map<String, HostileCrawls.Result> results = crawl(net, behaviours, certificates, folder);
      tally.count("behaviours", behaviours.size());
      for (HostileBehaviour behaviour : behaviours) {
        HostileCrawls.Result result = results.get(behaviour.name());
        if (result == null) {
          throw Child.failure("no result for " + behaviour.name(), folder);
        }
        judge(behaviour, result, tally);
      }
      tally.count("connections into forbidden space", forbidden.connections());
      tally.require(
          forbidden.connections() == 0,
          "no connection may be made into forbidden space, but %d were",
          forbidden.connections());
    }
    return tally;
  }

  private static void judge(HostileBehaviour behaviour, HostileCrawls.Result result, Tally tally) {
    String name = behaviour.name();
    boolean due = result.outcomes().keySet().equals(behaviour.due().ends());
    boolean inTime = result.millis() < behaviour.due().within().toMillis();
    Set<String> damage = new HashSet<>(result.damaged().keySet());
    damage.remove(FOREIGN_CODING);
    tally.count("in the outcome due", due ? 1 : 0);
    tally.count("in time", inTime ? 1 : 0);
    tally.count("with a readable archive", damage.isEmpty() ? 1 : 0);
    tally.require(
        due, "%s must end in %s, but ended in %s", name, behaviour.due().ends(), result.outcomes());
    tally.require(
        inTime,
        "%s must end in %s, but took %d ms",
        name,
        behaviour.due().within(),
        result.millis());
    tally.require(damage.isEmpty(), "%s left an archive that is unreadable: %s", name, damage);
  }

  private static Map<String, HostileCrawls.Result> crawl(
      HostileNet net, List<HostileBehaviour> behaviours, Certificates certificates, Path folder)
      throws IOException, InterruptedException {
    List<String> hosts = new ArrayList<>();
    for (HostileBehaviour behaviour : behaviours) {
      String host = net.seed(behaviour).getHost();
      hosts.add(
          String.join(
              "\t", behaviour.name(), net.seed(behaviour).toString(), host, net.names().get(host)));
    }
    Path plan = Files.write(folder.resolve("hosts.txt"), hosts);
    Path found = folder.resolve("results.txt");
    Child.await(start(certificates, folder, plan, found), folder);
    Map<String, HostileCrawls.Result> results = new HashMap<>();
    for (String line : Files.readAllLines(found)) {
      HostileCrawls.Result result = HostileCrawls.Result.parse(line);
      results.put(result.name(), result);
    }
    return results;
  }

  private static Process start(Certificates certificates, Path folder, Path plan, Path found)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
            "-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD,
            "-cp",
            System.getProperty("java.class.path", ""),
            HostileCrawls.class.getName(),
            folder.resolve("captures").toString(),
            plan.toString(),
            found.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }
}
