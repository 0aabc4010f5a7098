package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Span;

class MixedWordTest {
  @ParameterizedTest
  @CsvSource({
    "p\u0430ssport, passport",
    "PASSP\u041ERT FEE, PASSPORT FEE",
    "h\u03BFtel, hotel",
    "passp\u0585rt, passport",
    "\u0440\u0430\u0431o\u0442\u0430, \u0440\u0430\u0431\u043E\u0442\u0430",
    "\u0440a\u0441\u0430, \u0440\u0430\u0441\u0430",
    "p\u2060\u0430ss, p\u2060ass"
  })
  void isPutIntoOneScript(String mixed, String plain) {
    assertThat(MixedWord.unmixed(mixed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passport",
        "\u0440\u0430\u0431\u043E\u0442\u0430",
        "USB\u043A\u0430\u0431\u0435\u043B\u044C",
        "IT-\u0441\u043F\u0435\u0446\u0438\u0430\u043B\u0438\u0441\u0442",
        "5\u0430",
        "\u6771\u4EAC\u30BF\u30EF\u30FC",
        "stra\u00DFe \uFB01n",
        ""
      })
  void otherWordsStayAsTheyAre(String text) {
    assertThat(MixedWord.unmixed(text)).isSameAs(text);
  }

  @Test
  void isNamedWhetherLookalikesExplainItOrNot() {
    assertThat(MixedWord.in("a p\u0430ss, an h\u03BFtel and \u0436ob"))
        .containsExactly(
            new MixedWord(new Span(2, 6), "Latn+Cyrl", "pass"),
            new MixedWord(new Span(11, 16), "Latn+Grek", "hotel"),
            new MixedWord(new Span(21, 24), "Latn+Cyrl", ""));
    assertThat(MixedWord.in("robota \u0440\u0430\u0431\u043E\u0442\u0430 now")).isEmpty();
  }

  @Test
  void keepsTheLengthOfEveryText() {
    Random random = new Random(4);
    String[] pieces = {
      "a",
      "\u0430",
      "\u03BF",
      "\u0436",
      "\u0585",
      " ",
      "\u200B",
      "\uD83D",
      "\uDE00",
      "-",
      "\u00E9",
      "1",
      "\uFB01",
      "\u0301",
      "\uD801\uDC2C",
      "\u4EAC",
      "A",
      "\u0410"
    };
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(MixedWord.unmixed(text.toString()))
          .as("seed 4, round %d", round)
          .hasSameSizeAs(text);
      List<MixedWord> words = MixedWord.in(text.toString());
      for (int i = 1; i < words.size(); i++) {
        assertThat(words.get(i).span().start())
            .as("seed 4, round %d", round)
            .isGreaterThanOrEqualTo(words.get(i - 1).span().end());
      }
    }
  }
}
