package org.vigie.classifier.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

class MentionTest {
  @ParameterizedTest
  @CsvSource({"men, women", "German, Polish"})
  void tellsNothingByWordsForProtectedAttributes(String one, String other) throws IOException {
    String sentence = "Police arrested two %s owners who charged a registration fee.";

    assertThat(features(sentence.formatted(one))).isEqualTo(features(sentence.formatted(other)));
    assertThat(features(sentence.formatted(one)))
        .contains("word=arrested")
        .isNotEqualTo(features(sentence.formatted("new")));
  }

  private static String[] features(String sentence) throws IOException {
    NormalizedText text = NormalizedText.of(sentence);
    List<Word> words = Words.of(text);
    int last = words.size() - 1;
    return new Mention(text, words, MaskedWords.load(ModelsFolder.path()).in(words), last - 1, last)
        .features();
  }
}
