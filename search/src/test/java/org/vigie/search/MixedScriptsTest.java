package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Span;

class MixedScriptsTest {
  @ParameterizedTest
  @CsvSource({
    "p\u0430ssport, passport",
    "PASSP\u041ERT FEE, PASSPORT FEE",
    "h\u03BFtel, hotel",
    "\u0440\u0430\u0431o\u0442\u0430, \u0440\u0430\u0431\u043E\u0442\u0430",
    "\u0440a\u0441\u0430, \u0440\u0430\u0441\u0430",
    "p\u2060\u0430ss, p\u2060ass"
  })
  void putsLettersOfOneWordIntoOneScript(String mixed, String plain) {
    assertThat(MixedScripts.unmixed(mixed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passport",
        "\u0440\u0430\u0431\u043E\u0442\u0430",
        "USB\u043A\u0430\u0431\u0435\u043B\u044C",
        "IT-\u0441\u043F\u0435\u0446\u0438\u0430\u043B\u0438\u0441\u0442",
        "5\u0430",
        ""
      })
  void leavesOtherWordsAsTheyAre(String text) {
    assertThat(MixedScripts.unmixed(text)).isSameAs(text);
  }

  @Test
  void namesTheWordsThatMixScriptsWhetherLookalikesExplainThemOrNot() {
    assertThat(MixedScripts.words("a p\u0430ss, an h\u03BFtel and \u0436ob"))
        .containsExactly(
            new MixedScripts.Word(new Span(2, 6), "Cyrl", "pass"),
            new MixedScripts.Word(new Span(11, 16), "Grek", "hotel"),
            new MixedScripts.Word(new Span(21, 24), "Cyrl", ""));
    assertThat(MixedScripts.words("robota \u0440\u0430\u0431\u043E\u0442\u0430 now")).isEmpty();
  }

  @Test
  void keepsTheLengthOfEveryText() {
    Random random = new Random(4);
    List<String> pieces =
        List.of("a", "\u0430", "\u03BF", "ж", " ", "\u200B", "\uD83D", "\uDE00", "-", "é", "1");
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(Adverts.pick(random, pieces));
      }
      assertThat(TextAnalysis.plain(text.toString())).hasSameSizeAs(text);
    }
  }
}
