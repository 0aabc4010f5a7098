package org.vigie.pipeline.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.shard.ShardWriter;

/** Adverts in look-alike letters: what the classifier reads in them, the search finds in them. */
class DisguisedSignsTest {
  private static final Instant SEEN = Instant.parse("2026-11-20T10:00:00Z");

  /** One sentence, with letters of five kinds in its words. */
  private static final List<String> TEXTS =
      List.of(
          "Farm work. We k\u0435\u0435p your p\u0430ssp\u043Ert until the season ends.", // Cyrillic
          "Hotel work. We keep y\u0585ur passp\u0585rt until the season ends.", // Armenian
          "Kitchen help. We k\u0435\u0435p y\u043Eur \u0440\u0430ss\u0440\u043Ert until the season"
              + " ends.", // Cyrillic, more of it
          "Cleaning. We keep y\u03BFur passp\u03BFrt until the season ends.", // Greek
          "Packing. We \uFF4B\uFF45\uFF45\uFF50 your pa\u017F\u017Fport until the season"
              + " ends."); // full width, long s

  private static final String PLAIN = "Driving. You keep your own papers.";

  @TempDir static Path folder;
  private static AdvertIndex index;

  @BeforeAll
  static void readAndIndex() throws IOException {
    AdvertAssessor assessor =
        AdvertAssessor.load(Path.of(System.getProperty("vigie.root"), "models"));
    try (ShardWriter shard = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.empty())) {
      for (String text : TEXTS) {
        shard.put(assessor.assess(advert(text)));
      }
      shard.put(assessor.assess(advert(PLAIN)));
      shard.commit(1);
    }
    index = AdvertIndex.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicator:LX-07",
        "passport",
        "\"keep your passport\"",
        "passport indicator:LX-07",
        "passp* -driving"
      })
  void theirSignIsFoundAsOftenAsTheirWords(String query) throws IOException {
    assertThat(search(query).total()).isEqualTo(TEXTS.size());
  }

  @Test
  void aFacetCountsTheSignOfEachThatAWordFinds() throws IOException {
    assertThat(search("passport").facets().get("indicator"))
        .containsEntry(IndicatorIds.RETENTION_OF_IDENTITY_DOCUMENTS, (long) TEXTS.size());
    assertThat(search("").facets().get("indicator"))
        .containsEntry(IndicatorIds.RETENTION_OF_IDENTITY_DOCUMENTS, (long) TEXTS.size());
  }

  private static SearchResult search(String query) throws IOException {
    return index.search(
        new SearchRequest(query, 0, 10, SearchRequest.Order.RISK, 100, Duration.ofSeconds(30)));
  }

  private static Advert advert(String text) {
    return Advert.builder(Channel.JOB_BOARD, "jobs.example.org", SEEN)
        .body(text)
        .mandate("m-1")
        .build();
  }
}
