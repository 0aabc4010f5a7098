package org.vigie.exchange.deconflict;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Work on many elements, cut into parts that all cores share. */
final class Batches {
  /** Elements of one part: enough to share one division, few enough to be spread evenly. */
  static final int SIZE = 4_096;

  private Batches() {}

  static int count(int elements) {
    return (elements + SIZE - 1) / SIZE;
  }

  /**
   * Does the work on each part and returns what came of each, in order.
   *
   * @param work takes the first element of a part, and the one behind its last
   */
  static <T> List<T> map(int elements, BiFunction<Integer, Integer, T> work) {
    return IntStream.range(0, count(elements))
        .parallel()
        .mapToObj(batch -> work.apply(batch * SIZE, Math.min(elements, (batch + 1) * SIZE)))
        .toList();
  }
}
