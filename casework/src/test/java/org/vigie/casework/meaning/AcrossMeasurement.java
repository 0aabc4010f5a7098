package org.vigie.casework.meaning;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.SearchRequest;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.shard.ShardWriter;
import org.vigie.world.SealedAdvert;

/**
 * Prints what searches in all languages cost beside searches for a word, in 50,000 invented adverts
 * of forty languages. Started by hand; its arguments are a folder that is absent or empty, and the
 * models folder.
 */
final class AcrossMeasurement {
  private static final int ADVERTS = 50_000;
  private static final int SENTENCES = 8;

  /** Words that nothing else is made of, as names and misspelt words are in real adverts. */
  private static final int RARE_WORDS = 200_000;

  private static final int ROUNDS = 40;

  private AcrossMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    if (Files.notExists(folder.resolve("shard-0"))) {
      write(folder);
    }
    QueryLexicon lexicon = ModelWords.lexicon(Path.of(arguments[1]));
    long start = cpu();
    ModelWords.read(Path.of(arguments[1]));
    System.out.printf("files read in %d ms%n", millis(start));
    start = cpu();
    int concepts = lexicon.concepts().size();
    System.out.printf("%d concepts read in %d ms%n", concepts, millis(start));
    try (AdvertIndex index = AdvertIndex.open(folder, Hidden.none(), lexicon)) {
      for (String query :
          List.of(
              "passport",
              "concept:id-document",
              "across:passport",
              "across:(passport salary)",
              "concept:keep",
              "concept:must",
              "concept:work",
              "across:\"bank account\"",
              "border kidney",
              "across:(border kidney)",
              "passport",
              "visa",
              "across:visa")) {
        search(index, query);
      }
    }
  }

  private static void write(Path folder) throws IOException {
    Random random = new Random(1);
    List<SealedAdvert> sealed = SealedAdvert.all();
    try (ShardWriter writer = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.empty())) {
      for (int i = 0; i < ADVERTS; i++) {
        int language = random.nextInt(sealed.size() / 12);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < SENTENCES; k++) {
          text.append(sealed.get(language * 12 + random.nextInt(12)).text()).append(' ');
          text.append(
                  Integer.toString(random.nextInt(RARE_WORDS) + 50_000, 26)
                      .replaceAll("[0-9]", "x"))
              .append(". ");
        }
        writer.put(assessed(text.toString(), sealed.get(language * 12).language(), i));
        if (i % 10_000 == 9_999) {
          writer.commit(i);
        }
      }
    }
  }

  private static AssessedAdvert assessed(String text, String language, int number) {
    Instant at = Instant.parse("2026-01-05T08:00:00Z").plus(Duration.ofMinutes(number));
    return AssessedText.of(language, text, at);
  }

  private static void search(AdvertIndex index, String query) throws IOException {
    long start = cpu();
    long total = index.search(request(query)).total();
    long first = millis(start);
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      start = cpu();
      index.search(request(query));
      nanos[round] = cpu() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-28s %6d hits, first %4d ms, then p50 %.1f ms, p90 %.1f ms%n",
        query, total, first, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 9 / 10] / 1e6);
  }

  private static SearchRequest request(String query) {
    return new SearchRequest(
        query, 0, 20, SearchRequest.Order.RELEVANCE, 0, Duration.ofSeconds(60));
  }

  /** Processor time of this thread in nanoseconds: others may be busy on the same machine. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long millis(long start) {
    return (cpu() - start) / 1_000_000;
  }
}
