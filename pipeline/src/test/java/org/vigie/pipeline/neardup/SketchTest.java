package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.pipeline.state.ReadBack;

class SketchTest {
  private static final int PAIRS = 400;

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 63, 64, 65, 110, 2_000, 100_000})
  void isReadAsItIsWritten(int shingles) {
    Sketch sketch = Sketch.of(new Random(3).longs(shingles).toArray());

    assertThat(Sketch.read(sketch.bytes())).usingRecursiveComparison().isEqualTo(sketch);
    assertThat(sketch.bytes()[0]).isNotZero();
  }

  @Test
  void holdsAFewWordsThatAreSaidManyTimes() {
    long[] shingles =
        new Random(4).longs(5_000).map(value -> Math.floorMod(value, 3L) << 62 | 7).toArray();
    Sketch sketch = Sketch.of(shingles);

    assertThat(Sketch.read(sketch.bytes())).usingRecursiveComparison().isEqualTo(sketch);
    assertThat(sketch.bytes()).hasSizeLessThan(16);
    assertThat(Overlap.of(sketch, sketch).similarity()).isOne();
  }

  @Test
  void isTheSameWhateverTheOrderOfShinglesButForTheirRegions() {
    assertThat(Sketch.of(new long[] {1L << 60, 2L << 60, 3L << 60}).bytes())
        .isEqualTo(Sketch.of(new long[] {3L << 60, 1L << 60, 2L << 60, 2L << 60}).bytes());
  }

  /** The mean of many estimates is right, and each is no further off than twice the aimed at. */
  @ParameterizedTest
  @CsvSource({"110, 0.1", "110, 0.25", "110, 0.5", "110, 1", "1000, 0.25", "64, 0.25"})
  void estimatesTheJaccardSimilarityOfTwoTexts(int size, double jaccard) {
    SplittableRandom random = new SplittableRandom(7);
    double sum = 0;
    double squares = 0;
    int shared = (int) Math.round(2 * size * jaccard / (1 + jaccard));
    double truth = (double) shared / (2 * size - shared);
    for (int pair = 0; pair < PAIRS; pair++) {
      long[] common = random.longs(shared).toArray();
      double estimate =
          Overlap.of(
                  Sketch.of(with(common, random.longs(size - shared))),
                  Sketch.of(with(common, random.longs(size - shared))))
              .similarity();
      sum += estimate;
      squares += (estimate - truth) * (estimate - truth);
    }

    assertThat(sum / PAIRS).isCloseTo(truth, within(0.01));
    // Of 64 positions with putting back it would be up to 0.0625.
    assertThat(Math.sqrt(squares / PAIRS)).isLessThan(0.055);
  }

  @Test
  void knowsTextsOfAtMostSixtyFourShinglesAsTheyAre() {
    Random random = new Random(9);
    for (int pair = 0; pair < 200; pair++) {
      long[] common = random.longs(random.nextInt(30)).toArray();
      long[] left = with(common, random.longs(1 + random.nextInt(30)));
      long[] right = with(common, random.longs(1 + random.nextInt(30)));
      Set<Long> union = new HashSet<>(Arrays.stream(left).boxed().toList());
      Arrays.stream(right).forEach(union::add);

      // By chance one of a thousand pairs of hashes has the same sixteen bits.
      assertThat(Overlap.of(Sketch.of(left), Sketch.of(right)).similarity())
          .isCloseTo((double) common.length / union.size(), within(0.05));
    }
  }

  @Test
  void comparesAShortTextWithALongOne() {
    long[] part = new Random(10).longs(30).toArray();
    long[] whole = with(part, new Random(11).longs(3_000));

    assertThat(Overlap.of(Sketch.of(part), Sketch.of(whole)).similarity()).isLessThan(0.1);
  }

  @Test
  void takesFewBytesInState() throws IOException {
    byte[] sample = Sketch.of(new Random(12).longs(110).toArray()).bytes();
    Representative advert = new Representative("a-0123456789abcdef0123", 20_458, 1_234_567, sample);

    assertThat(sample).hasSizeLessThan(122);
    ReadBack.isTheSame(new Representative.Serializer(), advert);
    assertThat(ReadBack.size(new Representative.Serializer(), advert))
        .isEqualTo(sample.length + 19);
  }

  private static long[] with(long[] common, LongStream more) {
    return LongStream.concat(Arrays.stream(common), more).toArray();
  }
}
