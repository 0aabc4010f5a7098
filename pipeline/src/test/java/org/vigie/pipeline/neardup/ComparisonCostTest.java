package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.pipeline.neardup.PlantedTexts.Place;

/** The CPU time of signing and comparing texts beside that of a plain MinHash-LSH loop. */
@Tag("cost")
class ComparisonCostTest {
  private static final NearDuplicateConfig CONFIG = NearDuplicateConfig.defaults();
  private static final double MOST = 2.0;
  private static final int FEWEST = 25;

  /** What disturbs a measurement only ever makes it longer, so it goes on until it holds. */
  private static final int ROUNDS = 150;

  /** A way to sign texts and to say which are to be linked. */
  private interface Way<S> {
    S sign(List<String> words);

    int[] signature(S signed);

    boolean links(S left, S right);
  }

  /** A text as the stream has it when it comes, and as it keeps it. */
  private record Signed(int number, int[] signature, Sketch sketch, byte[] kept) {}

  @Test
  void costsAtMostTwiceAPlainLoopWhereManyAdvertsShareAStockPhrase() {
    PlantedTexts planted = new PlantedTexts(5).campaign(500, 0.2).unrelated(1_500);
    for (Place place : Place.values()) {
      planted.board(1_000, 0.6, place);
    }
    List<List<String>> texts = planted.texts.values().stream().map(Words::of).toList();
    long least = Long.MAX_VALUE;
    long leastPlain = Long.MAX_VALUE;
    for (int round = 0; round < FEWEST || (round < ROUNDS && least > MOST * leastPlain); round++) {
      leastPlain = Math.min(leastPlain, cpu(texts, new PlainMinHash(CONFIG.signatureLength())));
      least = Math.min(least, cpu(texts, new Sketches()));
    }

    assertThat((double) least / leastPlain).isLessThanOrEqualTo(MOST);
  }

  /** Returns the nanoseconds of CPU that one pass over the texts takes. */
  private static <S> long cpu(List<List<String>> texts, Way<S> way) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Map<Long, List<Integer>> buckets = new HashMap<>();
    List<S> all = new ArrayList<>();
    int links = 0;
    for (int text = 0; text < texts.size(); text++) {
      S signed = way.sign(texts.get(text));
      Set<Integer> compared = new HashSet<>();
      for (int band = 0; band < CONFIG.bands(); band++) {
        List<Integer> bucket =
            buckets.computeIfAbsent(
                MinHash.bucket(way.signature(signed), band, CONFIG.rowsPerBand()),
                key -> new ArrayList<>());
        for (int other : bucket) {
          links += compared.add(other) && way.links(signed, all.get(other)) ? 1 : 0;
        }
        if (bucket.size() < CONFIG.representatives()) {
          bucket.add(text);
        }
      }
      all.add(signed);
    }
    assertThat(links).isPositive();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  /** As the stream does it. */
  private static final class Sketches implements Way<Signed> {
    private final MinHash minHash = new MinHash(CONFIG.signatureLength());
    private final ReadSketches read = new ReadSketches();
    private int signed;

    @Override
    public Signed sign(List<String> words) {
      long[] shingles = Shingles.of(words, CONFIG.shingleSize());
      byte[] kept = Sketch.of(shingles).bytes();
      return new Signed(signed++, minHash.signature(shingles), Sketch.read(kept), kept);
    }

    @Override
    public int[] signature(Signed signed) {
      return signed.signature();
    }

    @Override
    public boolean links(Signed left, Signed right) {
      Overlap overlap = Overlap.of(left.sketch(), read.of(right.number(), right.kept()));
      return overlap.similarity() >= CONFIG.minSimilarity() && !overlap.isBoilerplate();
    }
  }

  /** MinHash of distinct shingles, without the places where they stand. */
  private static final class PlainMinHash implements Way<int[]> {
    private final long[] multipliers;
    private final long[] addends;

    PlainMinHash(int length) {
      SplittableRandom random = new SplittableRandom(6);
      multipliers = random.longs(length).map(value -> value | 1).toArray();
      addends = random.longs(length).toArray();
    }

    @Override
    public int[] signature(int[] signed) {
      return signed;
    }

    @Override
    public boolean links(int[] left, int[] right) {
      int equal = 0;
      for (int i = 0; i < left.length; i++) {
        equal += left[i] == right[i] ? 1 : 0;
      }
      return equal >= CONFIG.minSimilarity() * left.length;
    }

    @Override
    public int[] sign(List<String> words) {
      int[] signature = new int[multipliers.length];
      Arrays.fill(signature, Integer.MAX_VALUE);
      long[] shingles = Shingles.of(words, CONFIG.shingleSize());
      for (long shingle : Arrays.stream(shingles).sorted().distinct().toArray()) {
        for (int i = 0; i < signature.length; i++) {
          int hash = (int) ((multipliers[i] * shingle + addends[i]) >>> 32);
          signature[i] = Math.min(signature[i], hash);
        }
      }
      return signature;
    }
  }
}
