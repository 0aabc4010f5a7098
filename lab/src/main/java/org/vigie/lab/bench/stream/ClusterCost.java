package org.vigie.lab.bench.stream;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.Advert;
import org.vigie.lab.page.BenchmarkPage;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * What clustering alone costs an advert, in CPU of its thread: beside a {@linkplain
 * PlainMinHashLoop plain loop} on the same adverts, in one large cluster beside many small ones,
 * and where all adverts share a phrase beside where they don't.
 *
 * <p>Adverts are made a chunk at a time, which isn't measured; of two rounds the cheaper counts.
 *
 * <p>Arguments: the number of adverts, that of the one cluster, the page to write or nothing. The
 * models folder is {@code models} where it is started.
 */
public final class ClusterCost {
  /** Beside the plain loop: half of the 3.1 that were measured when the goal was set. */
  public static final double MOST_TIMES = 1.55;

  private static final int CHUNK = 5_000;
  private static final int SMALL_CLUSTER = 10;
  private static final int ROUNDS = 2;
  private static final long SEED = 1;
  private static final Path MODELS = Path.of("models");

  private final int adverts;
  private final int large;
  private final List<List<String>> rows =
      new ArrayList<>(
          List.of(List.of("", "µs an advert", "beside", "µs an advert", "times", "at most")));

  private ClusterCost(int adverts, int large) {
    this.adverts = adverts;
    this.large = large;
  }

  public static void main(String[] args) throws Exception {
    int adverts = Integer.parseInt(args[0]);
    int large = Integer.parseInt(args[1]);
    ClusterCost cost = new ClusterCost(adverts, large);
    cost.measure();
    List<String> lines =
        new ArrayList<>(
            List.of(
                String.format(
                    Locale.ROOT,
                    "`lab/bench/clusters %d %d`: signing, pairing and joining, state on the heap, CPU of the one thread; templates are made when somebody looks. %s",
                    adverts,
                    large,
                    BenchmarkPage.environment()),
                ""));
    lines.addAll(BenchmarkPage.table(cost.rows));
    lines.forEach(System.out::println);
    if (args.length > 2) {
      new BenchmarkPage(Path.of(args[2])).put("Clustering alone", lines);
    }
  }

  private void measure() throws Exception {
    Source mix = () -> World.generate(new WorldSpec(SEED, adverts)).adverts().iterator();
    row(
        "%,d adverts of a realistic mix".formatted(adverts),
        mix,
        () -> new ClusterStages(MODELS),
        "a plain MinHash-LSH loop",
        mix,
        () -> new PlainMinHashLoop(adverts),
        MOST_TIMES);
    row(
        "one cluster of %,d".formatted(large),
        () -> CoinedAdverts.campaigns(SEED, large, large),
        () -> new ClusterStages(MODELS),
        "clusters of " + SMALL_CLUSTER,
        () -> CoinedAdverts.campaigns(SEED, large, SMALL_CLUSTER),
        () -> new ClusterStages(MODELS),
        1.1);
    row(
        "%,d adverts that share a phrase".formatted(adverts),
        () -> CoinedAdverts.alone(SEED, adverts, true),
        () -> new ClusterStages(MODELS),
        "adverts that share none",
        () -> CoinedAdverts.alone(SEED, adverts, false),
        () -> new ClusterStages(MODELS),
        1.2);
  }

  /** Adverts from the first on. */
  private interface Source {
    Iterator<Advert> open();
  }

  /** Starts a way of clustering that has seen nothing. */
  private interface Start {
    Clustering start() throws Exception;
  }

  private void row(
      String what,
      Source adverts,
      Start start,
      String beside,
      Source others,
      Start other,
      double most)
      throws Exception {
    double micros = Double.MAX_VALUE;
    double floor = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      floor = Math.min(floor, micros(others, other));
      micros = Math.min(micros, micros(adverts, start));
    }
    rows.add(
        List.of(
            what,
            String.format(Locale.ROOT, "%.1f", micros),
            beside,
            String.format(Locale.ROOT, "%.1f", floor),
            String.format(Locale.ROOT, "%.2f", micros / floor),
            String.format(Locale.ROOT, "%.2f", most)));
    System.err.println(String.join(" | ", rows.getLast()));
  }

  private static double micros(Source source, Start start) throws Exception {
    System.gc();
    long nanos = 0;
    long count = 0;
    Iterator<Advert> adverts = source.open();
    try (Clustering clustering = start.start()) {
      while (adverts.hasNext()) {
        List<Advert> chunk = new ArrayList<>(CHUNK);
        while (adverts.hasNext() && chunk.size() < CHUNK) {
          chunk.add(adverts.next());
        }
        long before = cpu();
        for (Advert advert : chunk) {
          clustering.take(advert);
        }
        nanos += cpu() - before;
        count += chunk.size();
      }
      if (count == 0) {
        throw new IllegalStateException("there must be adverts to measure, but there are none");
      }
    }
    return nanos / 1e3 / count;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
