package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

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
  void takesAnyStringAtAll() {
    assertThat(Words.of("")).isEmpty();
    assertThat(Words.of("\uD800 a\u0000b")).containsExactly("a", "b");
  }

  @Test
  void takesMarksWithoutEndInTimeThatGrowsWithTheirNumber() {
    String marks = "a" + "\u0301\u0323".repeat(500_000);

    // A linear pass takes a fraction of a second; to sort them all takes minutes.
    List<String> words =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Words.of(marks));

    assertThat(words).hasSize(1);
  }
}
