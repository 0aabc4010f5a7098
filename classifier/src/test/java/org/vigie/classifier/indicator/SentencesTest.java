package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Sentences written by hand, apart from the lexicons: said, denied and warned of. */
class SentencesTest {
  private static IndicatorFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "sentences.csv", numLinesToSkip = 1, delimiter = '|')
  void showsWhatASentenceSaysAndNotWhatItDeniesOrWarnsOf(
      String indicator, String language, String shown, String denied, String warnedOf) {
    assertThat(find(shown)).as(language).contains(indicator);
    assertThat(find(denied)).as(language).doesNotContain(indicator);
    assertThat(find(warnedOf)).as(language).doesNotContain(indicator);
  }

  private static List<String> find(String sentence) {
    Advert advert =
        Advert.builder(Channel.FILE, "example.org", Instant.EPOCH).body(sentence).build();
    NormalizedText text = NormalizedText.of(advert.text());
    return finder.find(advert, text, Words.of(text), List.of()).stream()
        .map(Indicator::id)
        .toList();
  }
}
