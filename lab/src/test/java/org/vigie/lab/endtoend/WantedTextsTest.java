package org.vigie.lab.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WantedTextsTest {
  @Test
  void areFoundWhereSearchingForEachFindsOne() {
    Random random = new Random(5);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      List<String> texts =
          Stream.generate(() -> word(random, 3 + random.nextInt(4))).limit(4).toList();
      String content = word(random, random.nextInt(40));

      boolean expected = texts.stream().anyMatch(content::contains);

      assertThat(new WantedTexts(texts).areIn(content.getBytes(ISO_8859_1))).isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isBetween(200, 1_800);
  }

  @Test
  void areFoundAtTheEndAndBesideAnyByte() {
    WantedTexts texts = new WantedTexts(List.of("mark", "phrase"));
    byte[] every = new byte[260];
    for (int i = 0; i < 256; i++) {
      every[i] = (byte) i;
    }
    assertThat(texts.areIn(every)).isFalse();
    System.arraycopy("mark".getBytes(ISO_8859_1), 0, every, 256, 4);
    assertThat(texts.areIn(every)).isTrue();
    assertThat(texts.areIn("xmar".getBytes(ISO_8859_1))).isFalse();
    assertThat(new WantedTexts(List.of()).areIn(every)).isFalse();
  }

  @Test
  void mustBeWritableInOneWay() {
    assertThatThrownBy(() -> new WantedTexts(List.of("ab")))
        .hasMessage("a text must be of three ASCII characters or more, but was ab");
    assertThatThrownBy(() -> new WantedTexts(List.of("naïve")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of so few letters that texts often meet. */
  private static String word(Random random, int length) {
    return random.ints(length, 'a', 'd').mapToObj(Character::toString).reduce("", String::concat);
  }
}
