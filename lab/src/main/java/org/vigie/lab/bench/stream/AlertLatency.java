package org.vigie.lab.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.vigie.advert.Advert;
import org.vigie.lab.bench.stream.ProbeAdverts.Kind;
import org.vigie.lab.bench.stream.ProbeAdverts.Probe;
import org.vigie.lab.page.BenchmarkPage;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.GroupingConfig;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.standalone.LoopbackBroker;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * How long it takes from sending an advert to a topic to receiving its alert from another, while
 * the embedded job is at half of its load. The sink is at least once, without transactions.
 *
 * <p>What the job can do is measured first, in the same process: a warm-up, then as many adverts
 * again at once, until the alerts of probes behind them have come. Then half of that rate is sent
 * evenly, ordinary adverts with ten {@linkplain ProbeAdverts probes} a second among them; the first
 * 20 s of it don't count, in which the job still tidies up after the full load. Broker, sender and
 * receiver share the machine with the job.
 *
 * <p>Arguments: an empty folder, the number of adverts of the warm-up and of the full load, the
 * seconds at half load, the page to write or nothing. To be started in the folder of the
 * repository.
 */
public final class AlertLatency {
  private static final long SEED = 1;
  private static final int PROBES_A_SECOND = 10;
  private static final Duration SETTLING = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration GOAL = Duration.ofMillis(500);

  private final int adverts;
  private final Duration time;
  private final AlertTopics topics;
  private final ProbeAdverts probes = new ProbeAdverts(SEED);
  private final AlertClock clock = new AlertClock();
  private final Iterator<Advert> ordinary;
  private int sent;
  private int probed;

  private AlertLatency(int adverts, Duration time, AlertTopics topics) {
    this.adverts = adverts;
    this.time = time;
    this.topics = topics;
    // As many as could be sent at most: a pass over them all is never made.
    ordinary = World.generate(new WorldSpec(SEED, 1_000_000)).adverts().iterator();
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int adverts = Integer.parseInt(args[1]);
    Duration time = Duration.ofSeconds(Integer.parseInt(args[2]));
    int most = Math.toIntExact(time.plus(SETTLING).toSeconds() * PROBES_A_SECOND + 10);
    if (most > ProbeAdverts.MOST) {
      throw new IllegalArgumentException(
          "the seconds must be at most %d, but were %d"
              .formatted(
                  ProbeAdverts.MOST / PROBES_A_SECOND - 1 - SETTLING.toSeconds(),
                  time.toSeconds()));
    }
    List<String> lines;
    try (LoopbackBroker broker = LoopbackBroker.start(folder);
        AlertTopics topics = AlertTopics.create(broker.bootstrapServers())) {
      lines = new AlertLatency(adverts, time, topics).measure(folder, most);
    }
    lines.forEach(System.out::println);
    if (args.length > 3) {
      new BenchmarkPage(Path.of(args[3])).put("From an advert to its alert", lines);
    }
  }

  private List<String> measure(Path folder, int most)
      throws IOException, InterruptedException, ExecutionException {
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    Files.createDirectories(workspace.root());
    new InputTopics(workspace, StreamInputs.CLOCK).accept(topics.adverts(), StreamInputs.MANDATE);
    TopicEnds ends = new TopicEnds(Map.of(), Optional.of(topics.alerts()), Optional.empty());
    Watch watch = ProbeAdverts.watch(most);
    EmbeddedRun run = new EmbeddedRun(workspace, config(), watch, ends);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<?> running = threads.submit(() -> run.run(progress -> {}));
    Future<?> receiving = threads.submit(() -> topics.receive(clock));
    try {
      return measure(running, watch);
    } finally {
      threads.shutdownNow(); // the run saves what it has read
      receiving.cancel(true);
      threads.awaitTermination(2, java.util.concurrent.TimeUnit.MINUTES);
    }
  }

  private List<String> measure(Future<?> running, Watch watch)
      throws IOException, InterruptedException, ExecutionException {
    fullLoad(running);
    double rate = fullLoad(running);
    halfLoad(rate / 2, SETTLING);
    clock.startAnew();
    double half = halfLoad(rate / 2, time);
    int lost = awaitAlerts(running);
    return report(watch, rate, half, lost);
  }

