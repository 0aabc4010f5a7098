package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @CsvSource({
    "passp\u0585rt, passport",
    "p\u0561ss, pwss",
    "\u13E2\u13AAssport, passport",
    "p\u0251ss\uFF50ort, passport",
    "p\u1D00ssp\u1D0Frt, p\u1D00ssport",
    "p\u03B1ssp\u03BFrt, passport",
    "pa\u0455\u0455port, passport",
    "c\u04300\u0441t, ca0ct",
    "\uD83C\uDD5F\uD83C\uDD50ssport, passport",
    "\uD83C\uDD7F\uD83C\uDD70ssport, passport",
    "p\uD801\uDC2Cst, post",
    "\uD835\uDD5D\uD835\uDD56\uD835\uDD69, lex",
    "p\u0336a\u0336\u0455\u0336s\u0336, pass",
    "t\u0435\u043C\u043D\u0430, \u0442\u0435\u043C\u043D\u0430",
    "h\u043E\u0432\u044B\u0439, \u043D\u043E\u0432\u044B\u0439",
    "\u03BB\u03CC\u03B3o\u03C2, \u03BB\u03CC\u03B3\u03BF\u03C3"
  })
  void putsBackWhatImitatesTheScriptOfAWord(String disguised, String plain) {
    assertThat(NormalizedText.of(disguised).folded()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0565\u0580\u0587\u0561\u0576",
        "\u13E3\u13B3\u13A9",
        "\u05E9\u05DC\u05D5\u05DD",
        "\u10DB\u10D0\u10D3\u10DA\u10DD\u10D1\u10D0",
        "ti\u1EBFng vi\u1EC7t",
        "\u0219i \u021Bar\u0103",
        "\u043F\u0430\u0441\u043F\u043E\u0440\u0442",
        "\u03C0\u03B1\u03C1\u03AC\u03B4\u03B5\u03B9\u03B3\u03BC\u03B1"
      })
  void leavesWordsOfOneScriptAlone(String genuine) {
    NormalizedText text = NormalizedText.of(genuine);

    assertThat(text.traces(0, text.length()) & Trace.CONFUSABLE).isZero();
  }

  @Test
  void dropsMarksOverDigitsAndThroughLettersWithATrace() {
    NormalizedText text = NormalizedText.of("0\u03367\u0301\u0301 e\u0301a\u0489");

    assertThat(text.folded()).isEqualTo("07 \u00E9a");
    assertThat(text.originalSpan(0, 2)).isEqualTo(new Span(0, 5));
    assertThat(text.trace(0)).isEqualTo(Trace.MARKED);
    assertThat(text.trace(3)).isEqualTo(Trace.NONE);
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
