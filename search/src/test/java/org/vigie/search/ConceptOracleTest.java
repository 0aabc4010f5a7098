package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.meaning.ConceptWording;
import org.vigie.search.meaning.WordMeanings;
import org.vigie.search.query.QueryLexicon;

/** Concepts of generated forms in generated adverts, beside a plain reading of every text. */
class ConceptOracleTest {
  private static final int CONCEPTS = 60;
  private static final int MOST_BETWEEN = 4;

  @TempDir Path folder;

  @Test
  void aConceptFindsExactlyTheAdvertsWhoseTextHoldsAFormOfIt() throws IOException {
    Random random = new Random(11);
    SortedMap<String, List<ConceptWording>> concepts = new TreeMap<>();
    for (int i = 0; i < CONCEPTS; i++) {
      List<String> patterns = new ArrayList<>();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        patterns.add(pattern(random));
      }
      concepts.put("c-" + i, List.of(new ConceptWording("en", true, patterns)));
    }
    List<AssessedAdvert> adverts = adverts(random);
    TestIndex.of(folder, adverts, shard -> {}).close();
    QueryLexicon lexicon = new QueryLexicon(() -> new WordMeanings(concepts, new TreeMap<>()));
    int found = 0;
    try (AdvertIndex index = AdvertIndex.open(folder, Hidden.none(), lexicon)) {
      for (String concept : concepts.keySet()) {
        List<String> expected =
            adverts.stream()
                .filter(advert -> holds(advert, concepts.get(concept).getFirst().patterns()))
                .map(TestIndex::id)
                .toList();
        assertThat(ids(index, "concept:" + concept))
            .as("%s", concepts.get(concept))
            .containsExactlyInAnyOrderElementsOf(expected);
        found += expected.size();
      }
    }
    assertThat(found).isBetween(CONCEPTS, CONCEPTS * adverts.size() / 2);
    assertThat(adverts).extracting(advert -> id(advert)).doesNotHaveDuplicates();
  }

  /** Without digits, which may stand for letters and so be found as words that aren't written. */
  private static List<AssessedAdvert> adverts(Random random) {
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<String> words = new ArrayList<>();
      for (int k = 5 + random.nextInt(12); k > 0; k--) {
        words.add(anyWord(random));
      }
      adverts.add(Adverts.saying(String.join(" ", words)));
    }
    return adverts;
  }

  private static String anyWord(Random random) {
    String word = Adverts.pick(random, Adverts.WORDS);
    return word.equals("2026") ? anyWord(random) : word;
  }

  private static String pattern(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> word(random);
      case 1 -> beginning(random) + "*";
      case 2 -> "*" + end(random);
      case 3 -> "*" + end(beginning(random)) + "*";
      case 4 -> beginning(random) + "* " + word(random);
      default -> word(random) + " .. " + word(random) + " " + beginning(random) + "*";
    };
  }

  private static String word(Random random) {
    return TextAnalysis.words(anyWord(random)).getFirst();
  }

  private static String beginning(Random random) {
    String word = word(random);
    return word.substring(0, Math.max(2, word.length() - 2));
  }

  private static String end(Random random) {
    return end(word(random));
  }

  private static String end(String word) {
    return word.substring(Math.min(word.length() - 1, 2));
  }

  private static boolean holds(AssessedAdvert advert, List<String> patterns) {
    List<String> words = TextAnalysis.words(advert.advert().text());
    for (String pattern : patterns) {
      for (int at = 0; at < words.size(); at++) {
        if (begins(List.of(pattern.split(" ")), 0, words, at, 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether the rest of a pattern stands at a word, or after as many as may be between. */
  private static boolean begins(
      List<String> parts, int part, List<String> words, int at, int between) {
    if (part == parts.size()) {
      return true;
    }
    if (parts.get(part).equals("..")) {
      return begins(parts, part + 1, words, at, MOST_BETWEEN);
    }
    for (int next = at; next <= at + between && next < words.size(); next++) {
      if (matches(parts.get(part), words.get(next))
          && begins(parts, part + 1, words, next + 1, 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String part, String word) {
    return word.matches(part.replace("*", ".*"));
  }
}