  /** Sends adverts as fast as they are taken; returns how many a second come to their end. */
  private double fullLoad(Future<?> running)
      throws IOException, InterruptedException, ExecutionException {
    long start = System.nanoTime();
    for (int i = 0; i < adverts; i++) {
      send(ordinary.next());
    }
    for (Kind unused : Kind.values()) {
      sendProbe();
    }
    topics.flush();
    int missing = awaitAlerts(running);
    if (missing > 0) {
      throw new IOException(
          "%d probes must have raised an alert within %s, but did not"
              .formatted(missing, PATIENCE));
    }
    return adverts * 1e9 / (System.nanoTime() - start);
  }

  /** Sends adverts evenly for some time; returns how many a second were sent. */
  private double halfLoad(double rate, Duration forTime) {
    long start = System.nanoTime();
    long end = start + forTime.toNanos();
    int probesBefore = probed;
    int sentBefore = sent;
    for (long now = start; now < end; now = System.nanoTime()) {
      double seconds = (now - start) / 1e9;
      if (probed - probesBefore < seconds * PROBES_A_SECOND) {
        sendProbe();
      } else if (sent - sentBefore < seconds * rate) {
        send(ordinary.next());
      } else {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
    }
    topics.flush();
    return (sent - sentBefore) / (forTime.toNanos() / 1e9);
  }

  private int awaitAlerts(Future<?> running) throws InterruptedException, ExecutionException {
    Duration step = Duration.ofSeconds(1);
    int missing = clock.await(step);
    for (long waited = 1; missing > 0 && waited < PATIENCE.toSeconds(); waited++) {
      if (running.isDone()) {
        running.get(); // throws what ended it
      }
      missing = clock.await(step);
    }
    return missing;
  }

  private void sendProbe() {
    Probe probe = probes.probe(probed++);
    List<Advert> all = probe.adverts();
    all.subList(0, all.size() - 1).forEach(this::send);
    clock.sends(probe, System.nanoTime());
    send(all.getLast());
  }

  private void send(Advert advert) {
    topics.send(advert, sent++);
  }

  private List<String> report(Watch watch, double rate, double half, int lost) {
    List<List<String>> rows = new ArrayList<>(List.of(Latencies.columns()));
    List<Duration> all = new ArrayList<>();
    clock
        .taken()
        .forEach((kind, durations) -> {
          rows.add(new Latencies(durations).row(kind.words));
          all.addAll(durations);
        });
    rows.add(new Latencies(all).row("all"));
    List<String> lines =
        new ArrayList<>(
            List.of(
                String.format(
                    Locale.ROOT,
                    "`lab/bench/latency %d %d`: from sending an advert to one topic to receiving its"
                        + " alert from another; the embedded job with its sink at least once, %,d"
                        + " stored queries and %,d watched contacts. Alerts about networks, which"
                        + " wait for a checkpoint, aren't among them. At full load %.0f adverts a"
                        + " second came to their end, %.0f a second were sent for %d s, after as"
                        + " many for %d s that don't count. %d alerts never came. %s",
                    adverts,
                    time.toSeconds(),
                    watch.queries().size(),
                    watch.watchlist().contacts().size(),
                    rate,
                    half,
                    time.toSeconds(),
                    SETTLING.toSeconds(),
                    lost,
                    BenchmarkPage.environment()),
                ""));
    lines.addAll(BenchmarkPage.table(rows));
    Duration p99 = new Latencies(all).percentile(0.99);
    lines.addAll(
        List.of(
            "",
            "p99 is to be %d ms at most: %s."
                .formatted(
                    GOAL.toMillis(),
                    lost == 0 && p99.compareTo(GOAL) <= 0 ? "it is" : "it isn't")));
    return lines;
  }

  private static RunConfig config() {
    return new RunConfig(
        Path.of("models"),
        2,
        4,
        Duration.ofSeconds(2),
        GroupingConfig.defaults(),
        Horizon.defaults());
  }
}
