package org.vigie.text.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  @Test
  void leavesOrdinaryTextOfAnyScriptAlone() {
    String text = "Angajăm fete · Потрібні · عمل في الفندق · 招聘 · 👍 naïve e\u0301";

    assertThat(SafeText.line(text)).isEqualTo(text);
  }

  @Test
  void showsWhatMovesTheCursorOrReordersText() {
    assertThat(SafeText.line("a\u001B[2Jb\u0007c\u202Ed\u2066e\u200Ff"))
        .isEqualTo("a<U+001B>[2Jb<U+0007>c<U+202E>d<U+2066>e<U+200F>f");
  }

  @Test
  void showsWhatHides() {
    assertThat(SafeText.line("a\u200Bb\u00ADc\uFEFFd\u3164e\u2800f"))
        .isEqualTo("a<U+200B>b<U+00AD>c<U+FEFF>d<U+3164>e<U+2800>f");
    assertThat(SafeText.line(new StringBuilder().appendCodePoint(0xE0041).toString()))
        .isEqualTo("<U+E0041>");
  }

  @Test
  void showsALoneSurrogate() {
    assertThat(SafeText.line("a\uD800b\uDC00")).isEqualTo("a<U+D800>b<U+DC00>");
  }

  @Test
  void putsAReplacementForHalfOfAPairAlone() {
    assertThat(SafeText.whole("a\uD800b\uDC00\uD83D\uDE00\u202E"))
        .isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00\u202E");
  }

  @Test
  void keepsLineBreaksOfABlockAndNoneOfALine() {
    assertThat(SafeText.block("a\r\nb\rc\td\n")).isEqualTo("a\nb c d\n");
    assertThat(SafeText.line("a\r\nb\rc\td")).isEqualTo("a b c d");
    assertThat(SafeText.line("a\u2028b\u0085c\u000Bd")).isEqualTo("a<U+2028>b<U+0085>c<U+000B>d");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void printsNothingInvisibleWhateverItIsGiven(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append((char) random.nextInt(0x10000));
    }

    assertThat(SafeText.block(text.toString()).codePoints())
        .as("seed %d", seed)
        .allMatch(c -> c == '\n' || SafeText.isVisible(c));
  }
}
