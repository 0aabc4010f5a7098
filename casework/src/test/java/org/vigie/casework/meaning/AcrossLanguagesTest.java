package org.vigie.casework.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.meaning.SealedAdverts.Sealed;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.SearchRequest;

/** Searches in one language for adverts in others, by the word forms that are shipped. */
class AcrossLanguagesTest {
  @TempDir static Path folder;
  private static List<Sealed> adverts = List.of();
  private static AdvertIndex index;

  @BeforeAll
  static void write() throws IOException {
    adverts = SealedAdverts.read();
    SealedAdverts.index(adverts, folder);
    index =
        AdvertIndex.open(
            folder, Hidden.none(), ModelWords.lexicon(Readme.project().resolve("models")));
  }

  @AfterAll
  static void end() throws IOException {
    index.close();
  }

  @Test
  void findAnAdvertInAnotherLanguageAmongTheFirst() throws IOException {
    assertThat(firstOfAnyLanguage(false)).isGreaterThan(0.8);
    assertThat(firstOfAnyLanguage(true)).isGreaterThan(0.8);
  }

  @Test
  void findTheAdvertOfEachOtherLanguageAmongTheFirstOfThatLanguage() throws IOException {
    assertThat(firstOfEachLanguage(false)).isGreaterThan(0.8);
    assertThat(firstOfEachLanguage(true)).isGreaterThan(0.8);
  }

  /** Mean reciprocal rank of the first advert on the subject, among adverts in other languages. */
  private static double firstOfAnyLanguage(boolean told) throws IOException {
    double sum = 0;
    for (Sealed query : adverts) {
      int rank = 0;
      double reciprocal = 0;
      for (Sealed hit : hits(query, told)) {
        if (!hit.language().equals(query.language())) {
          rank++;
          if (hit.subject().equals(query.subject())) {
            reciprocal = 1.0 / rank;
            break;
          }
        }
      }
      sum += reciprocal;
    }
    System.out.printf("ANY told=%s %.4f%n", told, sum / adverts.size());
    return sum / adverts.size();
  }

  /** Mean reciprocal rank of the one advert on the subject, among those of one other language. */
  private static double firstOfEachLanguage(boolean told) throws IOException {
    double sum = 0;
    int pairs = 0;
    Map<String, double[]> by = new TreeMap<>();
    for (Sealed query : adverts) {
      Map<String, Integer> ranks = new HashMap<>();
      Map<String, Double> reciprocals = new TreeMap<>();
      adverts.forEach(advert -> reciprocals.put(advert.language(), 0.0));
      for (Sealed hit : hits(query, told)) {
        int rank = ranks.merge(hit.language(), 1, Integer::sum);
        if (hit.subject().equals(query.subject())) {
          reciprocals.put(hit.language(), 1.0 / rank);
        }
      }
      reciprocals.remove(query.language());
      for (Map.Entry<String, Double> one : reciprocals.entrySet()) {
        sum += one.getValue();
        pairs++;
        for (String key : List.of("to " + one.getKey(), "from " + query.language(), query.subject())) {
          double[] s = by.computeIfAbsent(key, k -> new double[2]);
          s[0] += one.getValue();
          s[1]++;
        }
      }
    }
    by.forEach((k, s) -> System.out.printf("%s %.2f%n", k, s[0] / s[1]));
    System.out.printf("EACH told=%s %.4f%n", told, sum / pairs);
    return sum / pairs;
  }

  private static List<Sealed> hits(Sealed query, boolean told) throws IOException {
    String asked =
        told
            ? "across:%s:(%s)".formatted(query.language(), query.query())
            : "across:(%s)".formatted(query.query());
    Map<String, Sealed> byId = new HashMap<>();
    adverts.forEach(advert -> byId.put(advert.id(), advert));
    return index
        .search(
            new SearchRequest(
                asked, 0, 1_000, SearchRequest.Order.RELEVANCE, 0, Duration.ofMinutes(1)))
        .hits()
        .stream()
        .map(hit -> byId.get(hit.advert().advert().id()))
        .toList();
  }
}
