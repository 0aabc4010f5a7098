package org.vigie.classifier.digit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordBeginningsTest {
  private static final List<String> WORDS = List.of("at", "dot", "arroba", "zero", "oeil");

  private final WordBeginnings beginnings = new WordBeginnings(WORDS);

  @ParameterizedTest
  @ValueSource(strings = {"at", "dot", "arroba", "zero", "oeil", "do't", "dótt", "a'rroba", "œil"})
  void neverLeavesOutAWordOfTheListHoweverItIsWritten(String word) {
    assertThat(beginnings.mayBegin(word, 0, word.length())).isTrue();
  }

  @Test
  void leavesOutWordsThatBeginOtherwise() {
    assertThat(List.of("attend", "don", "apply", "zest", "work", "is"))
        .noneMatch(word -> beginnings.mayBegin(word, 0, word.length()));
  }
}
