package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real adverts in other orders, which lie outside the repository.
 *
 * <p>The floor is below 0.999, which is aimed at: a few adverts of the classifieds' one large
 * cluster resemble it through adverts alone that full buckets don't keep.
 */
class ReshuffledAdvertsTest {

  /** Beside the first: more of them are more of the same. */
  private static final int ORDERS = 2;

  @ParameterizedTest
  @ValueSource(strings = {"emscad_dev", "classifieds_ie_dev"})
  void areClusteredAlikeInAnyOrder(String name) throws Exception {
    Map<String, String> texts = PublicAdvertsTest.texts(PublicAdvertsTest.adverts(name));
    List<Map.Entry<String, String>> entries = new ArrayList<>(texts.entrySet());
    Map<String, String> first = TextClusters.of(texts, NearDuplicateConfig.defaults()).clusterOf();

    for (int seed = 0; seed < ORDERS; seed++) {
      Collections.shuffle(entries, new Random(seed));
      Map<String, String> shuffled = new LinkedHashMap<>();
      entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
      Agreement agreement =
          Agreement.of(
              first, TextClusters.of(shuffled, NearDuplicateConfig.defaults()).clusterOf());

      System.out.printf(
          "%s in order %d: adjusted Rand index %.5f%n", name, seed, agreement.adjustedRand());
      assertThat(agreement.adjustedRand()).as("order %d", seed).isGreaterThanOrEqualTo(0.96);
    }
  }
}
