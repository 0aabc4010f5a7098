package org.vigie.world;

import java.util.List;

/**
 * A stream of pseudo-random draws that a seed and a name decide: SplitMix64 (Steele, Lea, Flood
 * 2014, doi:10.1145/2660193.2660195), written out here so that no Java release can change a world.
 */
final class Draw {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** Starts the stream of one thing, such as advert 17, apart from those of all other things. */
  Draw(long seed, long thing) {
    state = mix(seed + GOLDEN_GAMMA) ^ mix(thing * GOLDEN_GAMMA + 1);
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Returns a number in [0, bound). */
  int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, but was " + bound);
    }
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** Returns a number in [low, high]. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** Returns true once in {@code n} draws on average. */
  boolean onceIn(int n) {
    return below(n) == 0;
  }

  <T> T from(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
