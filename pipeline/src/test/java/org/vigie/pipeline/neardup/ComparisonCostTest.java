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
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.pipeline.neardup.PlantedTexts.Place;

/** The CPU time of signing and comparing texts beside that of a plain MinHash-LSH loop. */
@Tag("cost")
class ComparisonCostTest {
  private static final NearDuplicateConfig CONFIG = NearDuplicateConfig.defaults();
  private static final int ROUNDS = 25;

  /** Says whether two signatures are to be linked. */
  private interface Linking {
    boolean links(int[] left, int[] right);
  }

  @Test
  void costsAtMostTwiceAPlainLoopWhereManyAdvertsShareAStockPhrase() {
    PlantedTexts planted = new PlantedTexts(5).campaign(500, 0.2).unrelated(1_500);
    for (Place place : Place.values()) {
      planted.board(1_000, 0.6, place);
    }
    List<List<String>> texts = planted.texts.values().stream().map(Words::of).toList();
    MinHash minHash = new MinHash(CONFIG.signatureLength());
    PlainMinHash plain = new PlainMinHash(CONFIG.signatureLength());

    long least = Long.MAX_VALUE;
    long leastPlain = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      leastPlain =
          Math.min(leastPlain, cpu(texts, plain::signature, ComparisonCostTest::plainlyAlike));
      least =
          Math.min(
              least,
              cpu(
                  texts,
                  words -> minHash.signature(Shingles.of(words, CONFIG.shingleSize())),
                  ComparisonCostTest::alike));
    }

    assertThat((double) least / leastPlain).isLessThanOrEqualTo(2.0);
  }

  private static boolean alike(int[] left, int[] right) {
    return Overlap.similarity(left, right) >= CONFIG.minSimilarity()
        && !Overlap.of(left, right).isBoilerplate();
  }

  private static boolean plainlyAlike(int[] left, int[] right) {
    int equal = 0;
    for (int i = 0; i < left.length; i++) {
      equal += left[i] == right[i] ? 1 : 0;
    }
    return equal >= CONFIG.minSimilarity() * left.length;
  }

  /** Returns the nanoseconds of CPU that one pass over the texts takes. */
  private static long cpu(
      List<List<String>> texts, Function<List<String>, int[]> sign, Linking linking) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Map<Long, List<Integer>> buckets = new HashMap<>();
    List<int[]> signatures = new ArrayList<>();
    int links = 0;
    for (int text = 0; text < texts.size(); text++) {
      int[] signature = sign.apply(texts.get(text));
      Set<Integer> compared = new HashSet<>();
      for (int band = 0; band < CONFIG.bands(); band++) {
        List<Integer> bucket =
            buckets.computeIfAbsent(
                MinHash.bucket(signature, band, CONFIG.rowsPerBand()), key -> new ArrayList<>());
        for (int other : bucket) {
          links += compared.add(other) && linking.links(signature, signatures.get(other)) ? 1 : 0;
        }
        if (bucket.size() < CONFIG.representatives()) {
          bucket.add(text);
        }
      }
      signatures.add(signature);
    }
    assertThat(links).isPositive();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  /** MinHash of distinct shingles, without the places where they stand. */
  private static final class PlainMinHash {
    private final long[] multipliers;
    private final long[] addends;

    PlainMinHash(int length) {
      SplittableRandom random = new SplittableRandom(6);
      multipliers = random.longs(length).map(value -> value | 1).toArray();
      addends = random.longs(length).toArray();
    }

    int[] signature(List<String> words) {
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
