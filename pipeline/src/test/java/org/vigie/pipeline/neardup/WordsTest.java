package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.text.ProcessorTime;

class WordsTest {
  @Test
  void foldsCaseWidthAndPunctuation() {
    assertThat(Words.of("Hello, WORLD! ２４/7")).containsExactly("hello", "world", "24", "7");
  }

  @Test
  void keepsWordsOfEveryScriptWhole() {
    assertThat(Words.of("Робота в готелі — عمل في فندق"))
        .containsExactly("робота", "в", "готелі", "عمل", "في", "فندق");
  }

  @Test
  void takesEachCharacterForAWordWhereWordsDoNotPart() {
    assertThat(Words.of("仕事 abc")).containsExactly("仕", "事", "abc");
  }

  @Test
  void takesLettersAndDigitsAloneForPartsOfWordsAmongTheCharactersOfAscii() {
    for (char character = 0; character < 0x80; character++) {
      boolean joins = Character.isLetterOrDigit(character);

      assertThat(Words.of("xx" + character + "yy"))
          .as("character %d", (int) character)
          .hasSize(joins ? 1 : 2);
    }
  }

  @Test
  void takesAnyStringAtAll() {
    assertThat(Words.of("")).isEmpty();
    assertThat(Words.of("\uD800 a\u0000b")).containsExactly("a", "b");
  }

  @Test
  void takesMarksWithoutEndInTimeThatGrowsWithTheirNumber() {
    String marks = "a" + "\u0301\u0323".repeat(500_000);

    // A linear pass takes a fraction of a second; to sort them all takes minutes.
    List<String> words = ProcessorTime.within(Duration.ofSeconds(30), () -> Words.of(marks));

    assertThat(words).hasSize(1);
  }

  /** A zero-width space, a Cyrillic letter, letters struck through, bold, in full width. */
  @Test
  void areTheSameInDisguise() {
    assertThat(Words.of("kit\u200Bchen h\u0435lp w\u0336o\u0336r\u0336k \uD835\uDC1Cook \uFF52oom"))
        .containsExactly("kitchen", "help", "work", "cook", "room");
  }

  @Test
  void areTheSameHoweverAnAsciiTextIsFolded() {
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(20, 0, 0x80).forEach(text::appendCodePoint);
      // A letter beyond ASCII takes the long way.
      assertThat(Words.of(text + " \u0434"))
          .startsWith(Words.of(text.toString()).toArray(String[]::new));
    }
  }
}
