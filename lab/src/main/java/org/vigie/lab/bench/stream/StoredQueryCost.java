package org.vigie.lab.bench.stream;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Severity;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.lab.page.BenchmarkPage;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * What matching an advert against stored queries costs, in CPU of its thread, as they grow.
 *
 * <p>The mix is what units store: of a hundred queries 40 are a phone number, 15 a handle or an
 * address, 15 two words and a place, 10 a phrase, 10 a word and a language, 10 an indicator with a
 * country and a risk. Words are those of the adverts, frequent ones too.
 *
 * <p>Arguments: numbers of stored queries, the page to write or nothing. The models folder is
 * {@code models} where it is started.
 */
public final class StoredQueryCost {
  private static final int ADVERTS = 1_000;
  private static final int ROUNDS = 5;

  private final List<List<String>> rows =
      new ArrayList<>(List.of(List.of("stored queries", "µs an advert", "matches an advert")));

  private final List<AssessedAdvert> adverts;
  private final List<String> words;

  private StoredQueryCost(List<AssessedAdvert> adverts) {
    this.adverts = adverts;
    this.words =
        adverts.stream()
            .flatMap(read -> Arrays.stream(read.advert().body().split("\\P{L}+", -1)))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> word.length() > 3)
            .toList();
  }

  public static void main(String[] args) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(Path.of("models"));
    StoredQueryCost cost =
        new StoredQueryCost(
            World.generate(new WorldSpec(1, ADVERTS)).adverts().map(assessor::assess).toList());
    boolean hasPage = args.length > 0 && !args[args.length - 1].matches("[0-9]+");
    List<String> counts = List.of(args).subList(0, args.length - (hasPage ? 1 : 0));
    for (String count : counts) {
      cost.measure(Integer.parseInt(count));
    }
    List<String> lines =
        new ArrayList<>(
            List.of(
                "`lab/bench/stored-queries %s`: CPU of one thread; of a hundred queries 40 are a phone, 15 a handle or an address, 35"
                        .formatted(String.join(" ", counts))
                    + " words with a place, a language or an indicator, 10 a phrase. The cheapest of %d rounds over %d adverts. %s"
                        .formatted(ROUNDS, ADVERTS, BenchmarkPage.environment()),
                ""));
    lines.addAll(BenchmarkPage.table(cost.rows));
    lines.forEach(System.out::println);
    if (hasPage) {
      new BenchmarkPage(Path.of(args[args.length - 1])).put("Matching stored queries", lines);
    }
  }

  private void measure(int count) throws IOException {
    Random random = new Random(2);
    List<StoredQuery> stored = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stored.add(new StoredQuery("q" + i, "1", query(i % 20, random), Severity.NOTICE));
    }
    try (StoredQueries queries = StoredQueries.of(stored)) {
      double least = Double.MAX_VALUE;
      long matches = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        matches = 0;
        for (AssessedAdvert advert : adverts) {
          matches += queries.matching(advert).size();
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        least = Math.min(least, took / 1e3 / adverts.size());
      }
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%,d", count),
              String.format(Locale.ROOT, "%.0f", least),
              String.format(Locale.ROOT, "%.1f", (double) matches / adverts.size())));
    }
  }

  private String query(int kind, Random random) {
    return switch (kind) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> "phone:+3363998" + (1_000 + random.nextInt(9_000));
      case 8, 9 -> "handle:@example_" + random.nextInt(10_000);
      case 10 -> "\"someone" + random.nextInt(10_000) + "@example.org\"";
      case 11, 12, 13 -> word(random) + " " + word(random) + " place:Galway";
      case 14, 15 -> "\"" + word(random) + " " + word(random) + "\"";
      case 16, 17 -> word(random) + " lang:en";
      default -> "indicator:RC-0" + (1 + random.nextInt(9)) + " country:IE risk>0.5";
    };
  }

  private String word(Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
