package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignCardTest {
  @Test
  void countsTextsALanguageInLinesOfTwelve() {
    List<SignLine> lines =
        IntStream.range(0, 13)
            .mapToObj(i -> "a" + (char) ('a' + i))
            .flatMap(language -> IntStream.range(0, 2).mapToObj(i -> line(language)))
            .toList();

    assertThat(
            SignCard.of("signs-0", 0.5, 0.4, List.of(lines), List.of(), List.of("aa"), List.of()))
        .endsWith(
            "\nTexts a language:\n"
                + "aa 2, ab 2, ac 2, ad 2, ae 2, af 2, ag 2, ah 2, ai 2, aj 2, ak 2, al 2,\n"
                + "am 2.\n");
  }

  private static SignLine line(String language) {
    return new SignLine(language, List.of(), "other", "offer", "plain", "text", "");
  }
}
