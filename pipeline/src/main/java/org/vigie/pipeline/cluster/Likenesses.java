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

  /** Sides → bucket → its first adverts. Adverts of other sides don't stand for one another. */
  private final Map<Map<String, Integer>, Map<Long, List<String>>> buckets = new HashMap<>();

  Likenesses(NearDuplicateConfig config) {
    this.config = config;
    resemblance = new Resemblance(config);
  }

  /**
   * Takes in an advert and returns those before it that it is like.
   *
   * @param sides ruling → side on which it is; adverts that rulings part are not compared
   */
  Set<String> add(String id, String text, Map<String, Integer> sides) {
    int[] signature = resemblance.signature(text);
    Set<String> alike = new LinkedHashSet<>();
    if (signature.length == 0) {
      return alike;
    }
    byte[] sketch = resemblance.sketch(text);
    Map<Long, List<String>> own = buckets.computeIfAbsent(sides, unused -> new HashMap<>());
    List<Map<Long, List<String>>> compared =
        buckets.entrySet().stream()
            .filter(others -> !Sides.part(sides, others.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    for (long bucket : resemblance.buckets(signature)) {
      compared.forEach(of -> addThoseLike(sketch, of.getOrDefault(bucket, List.of()), alike));
      List<String> present = own.computeIfAbsent(bucket, unused -> new ArrayList<>());
      if (present.size() < config.representatives()) {
        present.add(id);
        sketches.put(id, sketch);
      }
    }
    return alike;
  }

  private void addThoseLike(byte[] sketch, List<String> present, Set<String> alike) {
    for (String other : present) {
      if (!alike.contains(other)
          && resemblance.areLinked(sketch, sketches.getOrDefault(other, sketch))) {
        alike.add(other);
      }
    }
  }
}
