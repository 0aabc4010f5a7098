package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.Adverts.draft;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;

/** What the machine reads, the analyst can search. */
class DisguisedWordsTest {
  /** "keep your passport" in letters of five kinds. */
  private static final String[] LOOKALIKES = {
    "we k\u0435\u0435p your p\u0430ssp\u043Ert safe", // Cyrillic
    "we keep y\u0585ur passp\u0585rt safe", // Armenian
    "we k\u0435\u0435p y\u043Eur \u0440\u0430ss\u0440\u043Ert safe", // Cyrillic, more of it
    "we k\u0435ep y\u03BFur passp\u03BFrt safe", // Greek
    "we \uFF4B\uFF45\uFF45\uFF50 your pa\u017F\u017Fp\u00F6rt safe" // full width, long s
  };

  private static final String[] SIGNS = {
    "we k33p your p4ssp0rt safe",
    "we k e e p your p a s s p o r t safe",
    "we k.e.e.p your p.a.s.s.p.o.r.t safe",
    "we keep your passpooort safe"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passport",
        "keep",
        "\"keep your passport\"",
        "\"your passport safe\"",
        "passp*",
        "keep passport -honest",
        "title:passport"
      })
  void lettersOfOtherScriptsAreFoundAsTheyAreRead(String query) throws IOException {
    AssessedAdvert[] adverts =
        Arrays.stream(LOOKALIKES)
            .map(text -> draft().title("about p\u0430ssport").body(text).build())
            .toArray(AssessedAdvert[]::new);
    try (AdvertIndex index = TestIndex.of(folder, adverts)) {
      assertThat(ids(index, query)).hasSize(LOOKALIKES.length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"passport", "keep", "\"your passport\"", "\"we keep\"", "passp*"})
  void signsForLettersAreFoundAsTheyAreRead(String query) throws IOException {
    AssessedAdvert[] adverts =
        Arrays.stream(SIGNS).map(text -> draft().body(text).build()).toArray(AssessedAdvert[]::new);
    try (AdvertIndex index = TestIndex.of(folder, adverts)) {
      assertThat(ids(index, query)).hasSize(SIGNS.length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p4ssp0rt", "k33p", "\"k33p your p4ssp0rt safe\""})
  void whatIsWrittenIsFoundToo(String query) throws IOException {
    AssessedAdvert advert = draft().body(SIGNS[0]).build();
    try (AdvertIndex index = TestIndex.of(folder, advert, draft().body("passport").build())) {
      assertThat(ids(index, query)).containsExactly(id(advert));
    }
  }

  /** What UAX #29 takes for one word, though it reads as several. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No fee.Passport kept",
        "keep_passport_safe",
        "kept:passport",
        "kept\u00B7passport",
        "your passport's page",
        "l\u2019passport d'argent",
        "p4ssport_f33s",
        "f33s_p4ssport"
      })
  void wordsThatASignJoinsAreFoundOneByOne(String text) throws IOException {
    AssessedAdvert advert = draft().body(text).build();
    try (AdvertIndex index = TestIndex.of(folder, advert, draft().body("a port").build())) {
      for (String query : List.of("passport", "passp*", "\"passport\"")) {
        assertThat(ids(index, query)).as(query).containsExactly(id(advert));
      }
    }
  }

  @Test
  void whatASignJoinsIsFoundAsItIsWritten() throws IOException {
    AssessedAdvert advert = draft().body("pay l'argent du voyage to anna_x at example.org").build();
    try (AdvertIndex index = TestIndex.of(folder, advert)) {
      for (String query :
          List.of(
              "\"l'argent du voyage\"",
              "\"argent du voyage\"",
              "anna_x",
              "anna",
              "\"anna_x at example.org\"",
              "example.org")) {
        assertThat(ids(index, query)).as(query).containsExactly(id(advert));
      }
    }
  }

  @Test
  void lettersInBlackSquaresAndCirclesAreFoundAsTheyAreRead() throws IOException {
    AssessedAdvert advert =
        draft()
            .body(
                "your \uD83C\uDD7F\uD83C\uDD70\uD83C\uDD82\uD83C\uDD82 and"
                    + " \uD83C\uDD55\uD83C\uDD54\uD83C\uDD54")
            .build();
    try (AdvertIndex index = TestIndex.of(folder, advert)) {
      for (String query : List.of("pass", "\"your pass and fee\"", "\uD83C\uDD7Fass")) {
        assertThat(ids(index, query)).as(query).containsExactly(id(advert));
      }
    }
  }

  @Test
  void storedQueriesReadTheSame() throws IOException {
    StoredQuery phrase = new StoredQuery("kept", "1", "\"your passport\"", Severity.NOTICE);
    List<String> texts = new ArrayList<>(List.of(LOOKALIKES));
    texts.addAll(List.of(SIGNS));
    try (StoredQueries queries = StoredQueries.of(List.of(phrase))) {
      for (String text : texts) {
        assertThat(queries.matching(draft().body(text).build())).as(text).containsExactly(phrase);
      }
    }
  }

  @Test
  void marksTheWordAsItStands() throws IOException {
    for (String text : List.of(SIGNS[0], SIGNS[1], LOOKALIKES[0])) {
      try (AdvertIndex index =
          TestIndex.of(folder.resolve("" + text.hashCode()), draft().body(text).build())) {
        SearchResult.Hit hit =
            index
                .search(
                    new SearchRequest(
                        "passport", 0, 1, SearchRequest.Order.RISK, 0, Duration.ofSeconds(30)))
                .hits()
                .getFirst();
        Span marked = hit.snippet().matches().getFirst();
        assertThat(
                hit.snippet().text().substring(marked.start(), marked.end()).replaceAll("\\W", ""))
            .startsWith("p")
            .endsWith("rt");
      }
    }
  }

  @Test
  void anyTextIsIndexed() throws IOException {
    Random random = new Random(8);
    String[] pieces = {
      "a",
      "b",
      "e",
      " ",
      " ",
      ".",
      "3",
      "$",
      "@",
      "!",
      "|",
      "\u20AC",
      "\u0430",
      "\u0585",
      "\u200B",
      "\uD83D",
      "\uD83D\uDE00",
      "'",
      "\n",
      "\u0301",
      "\uFB01",
      "aaa",
      "\u0E01\u0E32",
      "\u4EAC",
      "_",
      ":",
      "\uD83C\uDD7F"
    };
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder("w" + i + " ");
      for (int k = random.nextInt(120); k > 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      adverts.add(draft().body(text.toString()).build());
    }
    try (AdvertIndex index = TestIndex.of(folder, adverts.toArray(AssessedAdvert[]::new))) {
      assertThat(ids(index, "")).hasSize(adverts.size());
    }
  }
}
