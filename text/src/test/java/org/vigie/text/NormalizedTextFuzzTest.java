package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.vigie.advert.Span;

/** Whatever a text is made of, its normal form is one, and every position leads back. */
class NormalizedTextFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void mapsEveryPositionBackToTheOriginal(byte[] bytes) {
    String original = FuzzedText.of(bytes);
    NormalizedText text = NormalizedText.of(original);

    assertThat(text.original()).isEqualTo(original);
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      Span span = text.originalSpan(i, i + 1);
      assertThat(span.start()).isBetween(last, original.length() - 1);
      assertThat(span.end()).isBetween(span.start() + 1, original.length());
      last = span.start();
    }
    checkWords(text);
  }

  private static void checkWords(NormalizedText text) {
    List<Word> words = Words.of(text);
    int end = 0;
    int clause = 0;
    for (Word word : words) {
      assertThat(word.start()).isGreaterThanOrEqualTo(end);
      assertThat(word.end()).isBetween(word.start() + 1, text.length());
      assertThat(word.clause()).isGreaterThanOrEqualTo(clause);
      assertThat(Words.compared(word.text())).isEqualTo(word.text());
      end = word.end();
      clause = word.clause();
    }
  }
}
