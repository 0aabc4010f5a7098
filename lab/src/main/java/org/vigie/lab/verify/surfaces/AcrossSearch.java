package org.vigie.lab.verify.surfaces;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.casework.meaning.ModelWords;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.SearchRequest;
import org.vigie.search.shard.ShardWriter;
import org.vigie.world.SealedAdvert;

/** Searches in one language for adverts in the others, by the word forms that are shipped. */
final class AcrossSearch implements AutoCloseable {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  private final List<SealedAdvert> adverts = SealedAdvert.all();
  private final long languages = adverts.stream().map(SealedAdvert::language).distinct().count();
  private final Map<String, SealedAdvert> byId = new HashMap<>();
  private final AdvertIndex index;

  /**
   * @param folder where an index is written
   * @param models of the installation
   */
  AcrossSearch(Path folder, Path models) throws IOException {
    try (ShardWriter writer = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.empty())) {
      for (SealedAdvert advert : adverts) {
        AssessedAdvert assessed = assessed(advert);
        byId.put(assessed.advert().id(), advert);
        writer.put(assessed);
      }
      writer.commit(1);
    }
    index = AdvertIndex.open(folder, Hidden.none(), ModelWords.lexicon(models));
  }

  /**
   * Mean reciprocal ranks.
   *
   * @param queries how many were asked
   * @param first of the first advert on the subject, among the adverts of all other languages
   * @param each of the one advert on the subject, among those of one other language
   */
  record Ranks(int queries, double first, double each) {}

  long languages() {
    return languages;
  }

  /**
   * Asks some of the queries.
   *
   * @param oneOf one query of so many is asked, as many of each language; at least 1
   * @param told whether the search is told the language of the query
   */
  Ranks ranks(int oneOf, boolean told) throws IOException {
    long subjects = adverts.size() / languages;
    List<Double> first = new ArrayList<>();
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < adverts.size(); i++) {
      // The subjects of a language stand in a row: each language starts at another of them.
      if ((i + i / subjects) % oneOf != 0) {
        continue;
      }
      SealedAdvert query = adverts.get(i);
      List<SealedAdvert> found =
          hits(query, told ? query.language() + ":" : "").stream()
              .filter(hit -> !hit.language().equals(query.language()))
              .toList();
      first.add(firstRank(query, found));
      each.addAll(ranksByLanguage(query, found));
    }
    return new Ranks(first.size(), mean(first), mean(each));
  }

  /** Returns the mean reciprocal ranks of all queries. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| search across %d languages | queries | first hit | hit of each |".formatted(languages));
    lines.add("|---|---:|---:|---:|");
    lines.add(row("mean reciprocal rank", ranks(1, false)));
    lines.add(row("where the query's language is told", ranks(1, true)));
    lines.add("| aim | | ≥ 0.800 | |");
    return lines;
  }

  private static String row(String what, Ranks ranks) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f |",
        what,
        ranks.queries(),
        ranks.first(),
        ranks.each());
  }

  private static double firstRank(SealedAdvert query, List<SealedAdvert> found) {
    for (int rank = 1; rank <= found.size(); rank++) {
      if (found.get(rank - 1).subject().equals(query.subject())) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  private List<Double> ranksByLanguage(SealedAdvert query, List<SealedAdvert> found) {
    Map<String, Integer> met = new HashMap<>();
    Map<String, Double> reciprocal = new TreeMap<>();
    for (SealedAdvert hit : found) {
      int rank = met.merge(hit.language(), 1, Integer::sum);
      if (hit.subject().equals(query.subject())) {
        reciprocal.put(hit.language(), 1.0 / rank);
      }
    }
    List<Double> ranks = new ArrayList<>(reciprocal.values());
    while (ranks.size() < languages - 1) {
      ranks.add(0.0);
    }
    return ranks;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private List<SealedAdvert> hits(SealedAdvert query, String language) throws IOException {
    String asked = "across:%s(%s)".formatted(language, query.query());
    SearchRequest request =
        new SearchRequest(asked, 0, 1_000, SearchRequest.Order.RELEVANCE, 0, Duration.ofMinutes(1));
    return index.search(request).hits().stream()
        .flatMap(hit -> Stream.ofNullable(byId.get(hit.advert().advert().id())))
        .toList();
  }

  private static AssessedAdvert assessed(SealedAdvert sealed) {
    return new AssessedAdvert(
        Advert.builder(Channel.FORUM, "forum.example.org", AT)
            .body(sealed.text())
            .postedAt(AT)
            .build(),
        sealed.language(),
        List.of(),
        Entities.none(),
        List.of(),
        new Assessment("work", Outcome.UNDETERMINED, 0.1, 0.1, List.of(), "m-1", "1"));
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
