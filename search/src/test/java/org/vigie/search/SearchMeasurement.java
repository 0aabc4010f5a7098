package org.vigie.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Severity;
import org.vigie.search.query.Queries;
import org.vigie.search.shard.ShardWriter;

/**
 * Prints what indexing, searching and matching cost. Started by hand; its argument is a folder that
 * is absent or empty.
 */
final class SearchMeasurement {
  private static final int ADVERTS = 20_000;

  /** About 650 characters, as the adverts that the design was measured with. */
  private static final int WORDS = 100;

  private static final int ROUNDS = 200;

  private SearchMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Path index = Path.of(arguments[0]);
    Files.createDirectories(index);
    Random random = new Random(1);
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < ADVERTS; i++) {
      adverts.add(Adverts.generated(random, i, WORDS));
    }
    long characters = adverts.stream().mapToLong(a -> a.advert().text().length()).sum();
    System.out.printf("%d adverts of %d characters%n", ADVERTS, characters / ADVERTS);
    for (int round = 0; round < 2; round++) {
      write(index.resolve("shard-0"), adverts);
    }
    try (AdvertIndex opened = AdvertIndex.open(index)) {
      for (String query :
          List.of(
              "0639980001",
              "phone:+447700900123 risk>0.5",
              "advert777*",
              "passport fee place:dublin",
              "\"passport fee\" -hotel",
              "\"night shift contract\"",
              "")) {
        search(opened, query, 0);
        search(opened, query, 5);
      }
    }
    for (int count : new int[] {1, 10, 100}) {
      match(adverts, count);
    }
  }

  private static void write(Path shard, List<AssessedAdvert> adverts) throws IOException {
    long cpu = cpu();
    long wall = System.nanoTime();
    try (ShardWriter writer = ShardWriter.open(shard, OptionalLong.empty())) {
      long checkpoint = 0;
      for (int i = 0; i < adverts.size(); i++) {
        writer.put(adverts.get(i));
        if (i % 5_000 == 4_999) {
          checkpoint++;
          writer.commit(checkpoint);
        }
      }
      System.out.printf(
          "index: %.1f µs CPU of the writing thread, %.1f µs wall an advert%n",
          (cpu() - cpu) / 1e3 / adverts.size(), (System.nanoTime() - wall) / 1e3 / adverts.size());
    }
  }

  private static void search(AdvertIndex index, String query, int facets) throws IOException {
    long[] nanos = new long[ROUNDS];
    long total = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = System.nanoTime();
      total =
          index
              .search(
                  new SearchRequest(
                      query, 0, 20, SearchRequest.Order.RELEVANCE, facets, Duration.ofSeconds(5)))
              .total();
      if (round >= 0) {
        nanos[round] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "search %-32s facets %d: %6d hits, p50 %.2f ms, p99 %.2f ms%n",
        query, facets, total, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
  }

  private static void match(List<AssessedAdvert> adverts, int count) throws IOException {
    Random random = new Random(2);
    List<StoredQuery> stored = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String query = Queries.generated(random, i % 4);
      stored.add(new StoredQuery("q" + i, "1", query, Severity.NOTICE));
    }
    try (StoredQueries queries = StoredQueries.of(stored)) {
      long cpu = 0;
      for (int i = 0; i < 4_000; i++) {
        cpu = i == 2_000 ? cpu() : cpu;
        queries.matching(adverts.get(i));
      }
      System.out.printf("%d stored queries: %.1f µs CPU an advert%n", count, (cpu() - cpu) / 2e6);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
