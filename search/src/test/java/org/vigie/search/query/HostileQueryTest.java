package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.Adverts.saying;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.SearchRequest;
import org.vigie.search.TestIndex;

class HostileQueryTest {
  private static final AssessedAdvert ADVERT = saying("passport \uD83D\uDE00 fee");

  /** What queries are made of, and what they should not be made of. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "fee",
          " ",
          " ",
          "(",
          ")",
          "\"",
          "*",
          "-",
          ":",
          "<",
          ">",
          "=",
          "AND",
          "OR",
          "NOT",
          "phone:",
          "risk",
          "place:",
          "cluster:",
          "after:",
          "0.5",
          "2026-01-01",
          "+33",
          "06 39",
          "\u0000",
          "\uD800",
          "\uDC00",
          "\u202E",
          "\u200B",
          "\uFEFF",
          "ﷺ",
          "é",
          "中",
          "|",
          "\\",
          "id:",
          "title:",
          "handle:@",
          "1234567");

  @TempDir Path folder;

  @Test
  void eitherAnswersOrSaysWhatIsWrong() throws IOException {
    Random random = new Random(13);
    int answered = 0;
    try (AdvertIndex index = TestIndex.of(folder, ADVERT)) {
      for (int round = 0; round < 5_000; round++) {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
          query.append(Adverts.pick(random, PIECES));
        }
        answered += answers(index, query.toString()) ? 1 : 0;
      }
    }
    assertThat(answered).isBetween(500, 4_500);
  }

  @Test
  void refusesWhatIsTooMuch() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERT)) {
      for (String query :
          List.of(
              "a".repeat(1 << 20),
              "(".repeat(10_000),
              "\"" + "a ".repeat(2_000) + "\"",
              "pass* ".repeat(19),
              "site:x* OR cluster:c ".repeat(10),
              "\u0000".repeat(5_000))) {
        assertThatThrownBy(() -> ids(index, query)).isInstanceOf(QuerySyntaxException.class);
      }
    }
  }

  @Test
  void passesOverWhatHoldsNoWord() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERT)) {
      assertThat(ids(index, "passport - ... \"!\" -?")).hasSize(1);
      assertThat(ids(index, "\u0000passport\u0000")).hasSize(1);
      assertThat(ids(index, "\u202Epassport\u202C")).hasSize(1);
      assertThat(ids(index, "\uD83D\uDE00")).hasSize(1);
      assertThatThrownBy(() -> ids(index, "place:\"\u200B\""))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("only invisible characters");
    }
  }

  @Test
  void refusesAPrefixOfTooManyWords() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 10_001; i++) {
      words.append("zz").append(i).append(' ');
    }
    try (AdvertIndex index = TestIndex.of(folder, saying(words.toString()))) {
      assertThatThrownBy(() -> ids(index, "zz*"))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("over 10000 words");
      assertThat(ids(index, "zz1*")).hasSize(1);
    }
  }

  private static boolean answers(AdvertIndex index, String query) throws IOException {
    try {
      index.search(SearchRequest.of(query));
      return true;
    } catch (QuerySyntaxException e) {
      assertThat(e).hasMessageContaining(" must ");
      return false;
    }
  }
}
