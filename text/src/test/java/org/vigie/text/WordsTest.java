package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import opennlp.tools.tokenize.SimpleTokenizer;
import org.junit.jupiter.api.Test;

/** Why words aren't split by OpenNLP's tokeniser. */
class WordsTest {
  @Test
  void keepWholeWhatOpenNlpsTokenizerParts() {
    for (String word : List.of("pa55port", "d'accord")) {
      assertThat(Words.of(word)).as(word).hasSize(1);
      assertThat(SimpleTokenizer.INSTANCE.tokenize(word)).as(word).hasSizeGreaterThan(1);
    }
  }

  @Test
  void tellWhichClauseAWordStandsIn() {
    assertThat(Words.of("no fees, passport copy: now"))
        .extracting(Word::clause)
        .containsExactly(0, 0, 1, 1, 2);
  }
}
