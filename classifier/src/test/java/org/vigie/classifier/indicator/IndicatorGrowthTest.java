package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.Growth;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The cost of a text that was written to be costly: twice the length, twice the time.
 *
 * <p>{@code -Dvigie.growth.chars=8388608} goes up to 8 MiB and prints what it measures.
 */
@Tag("cost")
class IndicatorGrowthTest {
  private static final int CHARS = Integer.getInteger("vigie.growth.chars", 1 << 19);

  /** Twice the text may take 2.3 times as long: twice, and room for caches. */
  private static final double MOST = 2.3;

  private static final int FEWEST = 7;
  private static final int ROUNDS = 400;
  private static final Advert ADVERT =
      Advert.builder(Channel.FILE, "example.org", Instant.EPOCH).body("x").build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration fee never ",
        "18 not yet 18 not yet ",
        "no contract no experience free accommodation passport copy ",
        "warning signs \u00ab passport copy \u00bb ",
        "human trafficking \" ",
        "no no no passport fee ",
        "r3gistrati0n f33 ",
        "r e g i s t r a t i o n f e e ",
        "f.e.e. ",
        "1 2 3 a ",
        "feeeee$$$$!!!! ",
        "a!b|c@d",
        "a b c"
      })
  void growsWithTheLengthOfTheText(String piece) throws IOException {
    IndicatorFinder finder =
        IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    Text eighth = Text.of(piece, CHARS / 8);
    Text whole = Text.of(piece, CHARS);
    double growth =
        Growth.perDoubling(
            () -> eighth.find(finder), () -> whole.find(finder), MOST, FEWEST, ROUNDS);

    if (CHARS > 1 << 19) {
      System.out.printf("%s: x%.2f%n", piece, growth);
    }
    assertThat(growth).isLessThanOrEqualTo(MOST);
  }

  private record Text(NormalizedText text, List<Word> words) {
    static Text of(String piece, int length) {
      NormalizedText text = NormalizedText.of(piece.repeat(length / piece.length()));
      return new Text(text, Words.of(text));
    }

    void find(IndicatorFinder finder) {
      finder.find(ADVERT, text, words, List.of());
    }
  }
}
