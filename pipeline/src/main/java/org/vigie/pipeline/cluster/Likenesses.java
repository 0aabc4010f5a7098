package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.neardup.Resemblance;

/**
 * Which of some adverts are alike, found as the stream finds it: by buckets, each with some
 * representatives. So the work grows with the number of adverts and not with that of pairs.
 */
final class Likenesses {
  private final NearDuplicateConfig config;
  private final Resemblance resemblance;
  private final Map<String, byte[]> sketches = new HashMap<>();

  /** Side and bucket → its first adverts. Adverts of two sides don't stand for one another. */
  private final Map<String, List<String>> buckets = new HashMap<>();

  Likenesses(NearDuplicateConfig config) {
    this.config = config;
    resemblance = new Resemblance(config);
  }

  /**
   * Takes in an advert and returns those before it that it is like.
   *
   * @param side adverts with another are not compared
   */
  Set<String> add(String id, String text, String side) {
    int[] signature = resemblance.signature(text);
    Set<String> alike = new LinkedHashSet<>();
    if (signature.length == 0) {
      return alike;
    }
    byte[] sketch = resemblance.sketch(text);
    for (long bucket : resemblance.buckets(signature)) {
      List<String> present = buckets.computeIfAbsent(side + bucket, unused -> new ArrayList<>());
      for (String other : present) {
        if (!alike.contains(other)
            && resemblance.areLinked(sketch, sketches.getOrDefault(other, sketch))) {
          alike.add(other);
        }
      }
      if (present.size() < config.representatives()) {
        present.add(id);
        sketches.put(id, sketch);
      }
    }
    return alike;
  }
}
