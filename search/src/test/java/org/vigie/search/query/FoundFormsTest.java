package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.Adverts.saying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.search.TestIndex;
import org.vigie.search.meaning.ConceptWording;
import org.vigie.search.meaning.WordMeanings;
import org.vigie.search.shard.IndexShards;

/** The forms of a concept in an index that somebody floods with words that begin like them. */
class FoundFormsTest {
  private static final QueryLexicon LEXICON =
      new QueryLexicon(() ->
          new WordMeanings(
              new TreeMap<>(
                  Map.of(
                      "id-document",
                      List.of(
                          new ConceptWording("en", true, List.of("passport*", "my card* here"))))),
              new TreeMap<>()));

  @TempDir Path folder;

  @Test
  void keepsThoseOfAFloodThatMostAdvertsHoldAndTheShortest() throws IOException {
    TestIndex.of(
            folder,
            saying(flood("passport")),
            saying(flood("card")),
            saying("a passportzzz, and my cardzzz here"),
            saying("the passportzzz once more; my cardzzz here"),
            saying("all passports; my cards here"))
        .close();

    try (IndexReader reader = IndexShards.open(folder)) {
      FoundForms found = LEXICON.forms("id-document").orElseThrow().in(reader);

      assertThat(found.words())
          .hasSize(FoundForms.MOST_WORDS)
          .extracting(FoundForms.Word::bytes)
          .contains(new BytesRef("passportzzz"), new BytesRef("passports"));
      assertThat(found.phrases()).hasSize(1);
      assertThat(found.phrases().getFirst().source().pullUpDisjunctions())
          .hasSizeLessThanOrEqualTo(PhraseSources.MOST_WORDS)
          .anyMatch(source -> source.toString().contains("cardzzz"))
          .anyMatch(source -> source.toString().contains("cards"));
    }
  }

  private static String flood(String beginning) {
    return IntStream.range(0, FoundForms.MOST_WORDS + 500)
        .mapToObj(i -> beginning + Integer.toString(i, 36))
        .collect(Collectors.joining(" "));
  }
}
