package org.vigie.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Span;

class NormalizedTextTest {
  @Test
  void foldsCaseWidthAndInvisibleCharacters() {
    NormalizedText text = NormalizedText.of("Ｃ\u200BA\u202ELL");

    assertThat(text.folded()).isEqualTo("call");
    assertThat(text.originalSpan(0, 4)).isEqualTo(new Span(0, 6));
    assertThat(text.trace(0)).isEqualTo(Trace.STYLED);
    assertThat(text.trace(1)).isEqualTo(Trace.INVISIBLE);
  }

  @Test
  void readsDigitsOfEveryScriptAndStyle() {
    assertThat(NormalizedText.of("٠١٢ ０１ 3\uFE0F\u20E34\u20E3 ➊⓿ 🔟 𝟕 ⑧").folded())
        .isEqualTo("012 01 34 10 10 7 8");
  }

  @Test
  void coversAWholeKeycapWithTheSpanOfItsDigit() {
    NormalizedText text = NormalizedText.of("a 3\uFE0F\u20E3 b");

    assertThat(text.originalSpan(2, 3)).isEqualTo(new Span(2, 5));
    assertThat(text.trace(2)).isEqualTo(Trace.STYLED);
  }

  @Test
  void putsImitatedLettersBackInsideWordsThatMixScripts() {
    NormalizedText text = NormalizedText.of("p\u0430ssp\u043Ert");

    assertThat(text.folded()).isEqualTo("passport");
    assertThat(text.traces(0, 8)).isEqualTo(Trace.CONFUSABLE);
  }

  @Test
  void putsLatinLettersBackInsideCyrillicWords() {
    assertThat(NormalizedText.of("p\u0430\u0431\u043Et\u0430").folded())
        .startsWith("\u0440\u0430\u0431\u043E");
  }

  @Test
  void leavesGenuineCyrillicGreekAndArabicAlone() {
    String genuine = "\u0441\u043E\u0440\u043E\u043A \u03BF\u03C0\u03B1 \u0639\u0645\u0644";

    assertThat(NormalizedText.of(genuine).folded()).isEqualTo(genuine);
  }

  @Test
  void mapsEveryPositionOfAnyTextIntoTheOriginal() {
    long seed = 20_260_101L;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String original = HostileText.random(random, 60);
      NormalizedText text = NormalizedText.of(original);
      int before = 0;
      for (int i = 0; i < text.length(); i++) {
        Span span = text.originalSpan(i, i + 1);
        assertThat(span.end()).as("seed %d", seed).isLessThanOrEqualTo(original.length());
        assertThat(span.start()).as("seed %d", seed).isGreaterThanOrEqualTo(before);
        before = span.start();
      }
    }
  }

  @Test
  void boundsThePieceThatIsSortedSoThatAMillionMarksTakeLinearTime() {
    String marks = "a" + "\u0301\u0323".repeat(500_000);

    assertThat(NormalizedText.of(marks).length()).isGreaterThan(0);
  }

  @Test
  void takesAccentsOffLatinWordsAndKeepsCyrillicLetters() {
    assertThat(Words.of(NormalizedText.of("Locuință, d’été; йод l'été")))
        .extracting(Word::text)
        .containsExactly("locuinta", "dete", "йод", "lete");
  }

  @Test
  void takesStrokeAndAccentOffTogetherAndAnyApostropheForOne() {
    assertThat(
            Words.of(
                NormalizedText.of(
                    "K\u01FFge \u043F'\u044F\u0442\u044C \u043F\u02BC\u044F\u0442\u044C")))
        .extracting(Word::text)
        .containsExactly("koge", "\u043F\u044F\u0442\u044C", "\u043F\u044F\u0442\u044C");
  }

  @Test
  void startsAClauseAtPunctuation() {
    assertThat(Words.of(NormalizedText.of("no fees, no papers\nno")))
        .extracting(Word::clause)
        .containsExactly(0, 0, 1, 1, 2);
  }
}
